package dev.orrery.sim.explore;

import java.util.Arrays;

/** States that were met and not yet gone on from, in full: first in, first out, or last in, first out. */
final class Pending {
    private final boolean lastFirst;
    private int[] numbers = new int[1 << 12];
    private int begin;
    private int end;

    /** The state that was taken out last. */
    private int[] state = new int[64];

    private int length;
    private int number;

    Pending(boolean lastFirst) {
        this.lastFirst = lastFirst;
    }

    void add(int[] added, int size, int itsNumber) {
        reserve(size + 3);
        // The length stands at both ends, since either may be where the state is taken from.
        numbers[end] = size;
        System.arraycopy(added, 0, numbers, end + 1, size);
        numbers[end + size + 1] = itsNumber;
        numbers[end + size + 2] = size;
        end += size + 3;
    }

    private void reserve(int more) {
        if (end + more <= numbers.length) {
            return;
        }
        int used = end - begin;
        int[] room = used + more > numbers.length / 2 ? new int[2 * (used + more)] : numbers;
        System.arraycopy(numbers, begin, room, 0, used);
        numbers = room;
        begin = 0;
        end = used;
    }

    /** Takes the next state out; false if there is none. */
    boolean next() {
        if (begin == end) {
            return false;
        }
        length = lastFirst ? numbers[end - 1] : numbers[begin];
        int at = lastFirst ? end - length - 3 : begin;
        if (length > state.length) {
            state = Arrays.copyOf(state, 2 * length);
        }
        System.arraycopy(numbers, at + 1, state, 0, length);
        number = numbers[at + length + 1];
        if (lastFirst) {
            end = at;
        } else {
            begin += length + 3;
        }
        return true;
    }

    int[] state() {
        return state;
    }

    int length() {
        return length;
    }

    int number() {
        return number;
    }

    boolean isEmpty() {
        return begin == end;
    }
}
