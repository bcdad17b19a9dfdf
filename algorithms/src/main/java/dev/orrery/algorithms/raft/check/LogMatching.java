package dev.orrery.algorithms.raft.check;

import dev.orrery.algorithms.raft.Entry;
import dev.orrery.algorithms.raft.LogView;
import dev.orrery.algorithms.raft.RaftState;
import dev.orrery.sim.check.Counted;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Log Matching: if two logs contain an entry with the same index and term, then the logs are identical in all entries up
 * through the given index (Fig. 3; §5.3).
 *
 * <p>It holds if any two entries of one index and term have the same command and follow an entry of the same term: the
 * rest is induction. So each entry is compared once, when it comes into a log, with the one that was first seen of its
 * index and term.
 */
public final class LogMatching implements RaftInvariant {
    private final PerServer<Reader> servers = new PerServer<>(Reader::new);
    /** By index, the entries that were ever seen there, one of each term. */
    private final List<Seen> seen = new ArrayList<>();

    private long compared;

    /** An entry as it was first seen; {@code next} is one of another term at the same index. */
    private static final class Seen {
        final Entry entry;
        final long prevTerm;
        final NodeId server;

        @Nullable
        Seen next;

        Seen(Entry entry, long prevTerm, NodeId server) {
            this.entry = entry;
            this.prevTerm = prevTerm;
            this.server = server;
        }
    }

    @Override
    public String name() {
        return "log-matching";
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
        LogView log = server.log();
        Reader reader = servers.of(node);
        for (long index = reader.firstUnread(log); index <= log.lastIndex(); index++) {
            String violation = compare(node, index, log.entry(index), log.term(index - 1));
            if (violation != null) {
                return violation;
            }
        }
        reader.read(log);
        return null;
    }

    private @Nullable String compare(NodeId node, long index, Entry entry, long prevTerm) {
        if (index > seen.size()) {
            seen.add(new Seen(entry, prevTerm, node));
            return null;
        }
        Seen other = seen.get((int) index - 1);
        while (other.entry.term() != entry.term()) {
            if (other.next == null) {
                other.next = new Seen(entry, prevTerm, node);
                return null;
            }
            other = other.next;
        }
        compared++;
        if (!other.entry.equals(entry)) {
            return node + " and " + other.server + " both have an entry of term " + entry.term() + " at index " + index
                    + ", but it is " + inWords(entry) + " on " + node + " and " + inWords(other.entry) + " on "
                    + other.server;
        }
        if (other.prevTerm != prevTerm) {
            return node + " and " + other.server + " both have an entry of term " + entry.term() + " at index " + index
                    + ", but the entry before it is of term " + prevTerm + " on " + node + " and of term "
                    + other.prevTerm + " on " + other.server;
        }
        return null;
    }

    private static String inWords(Entry entry) {
        return entry.command() == null ? "a no-op" : entry.command().toString();
    }

    @Override
    public String evidence() {
        return Counted.of(compared, "entry was", "entries were") + " compared with another server's";
    }
}
