package dev.orrery.sim.check.certificate;

import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.history.Interval;
import java.util.BitSet;
import java.util.List;

/** Of an object that nobody knows, an operation needs all that may have changed something before it returned. */
record EarlierChanges(List<Interval> object, BitSet changes) implements Needs.Rule {

    EarlierChanges(Model<?> model, List<Interval> object) {
        this(object, new BitSet());
        for (int i = 0; i < object.size(); i++) {
            changes.set(i, !model.onlyLooks(object.get(i).operation()));
        }
    }

    @Override
    public boolean isMet(int i, BitSet some) {
        BitSet missing = (BitSet) changes.clone();
        missing.andNot(some);
        int first = missing.nextSetBit(0);
        return first < 0 || object.get(first).invoked() >= object.get(i).returned();
    }

    @Override
    public void addNeeded(int i, BitSet some) {
        for (int change = changes.nextSetBit(0);
                change >= 0 && object.get(change).invoked() < object.get(i).returned();
                change = changes.nextSetBit(change + 1)) {
            some.set(change);
        }
    }
}
