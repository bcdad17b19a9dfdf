package dev.orrery.sim.check.linearizability;

import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.check.HistoryCheck;
import dev.orrery.sim.check.HistoryWatch;
import dev.orrery.sim.check.Witness;
import dev.orrery.sim.check.certificate.Explainer;
import dev.orrery.sim.check.certificate.Explanation;
import dev.orrery.sim.check.certificate.Telling;
import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.check.unambiguous.FastPath;
import dev.orrery.sim.check.unambiguous.Ruling;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Interval;
import dev.orrery.sim.history.Operation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether a history is linearizable, object by object.
 *
 * <p>An operation that failed never took effect. One whose outcome is unknown, or that is still open, may have taken
 * effect at any time after its invocation, or never. Operations at the same nanosecond are ordered as the history was
 * appended.
 *
 * <p>An order that a {@link Witness} tells, and that explains every answer, decides. Else a {@link FastPath} does where it
 * applies to an object. Else a search does, which is exponential in the worst case,
 * so it has a budget: of steps, each about one question to the model, and of memory. A search that spends it is
 * inconclusive. The objects take turns, with growing shares, so that a hard one does not keep a violation of another one
 * from being found. Nothing is timed, so the verdict is the same on every machine.
 */
public final class LinearizabilityCheck implements HistoryCheck {
    /** How much memory a search may take unless it is told otherwise, in bytes. */
    public static final long DEFAULT_MEMORY = 256L << 20;

    private static final String NAME = "linearizable";
    private static final long FIRST_SHARE = 4096;
    private static final int SHARE_GROWTH = 4;

    /** For each of the questions that it takes to explain a violation. */
    private static final long STEPS_TO_EXPLAIN = 50_000;

    private final Model<?> model;
    private final long stepBudget;
    private final long memoryBudget;

    /**
     * With the memory of {@link #DEFAULT_MEMORY}.
     *
     * @param stepBudget steps for the whole history, all objects together; at least 1, or an {@link
     *     IllegalArgumentException}
     */
    public LinearizabilityCheck(Model<?> model, long stepBudget) {
        this(model, stepBudget, DEFAULT_MEMORY);
    }

    /**
     * With all budgets.
     *
     * @param stepBudget steps for the whole history, all objects together; at least 1, or an {@link
     *     IllegalArgumentException}
     * @param memoryBudget bytes that the search may take, as well as they can be counted; at least 1, or an {@link
     *     IllegalArgumentException}
     */
    public LinearizabilityCheck(Model<?> model, long stepBudget, long memoryBudget) {
        if (stepBudget < 1 || memoryBudget < 1) {
            throw new IllegalArgumentException(
                    "a budget of " + stepBudget + " steps and " + memoryBudget + " bytes decides nothing");
        }
        this.model = model;
        this.stepBudget = stepBudget;
        this.memoryBudget = memoryBudget;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public CheckResult check(History history) {
        return check(history, Witness.NONE);
    }

    @Override
    public HistoryWatch watch() {
        return new OnlineCheck(model);
    }

    @Override
    public CheckResult check(History history, Witness witness) {
        return check(history, model, witness);
    }

    private <S> CheckResult check(History history, Model<S> model, Witness witness) {
        List<List<Interval>> objects = split(history, model);
        if (objects.isEmpty()) {
            return CheckResult.inconclusive(NAME, nothingAnswered(history.size()) + ", so there is nothing to judge");
        }
        Machine<S> machine = new Machine<>(model);
        List<Search<S>> searches = new ArrayList<>();
        for (List<Interval> object : objects) {
            if (Witnessed.explains(model, object, witness)) {
                continue;
            }
            Ruling ruling = ShortCuts.judge(model, object);
            if (ruling instanceof Ruling.Illegal illegal) {
                return violation(history, model, object, illegal.clash());
            }
            if (ruling instanceof Ruling.DoesNotApply) {
                searches.add(new Search<>(new Timeline(object, machine), machine));
            }
        }
        CheckResult notLegal = search(history, model, searches);
        if (notLegal != null) {
            return notLegal;
        }
        int keys = objects.size();
        return CheckResult.pass(
                NAME,
                history.count(Operation.Outcome.OK) + " answered operations on " + keys + (keys == 1 ? " key" : " keys")
                        + " have a legal order");
    }

    private static String nothingAnswered(int operations) {
        return switch (operations) {
            case 0 -> "nothing was asked";
            case 1 -> "the one operation was not answered";
            default -> "none of the " + operations + " operations was answered";
        };
    }

    private static List<List<Interval>> split(History history, Model<?> model) {
        Map<Optional<Object>, List<Interval>> objects = new LinkedHashMap<>();
        for (Interval interval : Interval.of(history)) {
            objects.computeIfAbsent(Optional.ofNullable(model.object(interval.operation())), key -> new ArrayList<>())
                    .add(interval);
        }
        return objects.values().stream()
                .filter(object -> object.stream().anyMatch(Interval::isAnswered))
                .toList();
    }

    /** Lets the searches take turns; null if all of them find a legal order. */
    private <S> @Nullable CheckResult search(History history, Model<S> model, List<Search<S>> searches) {
        List<Search<S>> undecided = new ArrayList<>(searches);
        List<String> givenUp = new ArrayList<>();
        long stepsLeft = stepBudget;
        long bytes = searches.stream().mapToLong(Search::bytes).sum();
        for (long share = FIRST_SHARE; stepsLeft > 0 && !undecided.isEmpty(); share *= SHARE_GROWTH) {
            for (Iterator<Search<S>> turn = undecided.iterator(); stepsLeft > 0 && turn.hasNext(); ) {
                Search<S> search = turn.next();
                long before = search.steps();
                bytes -= search.bytes();
                boolean fits = search.advance(Math.min(share, stepsLeft), memoryBudget - bytes);
                stepsLeft -= search.steps() - before;
                if (search.verdict() == Search.Verdict.NOT_LINEARIZABLE) {
                    return violation(history, model, search.timeline().object(), List.of());
                }
                if (search.verdict() == Search.Verdict.LINEARIZABLE) {
                    turn.remove();
                } else if (!fits) {
                    givenUp.add(Wording.difficulty(search));
                    turn.remove();
                } else {
                    bytes += search.bytes();
                }
            }
        }
        if (undecided.isEmpty() && givenUp.isEmpty()) {
            return null;
        }
        String spent =
                stepsLeft > 0 ? "memory of " + (memoryBudget >> 20) + " MB" : "budget of " + stepBudget + " steps";
        undecided.forEach(search -> givenUp.add(Wording.difficulty(search)));
        return CheckResult.inconclusive(NAME, Wording.spent(spent, givenUp));
    }

    private static <S> CheckResult violation(
            History history, Model<S> model, List<Interval> object, List<Interval> clash) {
        Optional<Object> key = Optional.ofNullable(model.object(object.get(0).operation()));
        List<Operation> failed = history.operations().stream()
                .filter(operation -> operation.outcome() == Operation.Outcome.FAIL)
                .filter(operation ->
                        Optional.ofNullable(model.object(operation)).equals(key))
                .toList();
        Explanation explanation = Explainer.explain(
                model,
                key.map(name -> "key " + name).orElse(""),
                object,
                clash,
                failed,
                new SearchDecider<>(model, STEPS_TO_EXPLAIN));
        return CheckResult.fail(NAME, Telling.text(explanation, history::get), explanation);
    }
}
