package dev.orrery.algorithms.raft.check;

import dev.orrery.sim.check.Check;
import java.util.List;

/** The properties of Raft as scenarios name them. */
public final class RaftChecks {
    private RaftChecks() {}

    /** All of them. */
    public static List<Check> all() {
        return List.of(
                new Check.OnNodes(
                        "election-safety",
                        "At most one leader can be elected in a given term (Raft, Fig. 3 and §5.2). Two leaders of one term"
                                + " mean that a server voted twice in it, or that votes were miscounted.",
                        ElectionSafety::new),
                new Check.OnNodes(
                        "leader-append-only",
                        "A leader never overwrites or deletes entries in its log; it only appends new ones (Raft, Fig. 3"
                                + " and §5.3).",
                        LeaderAppendOnly::new),
                new Check.OnNodes(
                        "log-matching",
                        "If two logs contain an entry with the same index and term, they are identical in all entries up"
                                + " to it (Raft, Fig. 3 and §5.3). A violation means that a follower appended entries"
                                + " without looking at what came before them, or that two leaders led one term.",
                        LogMatching::new),
                new Check.OnNodes(
                        "leader-completeness",
                        "An entry that was committed in some term is in the logs of the leaders of all later terms (Raft,"
                                + " Fig. 3 and §5.4). A violation means that committed entries are about to be lost.",
                        LeaderCompleteness::new),
                new Check.OnNodes(
                        "state-machine-safety",
                        "If a server has applied an entry at some index, no other server ever applies a different one"
                                + " there (Raft, Fig. 3 and §5.4.3). A violation means that replicas have parted for good.",
                        StateMachineSafety::new),
                new Check.OnNodes(
                        "one-vote-per-term",
                        "A server votes for at most one candidate in a given term, and still has a vote that it had sent"
                                + " when it comes back from a crash (Raft, §5.2). A violation means that a vote was not"
                                + " durable, so that two leaders can be elected in one term.",
                        OneVotePerTerm::new),
                new Check.OnNodes(
                        "term-monotonic",
                        "A server's current term never goes back, and over a restart not behind a term in which it had"
                                + " spoken (Raft, Fig. 2). A violation means that a term was not durable.",
                        TermMonotonic::new),
                new Check.OnNodes(
                        "commit-monotonic",
                        "While a server is up its commit index never goes back, and never lies beyond its log (Raft,"
                                + " Fig. 2).",
                        CommitMonotonic::new),
                new Check.OnNodes(
                        "lease-safety",
                        "Nobody answers a read under a lease once a later term has a leader (Ongaro's dissertation §6.4.1). A"
                                + " violation means that a lease outlasted the promise that it rests on: clocks drifted more"
                                + " than clock-drift-bound says, or somebody voted while it held.",
                        LeaseSafety::new));
    }
}
