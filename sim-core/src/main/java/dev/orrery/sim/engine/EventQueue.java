package dev.orrery.sim.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Pending events, earliest first, ties in the order of their scheduling.
 *
 * <p>A 4-ary heap of two longs an entry: the time, and the sequence number with the slot of the event's data below it.
 * The sequence stands in the higher bits, so one comparison breaks ties. A popped root stays open until the next event is
 * scheduled, which then sinks from there: most handlers schedule about one event, and this saves them one pass over the
 * heap.
 *
 * <p>What an event means is its user's affair: it carries four numbers and an object.
 */
public final class EventQueue {
    private static final int SLOT_BITS = 24;
    private static final int MAX_PENDING = 1 << SLOT_BITS;
    private static final long SLOT_MASK = MAX_PENDING - 1L;

    /** Entry i stands at 2i (its time) and 2i + 1 (its sequence and slot). */
    private long[] heap = new long[2 * 64];

    private int size;
    private boolean rootIsOpen;
    private long scheduled;

    /** The numbers of slot s stand at 4s to 4s + 3. */
    private long[] numbers = new long[4 * 64];

    private @Nullable Object[] payloads = new @Nullable Object[64];
    private int[] freeSlots = new int[64];
    private int freeCount;
    private int usedSlots;

    private long time;
    private long sequence;
    private long head;
    private long first;
    private long second;
    private long third;
    private @Nullable Object payload;

    /**
     * Schedules an event.
     *
     * @param at virtual time in nanoseconds
     * @throws IllegalStateException when {@value #MAX_PENDING} events are pending
     */
    public void schedule(long at, long head, long first, long second, long third, @Nullable Object payload) {
        int slot = takeSlot();
        int number = slot << 2;
        numbers[number] = head;
        numbers[number + 1] = first;
        numbers[number + 2] = second;
        numbers[number + 3] = third;
        payloads[slot] = payload;
        long order = (scheduled++ << SLOT_BITS) | slot;
        if (rootIsOpen) {
            rootIsOpen = false;
            sink(at, order);
        } else {
            if (2 * size == heap.length) {
                heap = Arrays.copyOf(heap, 2 * heap.length);
            }
            rise(size++, at, order);
        }
    }

    /**
     * Takes the earliest event out; the accessors then tell of it until the next call.
     *
     * @return whether there was one
     */
    public boolean next() {
        closeRoot();
        if (size == 0) {
            payload = null;
            return false;
        }
        time = heap[0];
        sequence = heap[1] >>> SLOT_BITS;
        int slot = (int) (heap[1] & SLOT_MASK);
        int number = slot << 2;
        head = numbers[number];
        first = numbers[number + 1];
        second = numbers[number + 2];
        third = numbers[number + 3];
        payload = payloads[slot];
        payloads[slot] = null;
        freeSlots[freeCount++] = slot;
        rootIsOpen = true;
        return true;
    }

    /** When the earliest pending event is due, or {@code Long.MAX_VALUE} when there is none. */
    public long nextTime() {
        closeRoot();
        return size == 0 ? Long.MAX_VALUE : heap[0];
    }

    /** How many events are pending. */
    public int pending() {
        return rootIsOpen ? size - 1 : size;
    }

    /** When the taken event is due. */
    public long time() {
        return time;
    }

    /** The how-manieth scheduled event the taken one is, from 0. */
    public long sequence() {
        return sequence;
    }

    /** The taken event's first number. */
    public long head() {
        return head;
    }

    /** The taken event's second number. */
    public long first() {
        return first;
    }

    /** The taken event's third number. */
    public long second() {
        return second;
    }

    /** The taken event's fourth number. */
    public long third() {
        return third;
    }

    /** The taken event's object. */
    public @Nullable Object payload() {
        return payload;
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
        if (rootIsOpen) {
            rootIsOpen = false;
            size--;
            if (size > 0) {
                sink(heap[2 * size], heap[2 * size + 1]);
            }
        }
    }

    private void rise(int place, long at, long order) {
        while (place > 0) {
            int parent = (place - 1) >> 2;
            if (!before(at, order, parent)) {
                break;
            }
            heap[2 * place] = heap[2 * parent];
            heap[2 * place + 1] = heap[2 * parent + 1];
            place = parent;
        }
        heap[2 * place] = at;
        heap[2 * place + 1] = order;
    }

    private void sink(long at, long order) {
        int place = 0;
        while (true) {
            int child = 4 * place + 1;
            if (child >= size) {
                break;
            }
            int least = child;
            for (int other = child + 1; other < Math.min(child + 4, size); other++) {
                if (before(heap[2 * other], heap[2 * other + 1], least)) {
                    least = other;
                }
            }
            if (before(at, order, least)) {
                break;
            }
            heap[2 * place] = heap[2 * least];
            heap[2 * place + 1] = heap[2 * least + 1];
            place = least;
        }
        heap[2 * place] = at;
        heap[2 * place + 1] = order;
    }

    private boolean before(long at, long order, int place) {
        long otherTime = heap[2 * place];
        return at < otherTime || (at == otherTime && order < heap[2 * place + 1]);
    }
}
