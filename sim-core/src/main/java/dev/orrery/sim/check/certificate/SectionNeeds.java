package dev.orrery.sim.check.certificate;

import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.check.model.MutexModel;
import dev.orrery.sim.history.Interval;
import dev.orrery.sim.history.Operation;
import java.util.ArrayList;
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
    private final Model<?> model;
    private final List<Interval> object;
    private final Map<String, List<Integer>> changesOfClient = new LinkedHashMap<>();
    private final boolean isAllOne;

    SectionNeeds(Model<?> model, List<Interval> object) {
        this.model = model;
        this.object = object;
        for (int i = 0; i < object.size(); i++) {
            Operation operation = object.get(i).operation();
            if (!model.onlyLooks(operation)) {
                changesOfClient
                        .computeIfAbsent(operation.client(), client -> new ArrayList<>())
                        .add(i);
            }
        }
        isAllOne = model instanceof MutexModel
                && !changesOfClient.values().stream().allMatch(this::areSections);
    }

    /** Whether acquisitions and releases alternate, and nothing comes after one of unknown outcome. */
    private boolean areSections(List<Integer> changes) {
        for (int k = 0; k < changes.size(); k++) {
            Interval change = object.get(changes.get(k));
            if (change.operation().f().equals("acquire") != (k % 2 == 0)
                    || (!change.isAnswered() && k < changes.size() - 1)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public BitSet all(int i) {
        Operation operation = object.get(i).operation();
        BitSet all = new BitSet();
        if (model.onlyLooks(operation)) {
            return Needs.earlierChanges(i, model, object);
        }
        if (isAllOne) {
            changesOfClient.values().forEach(changes -> changes.forEach(all::set));
            return all;
        }
        List<Integer> changes = changesOfClient.getOrDefault(operation.client(), List.of());
        if (!areSections(changes)) {
            changes.forEach(all::set);
            return all;
        }
        int partner = changes.indexOf(i) ^ 1;
        if (partner < changes.size()) {
            all.set(changes.get(partner));
        }
        return all;
    }
}
