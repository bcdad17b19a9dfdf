package dev.orrery.scenarios.run;

import dev.orrery.scenarios.result.NodeReports;
import dev.orrery.scenarios.result.NodeReports.RoleChange;
import dev.orrery.scenarios.result.NodeReports.StateChange;
import dev.orrery.sim.Observer;
import dev.orrery.sim.node.NodeId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what the nodes say of themselves, up to a bound, and knows when something was left out. */
final class ReportKeeper implements Observer {
    /** The most changes of roles that are kept. */
    static final int MOST_ROLES = 20_000;

    /** The most numbers of which the changes are kept: each number of each node is one. */
    static final int MOST_SERIES = 2_000;

    private final List<RoleChange> roles = new ArrayList<>();
    private final Map<Watched, StateSeries> series = new LinkedHashMap<>();
    private long rolesLeftOut;
    private boolean seriesLeftOut;

    private record Watched(int node, String name) {}

    @Override
    public void role(NodeId node, String role, long at) {
        if (roles.size() < MOST_ROLES) {
            roles.add(new RoleChange(at, node.name(), role));
        } else {
            rolesLeftOut++;
        }
    }

    @Override
    public void state(NodeId node, String name, long value, long at) {
        Watched watched = new Watched(node.index(), name);
        StateSeries known = series.get(watched);
        if (known == null) {
            if (series.size() == MOST_SERIES) {
                seriesLeftOut = true;
                return;
            }
            known = new StateSeries(node.name(), name);
            series.put(watched, known);
        }
        known.add(value, at);
    }

    NodeReports reports() {
        List<StateChange> states = new ArrayList<>();
        series.values().forEach(each -> each.appendTo(states));
        states.sort(Comparator.comparingLong(StateChange::at));
        return new NodeReports(roles, states);
    }

    /** What was left out, in plain words. */
    List<String> notices() {
        List<String> notices = new ArrayList<>();
        if (rolesLeftOut > 0) {
            notices.add("the last " + rolesLeftOut + " changes of roles are left out: a result holds " + MOST_ROLES);
        }
        if (seriesLeftOut) {
            notices.add("the states of some nodes are left out: a result holds " + MOST_SERIES + " of them");
        }
        long thinned = series.values().stream().filter(StateSeries::isThinned).count();
        if (thinned > 0) {
            notices.add("of " + thinned + " states that changed very often only some changes are kept, "
                    + StateSeries.CAPACITY + " at most");
        }
        return notices;
    }
}
