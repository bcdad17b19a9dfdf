package dev.orrery.algorithms.raft.check;

import dev.orrery.algorithms.raft.RaftState;
import dev.orrery.sim.check.Counted;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Each server votes for at most one candidate in a given term (§5.2), also over a restart: a server that has let anyone
 * know of its vote still has it when it comes back in that term. Election Safety rests on it.
 */
public final class OneVotePerTerm implements RaftInvariant {
    private final PerServer<Memory> servers = new PerServer<>(Memory::new);
    private long votes;
    private long restarts;

    private static final class Memory {
        /** The latest vote that anyone was told of, in all lives. */
        long term;

        @Nullable
        NodeId candidate;

        boolean recovered;
    }

    @Override
    public String name() {
        return "one-vote-per-term";
    }

    @Override
    public void crashed(NodeId node) {
        servers.of(node).recovered = false;
    }

    @Override
    public @Nullable String touched(NodeId node, Process process) {
        if (!(process instanceof RaftState server) || !server.isRunning()) {
            return null;
        }
        Memory memory = servers.of(node);
        if (!memory.recovered) {
            memory.recovered = true;
            return judgeRecovered(node, server, memory);
        }
        long term = server.announcedVoteTerm();
        if (term < memory.term || term == 0) {
            return null;
        }
        NodeId candidate = server.announcedVote();
        if (term > memory.term) {
            memory.term = term;
            memory.candidate = candidate;
            votes++;
            return null;
        }
        return Objects.equals(candidate, memory.candidate)
                ? null
                : node + " voted twice in term " + term + ": for " + memory.candidate + " and for " + candidate;
    }

    private @Nullable String judgeRecovered(NodeId node, RaftState server, Memory memory) {
        if (memory.candidate == null || server.currentTerm() != memory.term) {
            return null;
        }
        restarts++;
        NodeId votedFor = server.votedFor();
        return memory.candidate.equals(votedFor)
                ? null
                : node + " came back in term " + memory.term + " with "
                        + (votedFor == null ? "no vote" : "a vote for " + votedFor) + ", though it had told "
                        + memory.candidate + " that it had its vote";
    }

    @Override
    public String evidence() {
        return Counted.of(votes, "vote was", "votes were") + " given; a server came back in the term of its vote "
                + Counted.times(restarts);
    }
}
