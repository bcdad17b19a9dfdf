package dev.orrery.sim.check.linearizability;

import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.history.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model in numbers: equal states have one number, operations that the model cannot tell apart have one kind, and the
 * model is asked once for each state and kind.
 */
final class Machine<S> {

    /** The operation cannot be here. */
    static final int IMPOSSIBLE = -1;

    /** Nor can it be later, unless something overwrites the state. */
    static final int HOPELESS = -2;

    private static final int MOST_KINDS_IN_ROWS = 64;

    /** All that a model may look at. */
    private record Kind(
            String f,
            @Nullable Object input,
            @Nullable Object output,
            boolean answered,
            @Nullable String client) {}

    private final Model<S> model;
    private final Map<S, Integer> numberOfState = new LinkedHashMap<>();
    private final List<S> states = new ArrayList<>();
    private final Map<Kind, Integer> numberOfKind = new LinkedHashMap<>();
    private final List<Operation> examples = new ArrayList<>();
    private byte[] natures = new byte[16];
    private final LongIntTable steps = new LongIntTable();

    /** The steps of the first kinds once more, a row for each state, where 0 is unknown and others are 3 too many. */
    private int[] rows = new int[MOST_KINDS_IN_ROWS];

    private boolean everHopeless;

    static final byte PLAIN = 0;
    static final byte LOOKS = 1;
    static final byte OVERWRITES = 2;

    Machine(Model<S> model) {
        this.model = model;
        number(model.initial());
    }

    /** The number of the state before any operation. */
    static int initial() {
        return 0;
    }

    S state(int number) {
        return states.get(number);
    }

    /** The number of all operations that the model cannot tell from this one. */
    int kind(Operation operation) {
        boolean answered = operation.outcome() == Operation.Outcome.OK;
        Kind kind = new Kind(
                operation.f(),
                operation.input(),
                operation.output(),
                answered,
                model.knowsClients() ? operation.client() : null);
        Integer known = numberOfKind.putIfAbsent(kind, examples.size());
        if (known != null) {
            return known;
        }
        if (examples.size() == natures.length) {
            natures = Arrays.copyOf(natures, 2 * natures.length);
        }
        natures[examples.size()] =
                model.onlyLooks(operation) ? LOOKS : model.overwrites(operation) ? OVERWRITES : PLAIN;
        examples.add(operation);
        return examples.size() - 1;
    }

    /** Whether operations of this kind look only, overwrite, or are plain. */
    byte nature(int kind) {
        return natures[kind];
    }

    boolean commute(int kind, int other) {
        return model.commute(examples.get(kind), examples.get(other));
    }

    /** The state after an operation of this kind; {@link #IMPOSSIBLE} or {@link #HOPELESS} if there is none. */
    int step(int state, int kind) {
        if (kind < MOST_KINDS_IN_ROWS) {
            int known = rows[state * MOST_KINDS_IN_ROWS + kind];
            return known != 0 ? known - 3 : ask(state, kind);
        }
        int known = steps.get(key(state, kind));
        return known != LongIntTable.NONE ? known : ask(state, kind);
    }

    private int ask(int state, int kind) {
        S before = states.get(state);
        Operation example = examples.get(kind);
        S after = model.step(before, example);
        int number;
        if (after != null) {
            number = natures[kind] == LOOKS ? state : number(after);
        } else {
            number = model.mayYetMeet(before, example) ? IMPOSSIBLE : HOPELESS;
            everHopeless |= number == HOPELESS;
        }
        if (kind < MOST_KINDS_IN_ROWS) {
            rows[state * MOST_KINDS_IN_ROWS + kind] = number + 3;
        } else {
            steps.put(key(state, kind), number);
        }
        return number;
    }

    /** Whether any operation was hopeless in any state. */
    boolean everHopeless() {
        return everHopeless;
    }

    /** How much memory it takes, about; a state counts as a few objects. */
    long bytes() {
        return steps.bytes() + 4L * rows.length + 200L * states.size() + 200L * examples.size();
    }

    /** The number of a state. */
    int number(S state) {
        Integer known = numberOfState.putIfAbsent(state, states.size());
        if (known != null) {
            return known;
        }
        states.add(state);
        if (states.size() * MOST_KINDS_IN_ROWS > rows.length) {
            rows = Arrays.copyOf(rows, 2 * rows.length);
        }
        return states.size() - 1;
    }

    private static long key(int state, int kind) {
        return (long) state << 32 | kind;
    }
}
