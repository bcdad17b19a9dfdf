package dev.orrery.scenarios.shrink;

import dev.orrery.scenarios.Scenario;
import dev.orrery.sim.schedule.Schedule;
import dev.orrery.sim.schedule.Schedule.Pct;
import java.util.ArrayList;
import java.util.List;

/** Takes the order of time if that does, else one of random priorities that change less often and overtake less. */
final class PlainerOrder implements Reduction {
    @Override
    public String dimension() {
        return "order";
    }

    @Override
    public Scenario reduce(Scenario scenario, Oracle oracle) {
        Scenario least = scenario;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (Schedule plainer : plainer(least.schedule())) {
                Scenario candidate = Draft.of(least).schedule(plainer).scenario();
                if (oracle.fails(candidate)) {
                    least = candidate;
                    smaller = true;
                    break;
                }
            }
        }
        return least;
    }

    /** What is plainer than that, the plainest first. */
    private static List<Schedule> plainer(Schedule schedule) {
        List<Schedule> plainer = new ArrayList<>();
        if (schedule instanceof Pct pct) {
            plainer.add(Schedule.TIME);
            if (pct.depth() > 1) {
                plainer.add(Pct.of(1, Pct.EVENTS, pct.window()));
                plainer.add(Pct.of(pct.depth() - 1, pct.events(), pct.window()));
            } else if (pct.events() != Pct.EVENTS) {
                // Where no priority changes, it is the same to draw among how many events.
                plainer.add(Pct.of(1, Pct.EVENTS, pct.window()));
            }
            Grid.below(pct.window()).forEach(window -> plainer.add(Pct.of(pct.depth(), pct.events(), window)));
        }
        return plainer;
    }
}
