package dev.orrery.sim.network;

/** A condition that holds on some links, until it is lifted. */
public final class Imposed {
    final LinkCondition condition;
    final LinkSet links;
    final String why;

    Imposed(LinkCondition condition, LinkSet links, String why) {
        this.condition = condition;
        this.links = links;
        this.why = why;
    }
}
