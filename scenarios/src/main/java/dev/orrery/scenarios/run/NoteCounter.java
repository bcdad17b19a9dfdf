package dev.orrery.scenarios.run;

import dev.orrery.scenarios.result.RunResult.Goal;
import dev.orrery.sim.Observer;
import dev.orrery.sim.node.NodeId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts how often the events that a scenario wants to see are noted. */
final class NoteCounter implements Observer {
    private final Map<String, long[]> counts = new LinkedHashMap<>();

    NoteCounter(List<String> goals) {
        goals.forEach(goal -> counts.put(goal, new long[1]));
    }

    @Override
    public void note(NodeId node, String event, String field, long value, long at) {
        long[] count = counts.get(event);
        if (count != null) {
            count[0]++;
        }
    }

    List<Goal> goals() {
        List<Goal> goals = new ArrayList<>();
        counts.forEach((name, count) -> goals.add(new Goal(name, count[0])));
        return goals;
    }
}
