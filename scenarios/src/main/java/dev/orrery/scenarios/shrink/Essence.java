package dev.orrery.scenarios.shrink;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.StandingCheck;
import dev.orrery.scenarios.run.FinishedRun;
import dev.orrery.sim.check.Check;
import dev.orrery.sim.fault.FaultPlan;
import dev.orrery.sim.random.Seed;
import java.util.List;
import java.util.Optional;

/**
 * What of a failing run shrinking begins with: the faults that were really done in place of those that were planned, and no
 * more judged than what fails.
 */
final class Essence {
    private static final String SUFFIX = "-shrunk";

    /** What plans call themselves, which need not show in the name of what is shrunk. */
    private static final String PLAN = "-plan";

    private Essence() {}

    /** The boldest of several such scenarios that still fails; empty if none does. */
    static Optional<Scenario> of(FinishedRun run, Scenario origin, Oracle oracle, Seed seed) {
        String check = oracle.wanted().check();
        FaultPlan plan = run.executedScenario().faults();
        FaultPlan unhealed = new FaultPlan(plan.faults(), null, null);
        List<Draft> boldestFirst = List.of(
                judging(check, origin).plan(unhealed),
                judging(check, origin).plan(plan),
                judging(check, origin),
                Draft.of(origin));
        return boldestFirst.stream()
                .map(draft -> draft.name(name(origin))
                        .seed(seed)
                        .expect(isThreshold(check, origin) ? Optional.empty() : Optional.of(check))
                        .scenario())
                .filter(oracle::fails)
                .findFirst();
    }

    private static Draft judging(String check, Scenario origin) {
        List<Check> judged = origin.checks().stream()
                .filter(each -> each.name().equals(check))
                .toList();
        boolean alone = !judged.isEmpty() || check.equals(StandingCheck.NO_EXCEPTION.text());
        List<Check> any = origin.checks().subList(0, Math.min(1, origin.checks().size()));
        return Draft.of(origin)
                .noGoals()
                .thresholds(origin.thresholds().stream()
                        .filter(threshold -> threshold.name().equals(check))
                        .toList())
                .checks(!judged.isEmpty() ? judged : alone ? any : origin.checks());
    }

    private static boolean isThreshold(String check, Scenario origin) {
        return origin.thresholds().stream()
                .anyMatch(threshold -> threshold.name().equals(check));
    }

    private static String name(Scenario origin) {
        String name = origin.name();
        if (name.endsWith(PLAN)) {
            name = name.substring(0, name.length() - PLAN.length());
        }
        return name.endsWith(SUFFIX) || name.length() + SUFFIX.length() > 64 ? name : name + SUFFIX;
    }
}
