package dev.orrery.sim.check.linearizability;

import dev.orrery.sim.history.CompareAndSet;
import dev.orrery.sim.history.Operation;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the check says. */
final class Wording {
    private static final int MOST_TOLD = 6;

    private Wording() {}

    /** @param operations the one that no order gets past, and others beside it */
    static String violation(List<Operation> operations) {
        Operation stuck = operations.get(0);
        String beside = operations.stream()
                .skip(1)
                .limit(MOST_TOLD)
                .map(Wording::operation)
                .collect(Collectors.joining("; "));
        int more = operations.size() - 1 - MOST_TOLD;
        return key(stuck.key()) + ": " + operation(stuck)
                + ", which no legal order of the operations before and beside it allows"
                + (beside.isEmpty() ? "" : "; beside it: " + beside)
                + (more > 0 ? "; and " + more + " more" : "");
    }

    /** Why a search found nothing out so far. */
    static String difficulty(Search<?> search) {
        Timeline timeline = search.timeline();
        int unknown = timeline.unknown.length;
        return key(timeline.operation(0).key()) + " (up to " + timeline.mostOpen() + " operations at once, "
                + (unknown == 0 ? "none" : unknown) + " of unknown outcome that may have changed something; "
                + search.farthest() + " of " + timeline.size() + " answers are in order)";
    }

    /** @param difficulties of the objects that are undecided */
    static String spent(String budget, List<String> difficulties) {
        String some = difficulties.stream().limit(MOST_TOLD).collect(Collectors.joining(", "));
        return "the " + budget + " was spent, and undecided is " + some
                + (difficulties.size() > MOST_TOLD ? ", and " + (difficulties.size() - MOST_TOLD) + " more" : "")
                + ". More budget may decide it; fewer clients a key, fewer operations that are given up, and values that"
                + " are written once make it easy.";
    }

    private static String key(@Nullable Object key) {
        return key == null ? "the one object" : "key " + key;
    }

    private static String operation(Operation operation) {
        StringBuilder words = new StringBuilder()
                .append("operation ")
                .append(operation.index())
                .append(", ")
                .append(operation.f());
        if (operation.input() instanceof CompareAndSet change) {
            words.append(" from ").append(change.from()).append(" to ").append(change.to());
        } else if (operation.input() != null) {
            words.append(' ').append(operation.input());
        }
        words.append(" by ").append(operation.client());
        words.append(" from ").append(seconds(operation.invokedAt()));
        if (operation.outcome() == Operation.Outcome.OK) {
            words.append(" to ").append(seconds(operation.completedAt()));
            if (operation.input() == null || operation.output() != null) {
                words.append(", answered ").append(operation.output() == null ? "nothing" : operation.output());
            }
        } else {
            words.append(" on");
        }
        return words.toString();
    }

    private static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString() + " s";
    }
}
