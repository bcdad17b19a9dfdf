package dev.orrery.sim.check.certificate;

import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.check.model.MutexModel;
import dev.orrery.sim.history.Interval;
import dev.orrery.sim.history.Operation;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * With a lock, an acquisition and the release that follows it belong together. Where it is not plain which these are,
 * since a client's outcomes are unknown or it entered twice, all that the client did belongs together; and if the lock does
 * not know its owner either, all that anybody did. Who was refused needs all that may have held the lock before.
 */
final class SectionNeeds implements Needs.Rule {
    private final EarlierChanges earlier;
    /** By operation: all that belongs together with it. Who was refused belongs to nothing. */
    private final int[][] together;

    SectionNeeds(Model<?> model, List<Interval> object) {
        earlier = new EarlierChanges(model, object);
        together = new int[object.size()][];
        Map<String, BitSet> changesOfClient = new LinkedHashMap<>();
        for (int i : earlier.changes().stream().toArray()) {
            Operation operation = object.get(i).operation();
            changesOfClient
                    .computeIfAbsent(operation.client(), client -> new BitSet())
                    .set(i);
        }
        boolean isAllOne = model instanceof MutexModel
                && !changesOfClient.values().stream().allMatch(changes -> areSections(changes, object));
        int[] all = earlier.changes().stream().toArray();
        for (BitSet some : changesOfClient.values()) {
            int[] changes = some.stream().toArray();
            if (isAllOne) {
                joinAll(changes, all);
            } else if (areSections(some, object)) {
                joinPairs(changes);
            } else {
                joinAll(changes, changes);
            }
        }
    }

    /** Whether acquisitions and releases alternate, and nothing comes after one of unknown outcome. */
    private static boolean areSections(BitSet changes, List<Interval> object) {
        boolean acquires = true;
        for (int i = changes.nextSetBit(0); i >= 0; i = changes.nextSetBit(i + 1)) {
            Interval change = object.get(i);
            if (change.operation().f().equals("acquire") != acquires
                    || (!change.isAnswered() && changes.nextSetBit(i + 1) >= 0)) {
                return false;
            }
            acquires = !acquires;
        }
        return true;
    }

    private void joinPairs(int[] changes) {
        for (int k = 0; k < changes.length; k += 2) {
            int[] pair = Arrays.copyOfRange(changes, k, Math.min(k + 2, changes.length));
            joinAll(pair, pair);
        }
    }

    private void joinAll(int[] changes, int[] all) {
        for (int i : changes) {
            together[i] = all;
        }
    }

    @Override
    public boolean isMet(int i, BitSet some) {
        if (!earlier.changes().get(i)) {
            return earlier.isMet(i, some);
        }
        for (int needed : together[i]) {
            if (!some.get(needed)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void addNeeded(int i, BitSet some) {
        if (earlier.changes().get(i)) {
            for (int needed : together[i]) {
                some.set(needed);
            }
        } else {
            earlier.addNeeded(i, some);
        }
    }
}
