package dev.orrery.algorithms.statemachine.leader;

import dev.orrery.algorithms.statemachine.Replica;
import dev.orrery.algorithms.statemachine.leader.Leadership.Election;
import dev.orrery.algorithms.statemachine.leader.Leadership.Reign;
import dev.orrery.sim.check.StallReason;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.time.Durations;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Says why a cluster answered nobody: there was no leader, or it committed nothing, or clients did not reach it. */
public final class LeaderStallReason implements StallReason {
    private final Leadership leadership;
    /** The latest process of each server, which may be down. */
    private final Map<NodeId, ? extends Replica> servers;

    /**
     * Goes by one run's leaders and replicas.
     *
     * @param servers the latest process of each server, followed while the run goes on
     */
    public LeaderStallReason(Leadership leadership, Map<NodeId, ? extends Replica> servers) {
        this.leadership = leadership;
        this.servers = servers;
    }

    @Override
    public @Nullable String between(long from, long to) {
        Reign reign = leadership.lastReign(from, to);
        if (reign == null) {
            return noLeader(from, to);
        }
        String leader = reign.leader + " led term " + reign.term
                + (reign.from > from ? " from " + Durations.format(reign.from) + " on" : "");
        if (leadership.isProgressing(Math.max(from, reign.from), to)) {
            return leader + " and committed entries, so clients did not reach it or its answers did not reach them";
        }
        return leader + " and committed nothing" + behind(reign);
    }

    private String noLeader(long from, long to) {
        Reign last = leadership.lastReignBefore(from);
        String since = last == null
                ? "no leader since the beginning"
                : "no leader since " + Durations.format(last.to) + ", when " + last.leader + " had led term "
                        + last.term;
        List<Election> elections = leadership.elections(from, to);
        if (elections.isEmpty()) {
            return since + "; nobody began an election";
        }
        Election latest = elections.get(elections.size() - 1);
        return since + "; " + elections.size() + (elections.size() == 1 ? " election was" : " elections were")
                + " begun, the last for term " + latest.term() + " by " + latest.candidate() + " at "
                + Durations.format(latest.at());
    }

    /** How the others' logs stand when the run is over, if the leader leads to its end. */
    private String behind(Reign reign) {
        Replica leader = servers.get(reign.leader);
        if (leader == null
                || leadership.isDown(reign.leader)
                || !leader.isLeader()
                || leader.currentTerm() != reign.term) {
            return "";
        }
        StringJoiner others = new StringJoiner(", ", "; ", "");
        long last = leader.lastIndex();
        others.add(last - leader.commitIndex() + " of its " + last + " entries are pending");
        servers.forEach((node, server) -> {
            long lag = last - server.lastIndex();
            if (leadership.isDown(node)) {
                others.add(node + " is down");
            } else if (!server.isRunning()) {
                others.add(node + " takes no part");
            } else if (lag > 0) {
                others.add(node + " is " + lag + " entries behind");
            }
        });
        return others.toString();
    }
}
