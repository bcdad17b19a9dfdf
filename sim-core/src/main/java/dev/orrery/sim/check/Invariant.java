package dev.orrery.sim.check;

import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import org.jspecify.annotations.Nullable;

/**
 * A property that holds at every moment of a run, watched from inside the nodes. One object watches one run and may
 * remember what it saw in it.
 *
 * <p>A violation is returned in plain words that name the nodes and the values at odds; null says that the property holds.
 */
public interface Invariant {

    /** The name that scenarios and results use, in lower case with hyphens. */
    String name();

    /** Whether it looks at nodes that run this process; of others it is told nothing. Always the same answer for one process. */
    default boolean concerns(Process process) {
        return true;
    }

    /** The node runs this process from now on, which has not handled anything yet. */
    default void booted(NodeId node, Process process) {}

    /**
     * Judges a process once more before it is gone. It may be killed in the midst of a handler: some of its messages have left,
     * nobody was told of the event that sent them, and what others do next may rest on it. Look at nothing but what it has let
     * others know, since it was not yet done with the rest. An exploration, whose crashes come between handlers, does not ask.
     */
    default @Nullable String ending(NodeId node, Process process) {
        return null;
    }

    /** The node's process is gone, with all that it kept in fields. */
    default void crashed(NodeId node) {}

    /** Judges after each event that touched this node; called very often, so it should look at little. */
    @Nullable
    String touched(NodeId node, Process process);

    /** Judges what is too expensive to look at after each event: every so many events, and at the end of the run. */
    default @Nullable String swept() {
        return null;
    }

    /**
     * What this invariant has had to look at so far, in plain words, so that nobody takes a property that was never put to
     * the test for one that held. Empty if it does not count.
     */
    default String evidence() {
        return "";
    }
}
