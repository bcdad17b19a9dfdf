package dev.orrery.algorithms.paxos.multi;

import dev.orrery.sim.time.DurationRange;

/**
 * What can be chosen of a server, named as Raft's are where they mean the same.
 *
 * @param electionTimeout how long a server waits for a leader before it begins phase 1, drawn anew each time; more than 0
 * @param heartbeat how often a leader lets itself be heard, in nanoseconds, more than 0
 * @param maxEntries how many instances one message is about at most, at least 1
 * @param window how many instances a leader proposes values for before the first of them is chosen, at least 1 (α in §3)
 * @param preVote whether a server asks if it would be promised anything before it raises its own promise
 */
public record MultiPaxosOptions(
        DurationRange electionTimeout, long heartbeat, int maxEntries, int window, boolean preVote) {
    /** Checks the ranges. */
    public MultiPaxosOptions {
        if (electionTimeout.min() < 1 || heartbeat < 1) {
            throw new IllegalArgumentException("an election timeout and a heartbeat are more than 0");
        }
        if (maxEntries < 1 || window < 1) {
            throw new IllegalArgumentException("a message and the window hold at least 1 instance");
        }
    }
}
