package dev.orrery.sim.node;

/** The way back to whoever sent a request. */
@FunctionalInterface
public interface Reply {
    /** Sends the answer to the asking node. A second answer to the same request is an ordinary loss: nobody waits. */
    void with(Message answer);
}
