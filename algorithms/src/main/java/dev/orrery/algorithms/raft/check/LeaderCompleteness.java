package dev.orrery.algorithms.raft.check;

import dev.orrery.algorithms.raft.RaftState;
import dev.orrery.sim.check.Counted;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Leader Completeness: if a log entry is committed in a given term, then that entry will be present in the logs of the
 * leaders for all higher-numbered terms (Fig. 3; §5.4).
 *
 * <p>An entry is committed in a term when the term's leader says so. It is enough to look for the last entry that was
 * committed in the latest term before: by Log Matching those before it are there as well. That is done when a leader is
 * elected and, for those that lead a later term by then, when an entry is committed.
 */
public final class LeaderCompleteness implements RaftInvariant {
    private final PerServer<Memory> servers = new PerServer<>(Memory::new);
    private final TreeMap<Long, Committed> committedInTerm = new TreeMap<>();
    private long judged;

    private static final class Memory {
        @Nullable
        RaftState server;

        @Nullable
        NodeId node;

        long commitIndex;
        /** What is committed in the term that it leads; null when it does not lead. */
        @Nullable
        Committed committed;
    }

    /** The last entry that was committed in a term; index 0 as long as there is none. */
    private static final class Committed {
        final long term;
        final NodeId leader;
        long index;
        long entryTerm;

        Committed(long term, NodeId leader) {
            this.term = term;
            this.leader = leader;
        }
    }

    @Override
    public String name() {
        return "leader-completeness";
    }

    @Override
    public void crashed(NodeId node) {
        servers.forget(node);
    }

    @Override
    public @Nullable String touched(NodeId node, Process process) {
        if (!(process instanceof RaftState server)) {
            return null;
        }
        Memory memory = servers.of(node);
        if (!server.isLeader()) {
            memory.committed = null;
            return null;
        }
        long term = server.currentTerm();
        Committed committed = memory.committed;
        if (committed == null || committed.term != term) {
            memory.server = server;
            memory.node = node;
            memory.commitIndex = server.commitIndex();
            memory.committed = committedInTerm.computeIfAbsent(term, first -> new Committed(term, node));
            return judgeElected(node, server);
        }
        if (server.commitIndex() <= memory.commitIndex) {
            return null;
        }
        memory.commitIndex = server.commitIndex();
        committed.index = server.commitIndex();
        committed.entryTerm = server.log().term(committed.index);
        return judgeLaterLeaders(committed);
    }

    private @Nullable String judgeElected(NodeId node, RaftState server) {
        Map.Entry<Long, Committed> before = committedInTerm.lowerEntry(server.currentTerm());
        while (before != null && before.getValue().index == 0) {
            before = committedInTerm.lowerEntry(before.getKey());
        }
        return before == null ? null : judge(node, server, before.getValue());
    }

    private @Nullable String judgeLaterLeaders(Committed committed) {
        if (committed.term == committedInTerm.lastKey()) {
            return null;
        }
        for (int i = 0; i < servers.size(); i++) {
            Memory other = servers.at(i);
            RaftState server = other.server;
            if (server != null
                    && other.node != null
                    && other.committed != null
                    && other.committed.term > committed.term
                    && server.isLeader()) {
                String violation = judge(other.node, server, committed);
                if (violation != null) {
                    return violation;
                }
            }
        }
        return null;
    }

    private @Nullable String judge(NodeId node, RaftState server, Committed committed) {
        judged++;
        if (server.log().matches(committed.index, committed.entryTerm)) {
            return null;
        }
        return node + " leads term " + server.currentTerm() + " without the entry of term " + committed.entryTerm
                + " at index " + committed.index + ", which " + committed.leader + " committed in term "
                + committed.term + "; "
                + (committed.index > server.log().lastIndex()
                        ? "its log ends at index " + server.log().lastIndex()
                        : "it has one of term " + server.log().term(committed.index) + " there");
    }

    @Override
    public String evidence() {
        return "leaders were searched " + Counted.times(judged) + " for an entry committed before their term";
    }
}
