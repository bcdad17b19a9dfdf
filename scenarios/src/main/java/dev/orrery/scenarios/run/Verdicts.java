package dev.orrery.scenarios.run;

import dev.orrery.scenarios.result.CheckVerdict;
import dev.orrery.scenarios.result.Verdict;
import dev.orrery.sim.BrokenInvariant;
import dev.orrery.sim.Simulation;
import dev.orrery.sim.SimulationException;
import dev.orrery.sim.Violation;
import dev.orrery.sim.check.Check;
import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.check.HistoryCheck;
import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.check.Witness;
import dev.orrery.sim.history.Operation;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Judges a run that is over, one check after the other. */
final class Verdicts {
    private final Simulation simulation;
    private final Witness witness;
    private final @Nullable BooleanSupplier wanted;
    private boolean interrupted;

    Verdicts(Simulation simulation, boolean interrupted, Witness witness, @Nullable BooleanSupplier wanted) {
        this.simulation = simulation;
        this.interrupted = interrupted;
        this.witness = witness;
        this.wanted = wanted;
    }

    /** Whether the run, or judging it, was ended from outside. */
    boolean interrupted() {
        return interrupted;
    }

    /** How a property of the nodes came out. */
    CheckVerdict of(Check.OnNodes check, Invariant invariant) {
        for (Violation violation : simulation.violations()) {
            if (violation.invariant().equals(invariant.name())) {
                return new CheckVerdict(
                        check.name(), Verdict.FAIL, violation.message(), violation.event(), violation.at(), List.of());
            }
        }
        for (BrokenInvariant broken : simulation.brokenInvariants()) {
            if (broken.invariant().equals(invariant.name())) {
                return unknown(
                        check.name(),
                        "the check threw at event " + broken.event() + ": " + Thrown.words(broken.thrown()));
            }
        }
        return interrupted
                ? unknown(check.name(), "not violated until the run was interrupted")
                : new CheckVerdict(check.name(), Verdict.PASS, invariant.evidence(), null, null, List.of());
    }

    /** How a property of the history came out. */
    CheckVerdict of(String name, HistoryCheck check) {
        @Nullable CheckResult found;
        try {
            found = interrupted ? null : judge(check);
        } catch (RuntimeException | AssertionError | StackOverflowError thrown) {
            return unknown(name, "the check threw " + Thrown.words(thrown));
        }
        if (found == null) {
            interrupted = true;
            return unknown(name, "not judged, since the run was interrupted");
        }
        Long event = found.event() == CheckResult.NO_EVENT ? null : found.event();
        CheckVerdict verdict = new CheckVerdict(
                name,
                Verdict.of(found.outcome()),
                found.message(),
                event,
                at(found),
                found.operations(),
                found.explanation());
        if (verdict.verdict() == Verdict.FAIL) {
            simulation.traceViolation(name, found.message(), List.of());
        }
        return verdict;
    }

    private @Nullable CheckResult judge(HistoryCheck check) {
        Supplier<CheckResult> judgement = () -> check.check(simulation.history(), witness);
        return wanted == null ? judgement.get() : new Patience(wanted).await(judgement);
    }

    /** How a run came out that the system under test has broken. */
    CheckVerdict of(String name, SimulationException broken) {
        Throwable thrown = broken.getCause();
        String message = thrown == null ? broken.what() : broken.what() + ":\n" + Thrown.words(thrown);
        simulation.traceViolation(name, message, List.of());
        return new CheckVerdict(name, Verdict.FAIL, message, simulation.digest().events(), simulation.now(), List.of());
    }

    static CheckVerdict unknown(String name, String why) {
        return new CheckVerdict(name, Verdict.INCONCLUSIVE, why, null, null, List.of());
    }

    /** When the operation to blame first was over, or began if it never was. */
    private @Nullable Long at(CheckResult found) {
        if (found.outcome() != CheckResult.Outcome.FAIL || found.operations().isEmpty()) {
            return null;
        }
        Operation blamed = simulation.history().get(found.operations().get(0));
        return blamed.completedAt() == Operation.NEVER ? blamed.invokedAt() : blamed.completedAt();
    }
}
