package dev.orrery.sim.check.linearizability;

import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.check.HistoryCheck;
import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.history.CompareAndSet;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether a history is linearizable, key by key.
 *
 * <p>An operation that failed never took effect. One whose outcome is unknown, or that is still open, may have taken
 * effect at any time after its invocation, or never. Operations at the same nanosecond are ordered as the history was
 * appended.
 *
 * <p>The search is exponential in the worst case, so it has a budget of steps, each about one question to the model; a
 * search that spends it is inconclusive. The keys take turns, with growing shares, so that a hard key does not keep a
 * violation of another one from being found. Steps are counted, not timed, so the verdict is the same on every machine.
 */
public final class LinearizabilityCheck implements HistoryCheck {
    private static final String NAME = "linearizable";
    private static final long FIRST_SHARE = 4096;
    private static final int SHARE_GROWTH = 4;
    private static final int MOST_TOLD = 6;

    private final Model<?> model;
    private final long stepBudget;

    /**
     * @param stepBudget steps for the whole history, all keys together; at least 1, or an {@link
     *     IllegalArgumentException}
     */
    public LinearizabilityCheck(Model<?> model, long stepBudget) {
        if (stepBudget < 1) {
            throw new IllegalArgumentException("a budget of " + stepBudget + " steps decides nothing");
        }
        this.model = model;
        this.stepBudget = stepBudget;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public CheckResult check(History history) {
        return check(history, model);
    }

    private <S> CheckResult check(History history, Model<S> model) {
        List<Search<S>> undecided = new ArrayList<>();
        for (Partition partition : split(history, model)) {
            if (partition.returns() > 0) {
                undecided.add(new Search<>(partition, model));
            }
        }
        if (undecided.isEmpty()) {
            return CheckResult.inconclusive(
                    NAME, "none of the " + history.size() + " operations was answered, so there is nothing to judge");
        }
        int keys = undecided.size();
        long left = stepBudget;
        for (long share = FIRST_SHARE; !undecided.isEmpty(); share *= SHARE_GROWTH) {
            for (Search<S> search : undecided) {
                long before = search.steps();
                search.advance(Math.min(share, left));
                left -= search.steps() - before;
                if (search.verdict() == Search.Verdict.NOT_LINEARIZABLE) {
                    return violation(search, model);
                }
            }
            undecided.removeIf(search -> search.verdict() == Search.Verdict.LINEARIZABLE);
            if (left <= 0 && !undecided.isEmpty()) {
                return exhausted(undecided, keys);
            }
        }
        return CheckResult.pass(
                NAME,
                history.count(Operation.Outcome.OK) + " answered operations on " + keys + (keys == 1 ? " key" : " keys")
                        + " have a legal order");
    }

    private static Iterable<Partition> split(History history, Model<?> model) {
        Map<Optional<Object>, Partition> partitions = new LinkedHashMap<>();
        for (History.Event event : history.events()) {
            Operation operation = event.operation();
            Partition partition = partitions.computeIfAbsent(
                    Optional.ofNullable(model.object(operation)), object -> new Partition(object.orElse(null)));
            if (event.invocation()) {
                partition.invoked(operation, model);
            } else {
                partition.completed(operation);
            }
        }
        return partitions.values();
    }

    private <S> CheckResult exhausted(List<Search<S>> undecided, int keys) {
        String which = undecided.stream()
                .limit(MOST_TOLD)
                .map(search -> keyInWords(search.partition().key()))
                .collect(Collectors.joining(", "));
        return CheckResult.inconclusive(
                NAME,
                "the budget of " + stepBudget + " steps was spent before " + undecided.size() + " of " + keys
                        + " keys were decided: " + which + (undecided.size() > MOST_TOLD ? ", ..." : ""));
    }

    private static <S> CheckResult violation(Search<S> search, Model<S> model) {
        Partition partition = search.partition();
        Operation stuck = partition.returning(search.farthest()).operation();
        List<Integer> operations = new ArrayList<>();
        operations.add(stuck.index());
        StringBuilder message = new StringBuilder()
                .append(keyInWords(partition.key()))
                .append(": ")
                .append(inWords(stuck))
                .append(", but in every legal order of the operations before and beside it, it finds ")
                .append(statesInWords(search.statesAtFarthest(), model));
        String separator = "; at the same time: ";
        for (Answered other : partition.open(search.farthest())) {
            if (other.operation().index() != stuck.index()) {
                operations.add(other.operation().index());
                if (operations.size() <= MOST_TOLD + 1) {
                    message.append(separator).append(inWords(other.operation()));
                    separator = "; ";
                }
            }
        }
        if (operations.size() > MOST_TOLD + 1) {
            message.append("; and ").append(operations.size() - 1 - MOST_TOLD).append(" more");
        }
        return CheckResult.fail(NAME, message.toString(), operations);
    }

    private static <S> String statesInWords(Set<S> states, Model<S> model) {
        String some = states.stream().limit(MOST_TOLD).map(model::describe).collect(Collectors.joining(" or "));
        return states.size() > MOST_TOLD ? some + " or one of " + (states.size() - MOST_TOLD) + " others" : some;
    }

    private static String keyInWords(@Nullable Object key) {
        return key == null ? "the one object" : "key " + key;
    }

    private static String inWords(Operation operation) {
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
        words.append(" to ").append(seconds(operation.completedAt()));
        if (operation.input() == null || operation.output() != null) {
            words.append(", answered ").append(operation.output() == null ? "nothing" : operation.output());
        }
        return words.toString();
    }

    private static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString() + " s";
    }
}
