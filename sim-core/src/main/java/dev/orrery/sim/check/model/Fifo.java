package dev.orrery.sim.check.model;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * An immutable queue: the front in order, and the back in reverse, which is turned round when the front is used up (Hood
 * and Melville, 1981; Okasaki, Purely Functional Data Structures, 5.2). The hash is a polynomial in the values, so it
 * follows both ends in constant time.
 */
public final class Fifo implements Iterable<Object> {

    /** The queue without values. */
    public static final Fifo EMPTY = new Fifo(null, null, 0, 0, 1);

    private static final long BASE = 0x9E3779B97F4A7C15L;
    private static final int MOST_TOLD = 10;

    private static final class Cell {
        final Object value;
        final @Nullable Cell next;

        Cell(Object value, @Nullable Cell next) {
            this.value = value;
            this.next = next;
        }
    }

    private final @Nullable Cell front;
    private final @Nullable Cell back;
    private final int size;
    private final long hash;

    /** The base to the power of the size. */
    private final long power;

    private Fifo(@Nullable Cell front, @Nullable Cell back, int size, long hash, long power) {
        this.front = front;
        this.back = back;
        this.size = size;
        this.hash = hash;
        this.power = power;
    }

    /** How many values there are. */
    public int size() {
        return size;
    }

    /** The oldest value; null if there is none. */
    @Nullable
    Object first() {
        return front == null ? null : front.value;
    }

    Fifo with(Object value) {
        long longer = hash * BASE + weight(value);
        return front == null
                ? new Fifo(new Cell(value, null), null, 1, longer, BASE)
                : new Fifo(front, new Cell(value, back), size + 1, longer, power * BASE);
    }

    /** The queue without its oldest value; the empty one stays as it is. */
    Fifo withoutFirst() {
        if (front == null) {
            return this;
        }
        long shorter = power * INVERSE;
        long rest = hash - weight(front.value) * shorter;
        return front.next != null
                ? new Fifo(front.next, back, size - 1, rest, shorter)
                : new Fifo(reversed(back), null, size - 1, rest, shorter);
    }

    /** The number that the base times which is 1, by Newton's iteration: each step doubles the right bits. */
    private static final long INVERSE = inverse();

    private static long inverse() {
        long inverse = BASE;
        for (int bits = 3; bits < Long.SIZE; bits *= 2) {
            inverse *= 2 - BASE * inverse;
        }
        return inverse;
    }

    private static @Nullable Cell reversed(@Nullable Cell cell) {
        Cell reversed = null;
        for (Cell rest = cell; rest != null; rest = rest.next) {
            reversed = new Cell(rest.value, reversed);
        }
        return reversed;
    }

    private static long weight(Object value) {
        return value.hashCode() + 1L;
    }

    /** The values, the oldest first. */
    @Override
    public Iterator<Object> iterator() {
        return new Iterator<>() {
            private @Nullable Cell cell = front;
            private boolean inFront = true;

            @Override
            public boolean hasNext() {
                if (cell == null && inFront) {
                    cell = reversed(back);
                    inFront = false;
                }
                return cell != null;
            }

            @Override
            public Object next() {
                if (!hasNext() || cell == null) {
                    throw new NoSuchElementException();
                }
                Object value = cell.value;
                cell = cell.next;
                return value;
            }
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Fifo that) || size != that.size || hash != that.hash) {
            return false;
        }
        if (front == that.front && back == that.back) {
            return true;
        }
        Iterator<Object> theirs = that.iterator();
        for (Object mine : this) {
            if (!mine.equals(theirs.next())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(hash * BASE);
    }

    /** The values in brackets, the oldest first; of a long queue the beginning. */
    @Override
    public String toString() {
        List<String> told = new ArrayList<>();
        for (Object value : this) {
            if (told.size() == MOST_TOLD) {
                told.add("... " + (size - MOST_TOLD) + " more");
                break;
            }
            told.add(value.toString());
        }
        StringJoiner text = new StringJoiner(", ", "[", "]");
        told.forEach(text::add);
        return text.toString();
    }
}
