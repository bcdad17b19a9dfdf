package dev.orrery.sim.check.linearizability;

import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.history.Operation.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Judges a tiny history by trying all orders of all objects together, straight from the definition. */
final class AllOrders {
    /** An answer that nobody got gives no fence away. */
    private static final Object NO_FENCE = 0L;

    private final PlainObject object;
    private final List<Operation> operations;
    private final int[] invoked;
    private final int[] returned;
    private final boolean[] placed;

    private AllOrders(PlainObject object, History history) {
        this.object = object;
        operations = history.operations();
        invoked = new int[history.size()];
        returned = new int[history.size()];
        placed = new boolean[history.size()];
        List<History.Event> events = history.events();
        for (int i = 0; i < events.size(); i++) {
            History.Event event = events.get(i);
            (event.invocation() ? invoked : returned)[event.operation().index()] = i;
        }
    }

    static boolean haveALegalOne(PlainObject object, History history) {
        return new AllOrders(object, history).canFinish(new TreeMap<>());
    }

    private boolean canFinish(Map<String, List<Object>> states) {
        boolean allAnsweredArePlaced = true;
        for (Operation operation : operations) {
            int i = operation.index();
            if (placed[i] || operation.outcome() == Outcome.FAIL) {
                continue;
            }
            allAnsweredArePlaced &= operation.outcome() != Outcome.OK;
            if (!isNext(i)) {
                continue;
            }
            String key = String.valueOf(operation.key());
            List<Object> after = new ArrayList<>(states.getOrDefault(key, List.of()));
            Object answer = object.perform(
                    after,
                    new PlainObject.Request(operation.f(), operation.input()),
                    operation.client(),
                    operation.outcome() == Outcome.OK ? operation.output() : NO_FENCE);
            if (operation.outcome() != Outcome.OK || Objects.equals(answer, operation.output())) {
                Map<String, List<Object>> changed = new TreeMap<>(states);
                changed.put(key, after);
                placed[i] = true;
                boolean found = canFinish(changed);
                placed[i] = false;
                if (found) {
                    return true;
                }
            }
        }
        return allAnsweredArePlaced;
    }

    /** Whether nothing that is still to be placed had returned before this one was invoked. */
    private boolean isNext(int i) {
        for (Operation other : operations) {
            int j = other.index();
            if (!placed[j] && other.outcome() == Outcome.OK && returned[j] < invoked[i]) {
                return false;
            }
        }
        return true;
    }
}
