package dev.orrery.scenarios.shrink;

import dev.orrery.scenarios.Scenario;

/** Ends the run as soon as it has failed: where it stops by itself, or by halving where it is judged at its end. */
final class ShorterRun implements Reduction {
    @Override
    public String dimension() {
        return "duration";
    }

    @Override
    public Scenario reduce(Scenario scenario, Oracle oracle) {
        long stopped = oracle.show(scenario).result().extent().virtualNanos();
        Scenario least = scenario;
        long known = scenario.duration();
        if (Grid.atLeast(stopped) < known) {
            Scenario shorter =
                    Draft.of(scenario).duration(Grid.atLeast(stopped)).scenario();
            if (oracle.fails(shorter)) {
                least = shorter;
                known = shorter.duration();
            }
        }
        return stopped < scenario.duration() ? least : halved(least, known, oracle);
    }

    private static Scenario halved(Scenario scenario, long known, Oracle oracle) {
        Scenario least = scenario;
        long fails = known;
        long holds = 0;
        while (true) {
            long middle = Grid.atLeast(holds + (fails - holds) / 2);
            if (middle >= fails || middle <= holds) {
                return least;
            }
            Scenario shorter = Draft.of(scenario).duration(middle).scenario();
            if (oracle.fails(shorter)) {
                least = shorter;
                fails = middle;
            } else {
                holds = middle;
            }
        }
    }
}
