package dev.orrery.sim.check.linearizability;

import dev.orrery.sim.history.Interval;
import dev.orrery.sim.history.Operation;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The operations about one object, laid out for the search. Stage {@code r} is just before the return number {@code r},
 * from 0; the last stage is after all returns.
 *
 * <p>Answered operations are numbered in the order of invocation, and so are, apart from them, the ones whose outcome is
 * unknown. An answered operation has a slot while it is open, which others take when it has returned. Sets of open
 * operations are sets of slots, some words of bits.
 */
final class Timeline {

    /** None. */
    static final int NONE = -1;

    private final List<Interval> object;

    /** The places of the answered operations in the object's list. */
    final int[] answered;

    /** Of each answered operation its kind, its slot and the number of its return. */
    final int[] kind;

    final int[] slot;
    final int[] returns;

    /** The number of the first return of an operation that seems to have seen it, or else of its own. */
    final int[] seen;

    /** For each return the answered operation. */
    final int[] returning;

    /** The operations open at each stage, those of all stages one after the other. */
    final int[] open;

    final int[] openFrom;

    /** How many answered ones were invoked before each return, and how many that overwrite. */
    final int[] invokedBefore;

    final int[] overwritesBefore;

    /** The slots at each stage of the operations that look, that overwrite, and of all others, some words a stage. */
    final long[] looks;

    final long[] overwrites;
    final long[] others;

    final int words;

    /** The places of the unknown operations in the object's list. */
    final int[] unknown;

    final int[] unknownKind;

    /** For each unknown operation the one before of its kind, or {@link #NONE}. */
    final int[] twin;

    /** How many unknown ones were invoked before each return. */
    final int[] unknownBefore;

    final boolean unknownOverwrites;
    final boolean anyOverwrites;

    Timeline(List<Interval> object, Machine<?> machine) {
        this.object = object;
        int size = object.size();
        int[] kinds = new int[size];
        int known = 0;
        int lost = 0;
        for (int i = 0; i < size; i++) {
            kinds[i] = machine.kind(object.get(i).operation());
            if (object.get(i).isAnswered()) {
                known++;
            } else if (machine.nature(kinds[i]) != Machine.LOOKS) {
                lost++;
            }
        }
        answered = new int[known];
        kind = new int[known];
        slot = new int[known];
        returns = new int[known];
        returning = new int[known];
        unknown = new int[lost];
        unknownKind = new int[lost];
        twin = new int[lost];
        boolean someUnknownOverwrites = false;
        boolean someOverwrites = false;
        Map<Integer, Integer> latest = new LinkedHashMap<>();
        long[] order = new long[known];
        int a = 0;
        int u = 0;
        for (int i = 0; i < size; i++) {
            byte nature = machine.nature(kinds[i]);
            someOverwrites |= nature == Machine.OVERWRITES;
            if (object.get(i).isAnswered()) {
                answered[a] = i;
                kind[a] = kinds[i];
                order[a] = (long) object.get(i).returned() << 32 | a;
                a++;
            } else if (nature != Machine.LOOKS) {
                unknown[u] = i;
                unknownKind[u] = kinds[i];
                Integer before = latest.put(kinds[i], u);
                twin[u] = before == null ? NONE : before;
                someUnknownOverwrites |= nature == Machine.OVERWRITES;
                u++;
            }
        }
        unknownOverwrites = someUnknownOverwrites;
        anyOverwrites = someOverwrites;
        Arrays.sort(order);
        for (int r = 0; r < known; r++) {
            returning[r] = (int) order[r];
            returns[returning[r]] = r;
        }
        invokedBefore = new int[known + 1];
        overwritesBefore = new int[known + 1];
        unknownBefore = new int[known + 1];
        openFrom = new int[known + 2];
        words = takeSlots(machine);
        open = new int[openFrom[known + 1]];
        looks = new long[(known + 1) * words];
        overwrites = new long[(known + 1) * words];
        others = new long[(known + 1) * words];
        fillStages(machine);
        seen = Sightings.of(this);
    }

    /** Gives out the slots, counts who is open at each stage, and returns how many words of slots there are. */
    private int takeSlots(Machine<?> machine) {
        BitSet taken = new BitSet();
        int slots = 0;
        int invoked = 0;
        int overwriting = 0;
        int lost = 0;
        for (int r = 0; r <= returning.length; r++) {
            int place = placeOfReturn(r);
            while (invoked < answered.length && object.get(answered[invoked]).invoked() < place) {
                slot[invoked] = taken.nextClearBit(0);
                taken.set(slot[invoked]);
                slots = Math.max(slots, slot[invoked] + 1);
                overwriting += machine.nature(kind[invoked]) == Machine.OVERWRITES ? 1 : 0;
                invoked++;
            }
            while (lost < unknown.length && object.get(unknown[lost]).invoked() < place) {
                lost++;
            }
            invokedBefore[r] = invoked;
            overwritesBefore[r] = overwriting;
            unknownBefore[r] = lost;
            openFrom[r + 1] = openFrom[r] + invoked - r;
            if (r < returning.length) {
                taken.clear(slot[returning[r]]);
            }
        }
        return Math.max(1, (slots + Long.SIZE - 1) / Long.SIZE);
    }

    private void fillStages(Machine<?> machine) {
        for (int r = 0; r < returning.length; r++) {
            int from = openFrom[r];
            int to = from;
            if (r > 0) {
                for (int i = openFrom[r - 1]; i < openFrom[r]; i++) {
                    if (open[i] != returning[r - 1]) {
                        open[to++] = open[i];
                    }
                }
            }
            for (int i = r == 0 ? 0 : invokedBefore[r - 1]; i < invokedBefore[r]; i++) {
                open[to++] = i;
            }
            for (int i = from; i < to; i++) {
                byte nature = machine.nature(kind[open[i]]);
                long[] set = nature == Machine.LOOKS ? looks : nature == Machine.OVERWRITES ? overwrites : others;
                set[r * words + (slot[open[i]] >> 6)] |= 1L << slot[open[i]];
            }
        }
    }

    private int placeOfReturn(int r) {
        return r == returning.length
                ? Interval.NEVER
                : object.get(answered[returning[r]]).returned();
    }

    /** How many returns there are. */
    int size() {
        return returning.length;
    }

    /** An answered operation. */
    Operation operation(int number) {
        return object.get(answered[number]).operation();
    }

    List<Interval> object() {
        return object;
    }

    /** The most answered operations that are open at once. */
    int mostOpen() {
        int most = 0;
        for (int r = 0; r < returning.length; r++) {
            most = Math.max(most, openFrom[r + 1] - openFrom[r]);
        }
        return most;
    }

    long bytes() {
        return 4L * (open.length + 12L * answered.length) + 24L * looks.length;
    }
}
