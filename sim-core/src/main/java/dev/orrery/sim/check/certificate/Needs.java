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

    /** What operations need of each other, as far as one kind of object goes. */
    interface Rule {
        /** Whether these operations have all that one of them needs. */
        boolean isMet(int operation, BitSet some);

        /** Adds what an operation needs; of what it needs any one of, the last. */
        void addNeeded(int operation, BitSet some);
    }

    private final Rule rule;

    private Needs(Rule rule) {
        this.rule = rule;
    }

    /** What the operations about one object of this kind need. Of an object that nobody knows, all changes are needed. */
    static Needs of(Model<?> model, List<Interval> object) {
        return new Needs(rule(model, object));
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
        return new EarlierChanges(model, object);
    }

    private static boolean isOnlyAppended(List<Interval> object) {
        return object.stream().noneMatch(interval -> interval.operation().f().equals("write"));
    }

    /** Takes out of these operations all that lack something they need among the others of them. */
    void close(BitSet some) {
        int before;
        do {
            before = some.cardinality();
            for (int i = some.nextSetBit(0); i >= 0; i = some.nextSetBit(i + 1)) {
                some.set(i, rule.isMet(i, some));
            }
        } while (some.cardinality() < before);
    }

    /** Adds to these operations all that they need, and what that needs, and so on. */
    void open(BitSet some) {
        BitSet asked = new BitSet();
        BitSet left = (BitSet) some.clone();
        while (!left.isEmpty()) {
            for (int i = left.nextSetBit(0); i >= 0; i = left.nextSetBit(i + 1)) {
                rule.addNeeded(i, some);
                asked.set(i);
            }
            left.or(some);
            left.andNot(asked);
        }
    }
}
