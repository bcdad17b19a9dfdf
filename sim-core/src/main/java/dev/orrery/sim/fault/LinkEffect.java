package dev.orrery.sim.fault;

import dev.orrery.sim.Simulation;
import dev.orrery.sim.network.Imposed;
import dev.orrery.sim.network.LinkCondition;
import dev.orrery.sim.network.LinkSet;
import dev.orrery.sim.node.NodeId;
import java.util.function.Predicate;

/** An effect on links. */
final class LinkEffect implements Effect {
    private final Simulation simulation;
    private final LinkCondition condition;
    private final LinkSet links;
    private final String why;
    private Imposed imposed;

    /**
     * Takes effect at once.
     *
     * @param why what to call it when it loses a message
     */
    LinkEffect(Simulation simulation, LinkCondition condition, LinkSet links, String why) {
        this.simulation = simulation;
        this.condition = condition;
        this.links = links;
        this.why = why;
        imposed = simulation.impose(condition, links, why);
    }

    @Override
    public void end() {
        simulation.lift(imposed);
    }

    @Override
    public void heal(Predicate<NodeId> core) {
        // The narrower one first, so that what waits outside the core goes on waiting.
        LinkSet outside = (from, to) -> !(core.test(from) && core.test(to)) && links.contains(from, to);
        Imposed rest = simulation.impose(condition, outside, why);
        simulation.lift(imposed);
        imposed = rest;
    }
}
