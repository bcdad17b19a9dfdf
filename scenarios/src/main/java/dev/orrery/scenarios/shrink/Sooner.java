package dev.orrery.scenarios.shrink;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.result.Signature;
import dev.orrery.scenarios.run.FinishedRun;
import dev.orrery.sim.fault.FaultPlan;
import dev.orrery.sim.fault.Timing;
import dev.orrery.sim.random.Mix;
import dev.orrery.sim.random.Seed;
import java.util.Optional;

/**
 * Looks for the failure in a shorter run of another seed. A failure that hangs by a long chain of chances breaks with each of
 * them, and cannot be made smaller step by step; but what comes about by chance at all may do so sooner.
 *
 * <p>The seeds are drawn from that of the run, so that the search is the same each time.
 */
final class Sooner {
    /** Before that hardly any system has done anything. */
    private static final long SHORTEST = 100_000_000;

    private static final int TRIES = 100;

    private Sooner() {}

    /** Whether a scenario leaves it to chance or to the run what goes wrong when, so that another seed does something else. */
    static boolean isOpen(Scenario scenario) {
        return scenario.faults().nemesis() != null
                || !scenario.faults().faults().stream().allMatch(fault -> fault.timing() instanceof Timing.At);
    }

    /**
     * A failing scenario of at most half the length, with the faults that were really done and the seed that it takes.
     *
     * @param failed when the run to begin with did, in virtual nanoseconds
     */
    static Optional<Scenario> find(Scenario origin, long failed, Seed seed, Oracle oracle) {
        for (long duration : Grid.below(failed / 2)) {
            for (int number = 0; number < TRIES && duration >= SHORTEST; number++) {
                Seed other = new Seed(Mix.combine(seed.value(), number));
                Optional<Scenario> sooner = shorter(origin, duration, other, oracle);
                if (sooner.isPresent()) {
                    return sooner;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Scenario> shorter(Scenario origin, long duration, Seed seed, Oracle oracle) {
        Scenario candidate = Draft.of(origin)
                .seed(seed)
                .duration(duration)
                .plan(new FaultPlan(origin.faults().faults(), origin.faults().nemesis(), null))
                .scenario();
        FinishedRun run = oracle.tryOut(candidate);
        return run != null
                        && Signature.of(run.result())
                                .filter(oracle.wanted()::equals)
                                .isPresent()
                ? Essence.of(run, candidate, oracle, seed)
                : Optional.empty();
    }
}
