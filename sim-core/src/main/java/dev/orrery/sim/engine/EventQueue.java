package dev.orrery.sim.engine;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Pending events, earliest first, ties in the order of their scheduling.
 *
 * <p>A 4-ary heap of two longs an entry: the time, and the sequence number with the slot of the event's data below it.
 * The sequence stands in the higher bits, so that it breaks ties. A popped root stays open until the next event is
 * scheduled, which then sinks from there and takes over the slot: most handlers schedule about one event, and this saves
 * them one pass over the heap.
 *
 * <p>Which of four children comes first is as good as random, so a branch on it would be mispredicted every second time.
 * The comparison is arithmetic instead, and what lies beyond the heap's end is filled with entries that come after all
 * others, so that every parent has four children to compare.
 *
 * <p>What an event means is its user's affair: it carries four numbers and an object.
 */
public final class EventQueue {
    private static final int SLOT_BITS = 24;
    private static final int MAX_PENDING = 1 << SLOT_BITS;
    private static final long SLOT_MASK = MAX_PENDING - 1L;
    private static final int FIRST_CAPACITY = 64;
    private static final int NONE = -1;

    /** After all events: it fills what is not in use. */
    private static final long AFTER_ALL = Long.MAX_VALUE;

    /** Entry i stands at 2i (its time) and 2i + 1 (its sequence and slot); the root is 0, its children are 1 to 4. */
    private long[] heap = filled(2 * FIRST_CAPACITY);

    private int size;
    private long scheduled;

    /** The slot of the taken event while the root is open for the next one; else {@link #NONE}. */
    private int open = NONE;

    /** The numbers of slot s stand at 4s to 4s + 3. */
    private long[] numbers = new long[4 * FIRST_CAPACITY];

    /** A free slot keeps its last object until it is taken again, which is soon: the last freed is the first taken. */
    private @Nullable Object[] payloads = new @Nullable Object[FIRST_CAPACITY];

    private int[] freeSlots = new int[FIRST_CAPACITY];
    private int freeCount;
    private int usedSlots;

    private static long[] filled(int length) {
        long[] entries = new long[length];
        Arrays.fill(entries, AFTER_ALL);
        return entries;
    }

    /**
     * Schedules an event.
     *
     * @param at virtual time in nanoseconds
     * @throws IllegalStateException when {@value #MAX_PENDING} events are pending
     */
    public void schedule(long at, long head, long first, long second, long third, @Nullable Object payload) {
        int slot = open;
        if (slot != NONE) {
            open = NONE;
            sink(at, (scheduled++ << SLOT_BITS) | slot);
        } else {
            slot = takeSlot();
            rise(size++, at, (scheduled++ << SLOT_BITS) | slot);
        }
        int number = slot << 2;
        numbers[number] = head;
        numbers[number + 1] = first;
        numbers[number + 2] = second;
        numbers[number + 3] = third;
        payloads[slot] = payload;
    }

    /**
     * Takes the earliest event out; the accessors then tell of it, until something is scheduled or asked of the queue.
     *
     * @return whether there was one
     */
    public boolean next() {
        closeRoot();
        if (size == 0) {
            return false;
        }
        open = (int) (heap[1] & SLOT_MASK);
        return true;
    }

    /** When the earliest pending event is due, or {@code Long.MAX_VALUE} when there is none. */
    public long nextTime() {
        closeRoot();
        return heap[0];
    }

    /** How many events are pending. */
    public int pending() {
        return open == NONE ? size : size - 1;
    }

    /** Shows the objects of all pending events, in an order that means nothing but follows from the calls so far. */
    public void forEachPending(Consumer<Object> visitor) {
        closeRoot();
        for (int i = 0; i < size; i++) {
            Object payload = payloads[(int) (heap[2 * i + 1] & SLOT_MASK)];
            if (payload != null) {
                visitor.accept(payload);
            }
        }
    }

    /** When the taken event is due. */
    public long time() {
        return heap[0];
    }

    /** The how-manieth scheduled event the taken one is, from 0. */
    public long sequence() {
        return heap[1] >>> SLOT_BITS;
    }

    /** The taken event's first number. */
    public long head() {
        return numbers[open << 2];
    }

    /** The taken event's second number. */
    public long first() {
        return numbers[(open << 2) + 1];
    }

    /** The taken event's third number. */
    public long second() {
        return numbers[(open << 2) + 2];
    }

    /** The taken event's fourth number. */
    public long third() {
        return numbers[(open << 2) + 3];
    }

    /** The taken event's object. */
    public @Nullable Object payload() {
        return payloads[open];
    }

    private int takeSlot() {
        if (freeCount > 0) {
            return freeSlots[--freeCount];
        }
        if (usedSlots == MAX_PENDING) {
            throw new IllegalStateException(MAX_PENDING + " events are pending: something schedules without end");
        }
        if (usedSlots == payloads.length) {
            payloads = Arrays.copyOf(payloads, 2 * usedSlots);
            numbers = Arrays.copyOf(numbers, 8 * usedSlots);
            freeSlots = Arrays.copyOf(freeSlots, 2 * usedSlots);
        }
        return usedSlots++;
    }

    private void closeRoot() {
        if (open != NONE) {
            freeSlots[freeCount++] = open;
            open = NONE;
            int last = 2 * --size;
            long at = heap[last];
            long order = heap[last + 1];
            heap[last] = AFTER_ALL;
            heap[last + 1] = AFTER_ALL;
            if (size > 0) {
                sink(at, order);
            }
        }
    }

    /** Puts an entry into place or above; places here and below are those of the array, two an entry. */
    private void rise(int index, long at, long order) {
        // The last parent's four children stand before the end.
        if (2 * (index + 4) > heap.length) {
            int length = heap.length;
            heap = Arrays.copyOf(heap, 2 * length);
            Arrays.fill(heap, length, 2 * length, AFTER_ALL);
        }
        long[] entries = heap;
        int place = 2 * index;
        while (place > 0) {
            int parent = ((place - 2) >> 3) << 1;
            if (before(at, order, entries[parent], entries[parent + 1]) == 0) {
                break;
            }
            entries[place] = entries[parent];
            entries[place + 1] = entries[parent + 1];
            place = parent;
        }
        entries[place] = at;
        entries[place + 1] = order;
    }

    /** Puts an entry into the root or below. */
    private void sink(long at, long order) {
        long[] entries = heap;
        int end = 2 * size;
        int place = 0;
        int child = 2;
        while (child < end) {
            long at0 = entries[child];
            long order0 = entries[child + 1];
            long at1 = entries[child + 2];
            long order1 = entries[child + 3];
            long at2 = entries[child + 4];
            long order2 = entries[child + 5];
            long at3 = entries[child + 6];
            long order3 = entries[child + 7];
            // The earlier of the first two children, the earlier of the other two, and the earlier of these.
            long odd = before(at1, order1, at0, order0);
            long leftAt = choose(odd, at1, at0);
            long leftOrder = choose(odd, order1, order0);
            long oddRight = before(at3, order3, at2, order2);
            long rightAt = choose(oddRight, at3, at2);
            long rightOrder = choose(oddRight, order3, order2);
            long right = before(rightAt, rightOrder, leftAt, leftOrder);
            long leastAt = choose(right, rightAt, leftAt);
            long leastOrder = choose(right, rightOrder, leftOrder);
            if (before(at, order, leastAt, leastOrder) != 0) {
                break;
            }
            entries[place] = leastAt;
            entries[place + 1] = leastOrder;
            place = child + (int) choose(right, 4 + (2 & oddRight), 2 & odd);
            child = 4 * place + 2;
        }
        entries[place] = at;
        entries[place + 1] = order;
    }

    /** All ones if the first entry comes before the second, else 0. No difference overflows: nothing is negative. */
    private static long before(long at, long order, long otherAt, long otherOrder) {
        return (at - otherAt - ((order - otherOrder) >>> 63)) >> 63;
    }

    /** The first value if the bits are all ones, the other if they are all 0. */
    private static long choose(long bits, long value, long other) {
        return other ^ ((value ^ other) & bits);
    }
}
