package dev.orrery.sim.check.transaction;

import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.check.HistoryCheck;
import dev.orrery.sim.check.transaction.inference.Finding;
import dev.orrery.sim.check.transaction.isolation.IsolationLevel;
import dev.orrery.sim.check.transaction.log.MalformedTransaction;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation.Outcome;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether the transactions of a history were isolated as a level promises.
 *
 * <p>The time it takes grows with the length of the history and no faster. A violation is told by the worst anomaly, step by
 * step, with the number of the others and the strongest levels that still hold. A history that is none of the model, or that
 * is ambiguous because a value was written twice, is inconclusive unless something is wrong all the same.
 */
public final class TransactionCheck implements HistoryCheck {
    private final @Nullable TransactionModel model;
    private final IsolationLevel level;

    private TransactionCheck(@Nullable TransactionModel model, IsolationLevel level) {
        this.model = model;
        this.level = level;
    }

    /** Judges histories of this model by this level. */
    public static TransactionCheck of(TransactionModel model, IsolationLevel level) {
        return new TransactionCheck(model, level);
    }

    /** Judges histories of whatever model they look like by this level. */
    public static TransactionCheck of(IsolationLevel level) {
        return new TransactionCheck(null, level);
    }

    /** The level's name. */
    @Override
    public String name() {
        return level.name();
    }

    @Override
    public CheckResult check(History history) {
        TransactionModel judged = model == null ? TransactionModel.of(history) : model;
        try {
            return check(history, TransactionAnalysis.of(judged, history));
        } catch (MalformedTransaction malformed) {
            return CheckResult.inconclusive(
                    name(), "this is no " + judged.text() + " history: " + malformed.getMessage());
        }
    }

    private CheckResult check(History history, TransactionAnalysis analysis) {
        List<Finding> against = analysis.against(level);
        if (!against.isEmpty()) {
            return violation(analysis, against.get(0));
        }
        int answered = history.count(Outcome.OK);
        if (answered == 0) {
            return CheckResult.inconclusive(
                    name(),
                    "none of the " + history.size() + " transactions was answered, so there is nothing to judge");
        }
        if (!analysis.doubts().isEmpty()) {
            return CheckResult.inconclusive(name(), analysis.doubts().get(0));
        }
        String allowed = analysis.counts().isEmpty()
                ? ""
                : "; found, but allowed: " + analysis.countsInWords() + " (for example: "
                        + analysis.findings().get(0).message() + ")";
        return CheckResult.pass(name(), answered + " transactions show no violation" + allowed);
    }

    private CheckResult violation(TransactionAnalysis analysis, Finding worst) {
        List<IsolationLevel> strongest = analysis.strongestLevels();
        String holds = strongest.isEmpty()
                ? "no level holds"
                : "the strongest that nothing refutes: "
                        + strongest.stream().map(IsolationLevel::name).collect(Collectors.joining(", "));
        return CheckResult.fail(
                name(),
                worst.anomaly().text() + ": " + worst.message() + " (Found in all: " + analysis.countsInWords() + "; "
                        + holds + ".)",
                worst.operations());
    }
}
