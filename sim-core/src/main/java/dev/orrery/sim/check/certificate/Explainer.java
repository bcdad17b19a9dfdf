package dev.orrery.sim.check.certificate;

import dev.orrery.sim.check.certificate.Decider.Answer;
import dev.orrery.sim.check.certificate.Explanation.Attempt;
import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.history.Interval;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.history.Operation.Outcome;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Finds out why operations about one object are not linearizable, and says it. */
public final class Explainer {
    /** So few operations are decided by trying all orders. */
    private static final int FEW = 9;

    private Explainer() {}

    /**
     * Explains.
     *
     * @param name the object in words: {@code key 3}, or empty if there is but one
     * @param object all its operations that may have taken effect, in the order of invocation; not linearizable
     * @param clash some of these that are not linearizable by themselves, if they are known; else none
     * @param failed those that certainly took no effect, in case somebody saw one nevertheless
     * @param decider tells about subsets of the operations; may give up
     */
    public static <S> Explanation explain(
            Model<S> model,
            String name,
            List<Interval> object,
            List<Interval> clash,
            List<Operation> failed,
            Decider decider) {
        Decider sparing =
                operations -> operations.size() <= FEW ? allOrders(model, operations) : decider.decide(operations);
        List<Interval> suspects = clash.isEmpty() ? beginning(model, object, sparing) : clash;
        Needs needs = Needs.of(model, suspects);
        Questions questions = new Questions(suspects, sparing);
        BitSet window = new Window(suspects, needs, questions).find();
        List<Interval> few = questions.those(new Minimizer(suspects.size(), needs, questions).minimize(window));
        Breaking<S> breaking = Breaking.of(model, few, sparing);
        List<Attempt> attempts = few.size() <= AllOrders.MOST ? DeadEnds.of(model, few) : List.of();
        Diagnosis diagnosis = Diagnosis.of(model, object, few, failed, breaking.stuck());
        return new Explanation(
                diagnosis.anomaly(),
                diagnosis.sentence(),
                name,
                indices(few),
                indices(few.stream()
                        .filter(interval -> interval.operation().outcome() == Outcome.OPEN)
                        .toList()),
                breaking.stuck().operation().index(),
                indices(breaking.prefix()),
                model.describe(breaking.state()),
                attempts);
    }

    /** Where some operations of which each is answered break: what {@link Explanation#stuck} and the rest tell. */
    private record Breaking<S>(Interval stuck, List<Interval> prefix, S state) {

        /** Asks for one return after the other whether what was over until then has a legal order. */
        static <S> Breaking<S> of(Model<S> model, List<Interval> few, Decider decider) {
            List<Interval> returns = few.stream()
                    .filter(Interval::isAnswered)
                    .sorted(Comparator.comparingInt(Interval::returned))
                    .toList();
            List<Interval> prefix = List.of();
            for (Interval returning : returns) {
                List<Interval> until = until(returning.returned(), few);
                if (until.size() > AllOrders.MOST) {
                    return new Breaking<>(firstIllegal(returns, few, decider), prefix, after(model, prefix));
                }
                List<Interval> order = AllOrders.legalOrder(model, until);
                if (order == null) {
                    return new Breaking<>(returning, prefix, after(model, prefix));
                }
                prefix = order;
            }
            throw new IllegalArgumentException("operations that were said to have no legal order have one");
        }

        /** Of many operations: what is illegal until one return is so until each later one. At the latest it is the last. */
        private static Interval firstIllegal(List<Interval> returns, List<Interval> few, Decider decider) {
            int low = 0;
            int high = returns.size() - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (decider.decide(openAfter(returns.get(middle).returned(), few)) == Answer.ILLEGAL) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return returns.get(high);
        }

        /** What was invoked until then; what was not over yet may still be left out. */
        private static List<Interval> until(int place, List<Interval> few) {
            return few.stream()
                    .filter(interval -> interval.invoked() < place)
                    .map(interval -> interval.returned() <= place
                            ? interval
                            : new Interval(interval.operation(), interval.invoked(), Interval.NEVER))
                    .toList();
        }

        private static <S> S after(Model<S> model, List<Interval> order) {
            S state = model.initial();
            for (Interval interval : order) {
                S next = model.step(state, interval.operation());
                state = next == null ? state : next;
            }
            return state;
        }
    }

    /** What was known at the first return with which the operations are illegal, but for what has only looked since. */
    private static List<Interval> beginning(Model<?> model, List<Interval> object, Decider decider) {
        int[] returns = object.stream()
                .mapToInt(Interval::returned)
                .filter(returned -> returned != Interval.NEVER)
                .sorted()
                .toArray();
        int low = 0;
        int high = returns.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (decider.decide(openAfter(returns[middle], object)) == Answer.ILLEGAL) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        int end = returns[high];
        List<Interval> effective = object.stream()
                .filter(interval -> interval.returned() <= end || !model.onlyLooks(interval.operation()))
                .toList();
        return openAfter(end, effective);
    }

    /** What was known at some moment: later answers had not come yet. */
    private static List<Interval> openAfter(int place, List<Interval> object) {
        return object.stream()
                .filter(interval -> interval.invoked() < place)
                .map(interval -> interval.returned() <= place ? interval : unanswered(interval))
                .toList();
    }

    static Interval unanswered(Interval interval) {
        Operation operation = interval.operation();
        return new Interval(
                new Operation(
                        operation.index(),
                        operation.process(),
                        operation.client(),
                        operation.f(),
                        operation.key(),
                        operation.input(),
                        null,
                        operation.intendedAt(),
                        operation.invokedAt(),
                        Operation.NEVER,
                        Outcome.OPEN,
                        null),
                interval.invoked(),
                Interval.NEVER);
    }

    private static Answer allOrders(Model<?> model, List<Interval> operations) {
        return AllOrders.legalOrder(model, operations) == null ? Answer.ILLEGAL : Answer.LEGAL;
    }

    private static List<Integer> indices(List<Interval> operations) {
        return operations.stream().map(interval -> interval.operation().index()).toList();
    }
}
