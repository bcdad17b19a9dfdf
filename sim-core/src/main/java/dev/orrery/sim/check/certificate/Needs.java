package dev.orrery.sim.check.certificate;

import dev.orrery.sim.check.model.AppendModel;
import dev.orrery.sim.check.model.KeyValueModel;
import dev.orrery.sim.check.model.LockModel;
import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.check.model.MutexModel;
import dev.orrery.sim.check.model.PriorityQueueModel;
import dev.orrery.sim.check.model.QueueModel;
import dev.orrery.sim.check.model.SetModel;
import dev.orrery.sim.check.model.StackModel;
import dev.orrery.sim.history.Interval;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which operations make no sense without which others: a read without the write of what it answered, a release without the
 * acquisition before it. Operations are known by their place in a list.
 *
 * <p>Whoever cuts a history down must keep to it: from a linearizable history it leaves a linearizable one. So whatever it
 * leaves that is not linearizable proves that the whole is not, and shows what went wrong. Without its write the read of a
 * stale value would be illegal as well, but as a read of what nobody wrote, which is not what happened.
 */
final class Needs {

    /**
     * What one operation needs.
     *
     * @param all each of these
     * @param any at least one of these, if there are any
     */
    private record Need(BitSet all, BitSet any) {
        boolean isMetBy(BitSet some) {
            BitSet missing = (BitSet) all.clone();
            missing.andNot(some);
            return missing.isEmpty() && (any.isEmpty() || any.intersects(some));
        }
    }

    /** What operations need of each other, as far as one kind of object goes. */
    interface Rule {
        /** Each of these operations. */
        BitSet all(int operation);

        /** At least one of these operations, if there are any. */
        default BitSet any(int operation) {
            return new BitSet();
        }
    }

    private final List<Need> needs = new ArrayList<>();

    private Needs(int operations, Rule rule) {
        for (int i = 0; i < operations; i++) {
            needs.add(new Need(without(i, rule.all(i)), without(i, rule.any(i))));
        }
    }

    private static BitSet without(int operation, BitSet needed) {
        needed.clear(operation);
        return needed;
    }

    /** What the operations about one object of this kind need. Of an object that nobody knows, all changes are needed. */
    static Needs of(Model<?> model, List<Interval> object) {
        return new Needs(object.size(), rule(model, object));
    }

    private static Rule rule(Model<?> model, List<Interval> object) {
        if (model instanceof KeyValueModel) {
            return new RegisterNeeds(model, object);
        }
        boolean isCollection = model instanceof QueueModel
                || model instanceof StackModel
                || model instanceof PriorityQueueModel
                || model instanceof SetModel
                || (model instanceof AppendModel && isOnlyAppended(object));
        if (isCollection) {
            return new ElementNeeds(model, object);
        }
        if (model instanceof LockModel || model instanceof MutexModel) {
            return new SectionNeeds(model, object);
        }
        return i -> earlierChanges(i, model, object);
    }

    private static boolean isOnlyAppended(List<Interval> object) {
        return object.stream().noneMatch(interval -> interval.operation().f().equals("write"));
    }

    /** All that may have changed something before an operation returned. */
    static BitSet earlierChanges(int i, Model<?> model, List<Interval> object) {
        BitSet changes = new BitSet();
        for (int j = 0;
                j < object.size() && object.get(j).invoked() < object.get(i).returned();
                j++) {
            changes.set(j, !model.onlyLooks(object.get(j).operation()));
        }
        return changes;
    }

    /** Takes out of these operations all that lack something they need among the others of them. */
    void close(BitSet some) {
        int before;
        do {
            before = some.cardinality();
            for (int i = some.nextSetBit(0); i >= 0; i = some.nextSetBit(i + 1)) {
                some.set(i, needs.get(i).isMetBy(some));
            }
        } while (some.cardinality() < before);
    }
}
