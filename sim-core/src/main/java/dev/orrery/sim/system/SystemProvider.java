package dev.orrery.sim.system;

import dev.orrery.sim.check.Check;
import dev.orrery.sim.node.NodeId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes a system and sets up clusters of it. Found by {@link java.util.ServiceLoader}; it keeps no state, since many
 * runs may go on side by side.
 */
public interface SystemProvider {

    /** The name that scenarios use, in lower case with hyphens, such as {@code raft-kv}. */
    String name();

    /** What it is, in a sentence or two. */
    String description();

    /** What can be chosen under {@code system.options}; names are unique. */
    List<Option<?>> options();

    /** What its clients can ask for, such as {@code read} and {@code write}: a workload may ask for nothing else. */
    List<String> operations();

    /** The roles that its processes report, such as {@code leader}: what a fault's target may name. */
    List<String> roles();

    /** What its processes note, such as {@code leader-elected}: what triggers and goals may name. */
    List<EventType> events();

    /** The properties that its processes must keep, each judged in every run unless the scenario chooses. */
    List<Check> checks();

    /**
     * Why so many servers cannot run with these options, each of which is in its own range; by default any number can.
     *
     * @param servers how many there are at the beginning, at least 1
     * @param options values for {@link #options}
     * @return a clause for the scenario's author, or null
     */
    default @Nullable String objection(int servers, Options options) {
        return null;
    }

    /**
     * Sets up a cluster for one run.
     *
     * @param servers the servers at the beginning, in order; at least one
     * @param options values for {@link #options}
     */
    Cluster cluster(List<NodeId> servers, Options options);

    /**
     * Something that a process notes.
     *
     * @param name as it is noted, such as {@code leader-elected}
     * @param field the name of the number that comes with it, such as {@code term}; empty if none does
     * @param description when it is noted, in a sentence
     */
    record EventType(String name, String field, String description) {}
}
