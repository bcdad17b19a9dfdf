package dev.orrery.sim.check.linearizability;

import dev.orrery.sim.history.CompareAndSet;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.history.Operation.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Judges a tiny history of a key-value store by trying all orders of all keys together, straight from the definition. */
final class BruteForce {
    private final List<Operation> operations;
    private final int[] invoked;
    private final int[] returned;
    private final boolean[] placed;

    private BruteForce(History history) {
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

    static boolean isLinearizable(History history) {
        return new BruteForce(history).canFinish(new TreeMap<>());
    }

    private boolean canFinish(Map<String, Object> store) {
        boolean allAnsweredArePlaced = true;
        for (Operation operation : operations) {
            int i = operation.index();
            if (placed[i] || operation.outcome() == Outcome.FAIL) {
                continue;
            }
            allAnsweredArePlaced &= operation.outcome() != Outcome.OK;
            Map<String, Object> after = new TreeMap<>(store);
            if (isNext(i) && apply(operation, after)) {
                placed[i] = true;
                boolean found = canFinish(after);
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

    private static boolean apply(Operation operation, Map<String, Object> store) {
        String key = String.valueOf(operation.key());
        Object answer = Reference.apply(store, key, operation.f(), operation.input());
        boolean answerMatters = operation.outcome() == Outcome.OK
                && (operation.f().equals("read") || operation.input() instanceof CompareAndSet);
        return !answerMatters || Objects.equals(answer, operation.output());
    }
}
