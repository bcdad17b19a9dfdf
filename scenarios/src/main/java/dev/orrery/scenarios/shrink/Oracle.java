package dev.orrery.scenarios.shrink;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.SystemSpec;
import dev.orrery.scenarios.language.keys.ScenarioReader;
import dev.orrery.scenarios.language.keys.ScenarioWriter;
import dev.orrery.scenarios.result.Signature;
import dev.orrery.scenarios.run.FinishedRun;
import dev.orrery.scenarios.run.RunOptions;
import dev.orrery.scenarios.run.Runs;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.sim.random.Seed;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says whether a scenario still fails in the same way, by running it. No scenario is run twice for that. */
final class Oracle {
    /** A candidate that goes on for so many times as many events as the run to begin with has gone another way. */
    private static final long MOST_TIMES_LONGER = 20;

    private static final long ALWAYS_ALLOWED = 1_000_000;

    private final Signature wanted;
    private final Seed seed;
    private final long mostEvents;
    private final Shrinking.Budget budget;
    private final Map<String, Boolean> answers = new TreeMap<>();
    private int runs;
    private boolean refused;

    /**
     * An oracle that was asked nothing yet.
     *
     * @param wanted the failure that counts
     * @param seed of scenarios that name none
     * @param events how many the run to begin with had
     */
    Oracle(Signature wanted, Seed seed, long events, Shrinking.Budget budget) {
        this.wanted = wanted;
        this.seed = seed;
        this.mostEvents = MOST_TIMES_LONGER * events + ALWAYS_ALLOWED;
        this.budget = budget;
    }

    /** What counts as the same failure. */
    Signature wanted() {
        return wanted;
    }

    /** Whether the scenario fails as wanted, and can be written. Once the budget is spent, nothing new does. */
    boolean fails(Scenario candidate) {
        Subject subject = Subject.of(candidate, ScenarioWriter.write(candidate));
        Boolean known = answers.get(subject.sha256());
        if (known != null) {
            return known;
        }
        if (!budget.allows(runs)) {
            refused = true;
            return false;
        }
        runs++;
        boolean fails = isPossible(subject) && isWanted(run(subject)) && isValid(subject);
        answers.put(subject.sha256(), fails);
        return fails;
    }

    /** Runs a scenario that is known to fail, and shows what happened; not counted, since nothing is tried. */
    FinishedRun show(Scenario scenario) {
        return run(Subject.of(scenario, ScenarioWriter.write(scenario)));
    }

    /** Runs a scenario that may be none that can be written; null once the budget is spent. */
    @Nullable
    FinishedRun tryOut(Scenario scenario) {
        if (!budget.allows(runs)) {
            refused = true;
            return null;
        }
        runs++;
        return run(Subject.of(scenario, ""));
    }

    private FinishedRun run(Subject subject) {
        return Runs.run(
                subject,
                subject.scenario().seed().orElse(seed),
                RunOptions.LEAN.watcher((now, events) -> events < mostEvents));
    }

    /** Whether the system takes so few servers and these options; what it refuses cannot fail. */
    private static boolean isPossible(Subject subject) {
        SystemSpec system = subject.scenario().system();
        try {
            system.provider().cluster(system.servers(), system.options());
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private boolean isWanted(FinishedRun run) {
        return !run.result().judgement().interrupted()
                && Signature.of(run.result()).filter(wanted::equals).isPresent();
    }

    private static boolean isValid(Subject subject) {
        return ScenarioReader.read("shrunk.yaml", subject.text()).scenario() != null;
    }

    /** How many runs it took so far. */
    int runs() {
        return runs;
    }

    /** Whether something was not tried, since the budget was spent. */
    boolean isBudgetSpent() {
        return refused;
    }
}
