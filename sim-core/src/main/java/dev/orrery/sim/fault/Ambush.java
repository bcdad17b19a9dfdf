package dev.orrery.sim.fault;

import dev.orrery.sim.Moments;
import dev.orrery.sim.fault.ProcessFault.Kill.Moment;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.Mix;

/** A kill that waits for its moment on one node, and strikes once. */
final class Ambush implements Moments {
    private final Stage stage;
    private final NodeId victim;
    private final int fault;
    private final Moment moment;
    private final Runnable strike;
    private final long key;
    private boolean over;
    private boolean sprung;

    /** The handler that sent last, by the number of events before it, and how often it sent. */
    private long handler = -1;

    private int sends;
    private int chances;

    Ambush(Stage stage, NodeId victim, int fault, Moment moment, Runnable strike) {
        this.stage = stage;
        this.victim = victim;
        this.fault = fault;
        this.moment = moment;
        this.strike = strike;
        // Nothing of it depends on the number of the fault, which changes when another one is left out.
        key = Mix.combine(
                Mix.combine(stage.simulation.seed().key("fault moments"), Mix.hash(victim.name())),
                stage.simulation.now());
        stage.simulation.attend(victim, this);
        if (moment == Moment.UNSYNCED_WRITE && stage.simulation.unsynced(victim) > 0) {
            wrote(victim);
        }
    }

    /** Before the second send of a handler or a later one, each as likely as not. */
    @Override
    public void sending(NodeId node) {
        if (moment != Moment.MID_BROADCAST) {
            return;
        }
        long now = stage.simulation.digest().events();
        sends = now == handler ? sends + 1 : 1;
        handler = now;
        if (sends > 1 && Mix.combine(key, chances++) < 0) {
            strike();
        }
    }

    /** As soon as the handler that wrote has come to its end; if the write is durable by then, the next one. */
    @Override
    public void wrote(NodeId node) {
        if (moment == Moment.UNSYNCED_WRITE && !sprung) {
            sprung = true;
            stage.agenda.goOn(fault, stage.simulation.now() + 1, () -> {
                sprung = false;
                if (stage.simulation.unsynced(victim) > 0 && stage.roster.isUp(victim)) {
                    strike();
                }
            });
        }
    }

    private void strike() {
        if (!over) {
            giveUp(victim);
            strike.run();
        }
    }

    /** Waits no longer, if it waits for this node. */
    void giveUp(NodeId node) {
        if (node.equals(victim)) {
            over = true;
            stage.simulation.disregard(victim, this);
        }
    }
}
