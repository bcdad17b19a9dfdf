package dev.orrery.sim.check.linearizability;

import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.history.Operation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The part of a history that is about one object, laid out for the search: the returns in their order, and for each of
 * them the operations that may be placed before it. Failed operations are left out, since they never took effect.
 */
final class Partition {

    /** Two unknown operations that ask for the same are interchangeable. */
    private record Request(String f, @Nullable Object input, String client) {}

    /** What may be placed before a return. */
    private record Return(Answered operation, List<Answered> open, int unknowns) {}

    private static final int NO_TWIN = -1;

    private final @Nullable Object key;
    private final List<Return> returns = new ArrayList<>();
    private final List<Operation> unknowns = new ArrayList<>();
    private final List<Integer> twins = new ArrayList<>();
    private final Map<Request, Integer> latestUnknown = new LinkedHashMap<>();

    /** The answered operations that have been invoked and have not returned, by index. */
    private final TreeMap<Integer, Answered> open = new TreeMap<>();

    private final BitSet takenSlots = new BitSet();

    Partition(@Nullable Object key) {
        this.key = key;
    }

    void invoked(Operation operation, Model<?> model) {
        switch (operation.outcome()) {
            case OK -> {
                int slot = takenSlots.nextClearBit(0);
                takenSlots.set(slot);
                open.put(operation.index(), new Answered(operation, slot, model.onlyLooks(operation)));
            }
            case INFO, OPEN -> {
                Integer twin = latestUnknown.put(
                        new Request(operation.f(), operation.input(), model.knowsClients() ? operation.client() : ""),
                        unknowns.size());
                twins.add(twin == null ? NO_TWIN : twin);
                unknowns.add(operation);
            }
            case FAIL -> {}
        }
    }

    void completed(Operation operation) {
        Answered returning = open.get(operation.index());
        if (returning == null) {
            return; // it failed, or its outcome is unknown
        }
        List<Answered> placeable = new ArrayList<>(open.values());
        placeable.sort(Comparator.comparingLong(answered -> answered.operation().completedAt()));
        returns.add(new Return(returning, placeable, unknowns.size()));
        open.remove(operation.index());
        takenSlots.clear(returning.slot());
    }

    @Nullable
    Object key() {
        return key;
    }

    int returns() {
        return returns.size();
    }

    /** The operation that returns at this place in the order of returns. */
    Answered returning(int at) {
        return returns.get(at).operation();
    }

    /** The answered operations that are open just before this return, the most urgent first. */
    List<Answered> open(int at) {
        return returns.get(at).open();
    }

    /** How many operations of unknown outcome were invoked before this return. */
    int unknowns(int at) {
        return returns.get(at).unknowns();
    }

    Operation unknown(int i) {
        return unknowns.get(i);
    }

    /** Whether an earlier unknown operation asks for the same and is not among the used ones, so that it goes first. */
    boolean hasUnusedTwin(int unknown, BitSet used) {
        int twin = twins.get(unknown);
        return twin != NO_TWIN && !used.get(twin);
    }
}
