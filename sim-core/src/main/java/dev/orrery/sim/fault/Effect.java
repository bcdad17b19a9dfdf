package dev.orrery.sim.fault;

import dev.orrery.sim.node.NodeId;
import java.util.function.Predicate;

/** What a fault does to the world while it lasts. */
interface Effect {
    /** Nothing that could end. */
    Effect DONE = new Effect() {
        @Override
        public void end() {}

        @Override
        public void heal(Predicate<NodeId> core) {}
    };

    /** All of it ends. */
    void end();

    /** It ends for the nodes of the core and the links between them, and goes on for the others. */
    void heal(Predicate<NodeId> core);
}
