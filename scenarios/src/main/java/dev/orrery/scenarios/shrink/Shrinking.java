package dev.orrery.scenarios.shrink;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.language.keys.ScenarioWriter;
import dev.orrery.scenarios.result.Signature;
import dev.orrery.scenarios.run.FinishedRun;
import dev.orrery.scenarios.run.Recording;
import dev.orrery.scenarios.run.RunOptions;
import dev.orrery.scenarios.run.Runs;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.sim.random.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shrinks a failing run.
 *
 * <pre>{@code
 * Optional<Shrunk> shrunk = Shrinking.shrink(subject, new Seed(1), runs -> runs < 5_000, step -> {});
 * }</pre>
 */
public final class Shrinking {
    /** How many runs are tried unless said otherwise. */
    public static final int USUAL_BUDGET = 5_000;

    /** What is tried, in this order: first what makes the following runs short. */
    private static final List<Reduction> REDUCTIONS = List.of(
            new ShorterRun(),
            new PlainerOrder(),
            new FewerFaults(),
            new PlainerOptions(),
            new FewerServers(),
            new MilderFaults(),
            new FewerClients(),
            new PlainerWorld(),
            new PlainerWorkload(),
            new FewerOperations(),
            new CalmerNetwork(),
            new NamedDeliveries());

    /** What takes more faults than these hangs by many chances, and is looked for elsewhere. */
    private static final int MANY_FAULTS = 3;

    private static final int MOST_EVENTS = 1 << 20;

    private final Oracle oracle;
    private final Scenario origin;
    private final Listener listener;
    private final List<Shrunk.Step> steps = new ArrayList<>();

    /** Says when to stop. */
    @FunctionalInterface
    public interface Budget {
        /** Whether one more run may be tried. */
        boolean allows(int runs);
    }

    /** Looks on. */
    @FunctionalInterface
    public interface Listener {
        /** Something was made smaller; the whole so far fails, and is this. */
        void smaller(String dimension, int runs, Scenario soFar);
    }

    private Shrinking(Oracle oracle, Scenario origin, Listener listener) {
        this.oracle = oracle;
        this.origin = origin;
        this.listener = listener;
    }

    /**
     * Shrinks.
     *
     * @param budget of runs; asked before each with the number of those that are over
     * @return empty if the run does not fail
     */
    public static Optional<Shrunk> shrink(Subject subject, Seed seed, Budget budget, Listener listener) {
        FinishedRun first = Runs.run(subject, seed, RunOptions.DEFAULT);
        Optional<Signature> wanted = Signature.of(first.result());
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Oracle oracle = new Oracle(wanted.get(), seed, first.result().extent().events(), budget);
        Shrinking shrinking = new Shrinking(oracle, subject.scenario(), listener);
        return Optional.of(shrinking.shrink(first, seed));
    }

    private Shrunk shrink(FinishedRun first, Seed seed) {
        Scenario least = Essence.of(first, origin, oracle, seed).orElse(origin);
        least = tried(new FewerFaults(), tried(new ShorterRun(), least));
        if (least.faults().faults().size() > MANY_FAULTS && Sooner.isOpen(origin)) {
            long failed = first.result().extent().virtualNanos();
            Scenario all = least;
            least = Sooner.find(origin, failed, seed, oracle)
                    .map(sooner -> noted("another seed", sooner))
                    .orElse(all);
        }
        Scenario before;
        do {
            before = least;
            for (Reduction reduction : REDUCTIONS) {
                least = tried(reduction, least);
            }
        } while (!least.equals(before) && !oracle.isBudgetSpent());
        return shrunk(first, least, seed);
    }

    private Scenario tried(Reduction reduction, Scenario scenario) {
        Scenario smaller = reduction.reduce(scenario, oracle);
        return smaller.equals(scenario) ? scenario : noted(reduction.dimension(), smaller);
    }

    private Scenario noted(String dimension, Scenario smaller) {
        steps.add(new Shrunk.Step(dimension, oracle.runs()));
        listener.smaller(dimension, oracle.runs(), smaller);
        return smaller;
    }

    private Shrunk shrunk(FinishedRun first, Scenario least, Seed seed) {
        Subject subject = Subject.of(least, ScenarioWriter.write(least));
        Seed found = least.seed().orElse(seed);
        FinishedRun last = Runs.run(subject, found, RunOptions.DEFAULT.recording(new Recording.Last(MOST_EVENTS)));
        return new Shrunk(
                oracle.wanted(),
                found,
                subject,
                last,
                Size.of(origin, first),
                Size.of(least, last),
                steps,
                oracle.runs(),
                !oracle.isBudgetSpent());
    }
}
