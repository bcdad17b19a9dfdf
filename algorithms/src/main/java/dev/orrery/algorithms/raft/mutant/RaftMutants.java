package dev.orrery.algorithms.raft.mutant;

import dev.orrery.algorithms.mutant.Mutant;
import dev.orrery.algorithms.mutant.Mutants;
import dev.orrery.algorithms.raft.RaftRules;
import java.util.List;
import java.util.function.Supplier;

/** The planted bugs of Raft. Each is described at its own class. */
public final class RaftMutants {
    /** All of them, by their numbers. */
    public static final Mutants<RaftRules> ALL = new Mutants<>(
            RaftRules::new,
            List.of(
                    mutant(
                            "R01",
                            "a vote is granted without comparing logs",
                            "Raft §5.4.1",
                            "leader completeness",
                            GrantsWithoutComparing::new),
                    mutant(
                            "R02",
                            "a vote is refused to a shorter log, whatever the terms",
                            "hashicorp/raft #94",
                            "liveness",
                            RefusesShorterLogs::new),
                    mutant(
                            "R03",
                            "last term and last index are compared each by itself",
                            "openraft a48a3282",
                            "liveness",
                            ComparesApart::new),
                    mutant(
                            "R04",
                            "a vote is sent before it is synced",
                            "akka-raft #62; jgroups-raft 4c6961f",
                            "election safety",
                            VotesBeforeSync::new),
                    mutant(
                            "R05",
                            "stepping down within a term takes the vote back",
                            "akka-raft #56",
                            "election safety",
                            ForgetsVoteWhenSteppingDown::new),
                    mutant(
                            "R07",
                            "votes are counted, not voters: one that comes twice counts twice",
                            "akka-raft #45",
                            "election safety",
                            CountsVotesAsNumbers::new),
                    mutant(
                            "R08",
                            "votes are asked for before term and own vote are durable",
                            "sofa-jraft #1245",
                            "election safety",
                            AsksBeforeSync::new),
                    mutant(
                            "R10",
                            "term and vote are written in two records",
                            "Xraft; willemt/raft 854a06d",
                            "election safety",
                            WritesVoteBeforeTerm::new),
                    mutant(
                            "R16",
                            "a restarted leader goes on as leader of its old term",
                            "KAFKA-10527",
                            "log matching",
                            LeadsAfterRestart::new),
                    mutant(
                            "R17",
                            "a candidate ignores the leader of its own term",
                            "LogCabin #42",
                            "liveness",
                            RecognizesLaterTermsOnly::new),
                    mutant(
                            "R20",
                            "an entry of an earlier term is committed by counting replicas",
                            "Raft Fig. 8; PySyncObj #169",
                            "leader completeness",
                            CommitsOldTerms::new),
                    mutant(
                            "R21",
                            "the search for what can be committed stops at an entry of an earlier term",
                            "RaftOS #30",
                            "liveness",
                            StopsAtOldTerms::new),
                    mutant(
                            "R23",
                            "a follower commits what the leader has, not what it knows to be the same",
                            "Raft Fig. 2; WRaft #118",
                            "state machine safety",
                            CommitsUnknownEntries::new),
                    mutant(
                            "R24",
                            "the commit index may go back",
                            "PySyncObj #166",
                            "commit index monotonic",
                            CommitGoesBack::new),
                    mutant(
                            "R29",
                            "a follower acknowledges its whole log",
                            "MicroRaft's own comment",
                            "leader completeness",
                            AcknowledgesWholeLog::new),
                    mutant(
                            "R33",
                            "a leader counts and applies its own entries before they are stable",
                            "etcd #14370",
                            "durability",
                            CountsUnsyncedEntries::new),
                    mutant(
                            "R34",
                            "entries are acknowledged before they are flushed",
                            "KAFKA-10533",
                            "durability",
                            AcknowledgesBeforeSync::new),
                    mutant(
                            "R59",
                            "a leader answers reads from its local state",
                            "Jepsen: etcd and Consul, 2014",
                            "linearizable",
                            ReadsLocally::new),
                    mutant(
                            "R66",
                            "a command that is sent again is applied again",
                            "dissertation §6.3",
                            "linearizable",
                            AppliesTwice::new)));

    private RaftMutants() {}

    private static Mutant<RaftRules> mutant(
            String code, String description, String source, String breaks, Supplier<RaftRules> rules) {
        return new Mutant<>(code, description, source, breaks, rules);
    }
}
