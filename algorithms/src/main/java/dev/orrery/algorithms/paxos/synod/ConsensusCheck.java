package dev.orrery.algorithms.paxos.synod;

import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.check.HistoryCheck;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All answers are one value, which was asked for before the first of them. */
final class ConsensusCheck implements HistoryCheck {
    private static final String NAME = "consensus";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public CheckResult check(History history) {
        Operation first = null;
        long answers = 0;
        for (Operation operation : history.operations()) {
            if (operation.outcome() != Operation.Outcome.OK) {
                continue;
            }
            answers++;
            if (first == null || operation.completedAt() < first.completedAt()) {
                first = operation;
            }
        }
        if (first == null) {
            return CheckResult.inconclusive(NAME, "nobody was told a value");
        }
        Operation other = other(history, first);
        if (other != null) {
            return CheckResult.fail(
                    NAME,
                    first.client() + " was told that " + first.output() + " was chosen, and " + other.client()
                            + " that " + other.output() + " was",
                    List.of(other.index(), first.index()));
        }
        if (!wasProposed(history, first)) {
            return CheckResult.fail(
                    NAME,
                    first.client() + " was told that " + first.output()
                            + " was chosen, which nobody had proposed by then",
                    List.of(first.index()));
        }
        return CheckResult.pass(NAME, answers + " answers name the same value, " + first.output());
    }

    private static @Nullable Operation other(History history, Operation first) {
        for (Operation operation : history.operations()) {
            if (operation.outcome() == Operation.Outcome.OK && !Objects.equals(operation.output(), first.output())) {
                return operation;
            }
        }
        return null;
    }

    private static boolean wasProposed(History history, Operation first) {
        return history.operations().stream()
                .anyMatch(operation -> Objects.equals(operation.input(), first.output())
                        && operation.invokedAt() <= first.completedAt());
    }
}
