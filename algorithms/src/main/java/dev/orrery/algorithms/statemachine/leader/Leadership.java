package dev.orrery.algorithms.statemachine.leader;

import dev.orrery.sim.Observer;
import dev.orrery.sim.node.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who led a cluster when, and when entries were committed: what its processes report, remembered for the end of the run. */
public final class Leadership implements Observer {
    /** Commits at most so far apart are one stretch of progress, so that a long run is remembered in few numbers. */
    private static final long PAUSE_NANOS = 20_000_000;

    private final List<Reign> reigns = new ArrayList<>();
    private final List<Election> elections = new ArrayList<>();
    private final List<Progress> progress = new ArrayList<>();
    private final Map<NodeId, Reign> ruling = new TreeMap<>();
    private final Map<NodeId, Long> terms = new TreeMap<>();
    private final Set<NodeId> down = new TreeSet<>();
    private long highestCommit;

    /** A server that leads, until it plays another role, goes down, or another one leads a later term. */
    static final class Reign {
        final NodeId leader;
        final long term;
        final long from;
        long to = Long.MAX_VALUE;

        Reign(NodeId leader, long term, long from) {
            this.leader = leader;
            this.term = term;
            this.from = from;
        }
    }

    /** A server that began an election. */
    record Election(NodeId candidate, long term, long at) {}

    private static final class Progress {
        final long from;
        long to;

        Progress(long at) {
            from = at;
            to = at;
        }
    }

    @Override
    public void role(NodeId node, String role, long at) {
        down.remove(node);
        end(node, at);
        if (role.equals("leader")) {
            // Who leads a later term is the leader; the one before only does not know it yet.
            ruling.values().forEach(other -> other.to = Math.min(other.to, at));
            Reign reign = new Reign(node, terms.getOrDefault(node, 0L), at);
            ruling.put(node, reign);
            reigns.add(reign);
        }
    }

    @Override
    public void down(NodeId node, long at) {
        down.add(node);
        end(node, at);
    }

    private void end(NodeId node, long at) {
        Reign over = ruling.remove(node);
        if (over != null) {
            over.to = Math.min(over.to, at);
        }
    }

    /** Whether a server is down when the run is over. */
    boolean isDown(NodeId node) {
        return down.contains(node);
    }

    @Override
    public void state(NodeId node, String name, long value, long at) {
        if (name.equals("term")) {
            terms.put(node, value);
        } else if (name.equals("commit") && value > highestCommit) {
            highestCommit = value;
            committed(at);
        }
    }

    private void committed(long at) {
        Progress last = progress.isEmpty() ? null : progress.get(progress.size() - 1);
        if (last == null || at - last.to > PAUSE_NANOS) {
            progress.add(new Progress(at));
        } else {
            last.to = at;
        }
    }

    @Override
    public void note(NodeId node, String event, String field, long value, long at) {
        if (event.equals("election-started")) {
            elections.add(new Election(node, value, at));
        }
    }

    /** The last server that led at some moment between two times, or null if none did. */
    @Nullable
    Reign lastReign(long from, long to) {
        Reign last = null;
        for (Reign reign : reigns) {
            if (reign.from <= to && reign.to >= from) {
                last = reign;
            }
        }
        return last;
    }

    /** The last server that led before a time, or null if none did. */
    @Nullable
    Reign lastReignBefore(long time) {
        return lastReign(Long.MIN_VALUE, time);
    }

    /** The elections that were begun between two times, in order. */
    List<Election> elections(long from, long to) {
        return elections.stream()
                .filter(election -> election.at() >= from && election.at() <= to)
                .toList();
    }

    /** Whether anything was committed between two times. */
    boolean isProgressing(long from, long to) {
        return progress.stream().anyMatch(each -> each.from <= to && each.to >= from);
    }
}
