package dev.orrery.sim.engine;

/**
 * The limit to measure against: a 4-ary heap of (time, order) in two arrays of longs, with no payload, no growth and no
 * checks, whose root is replaced in one pass.
 */
public final class BareHeap {
    private final long[] times;
    private final long[] orders;
    private int size;

    /** An empty heap for so many entries. */
    public BareHeap(int capacity) {
        times = new long[capacity];
        orders = new long[capacity];
    }

    /** The earliest time. */
    public long time() {
        return times[0];
    }

    /** What stands with it. */
    public long order() {
        return orders[0];
    }

    /** Adds an entry. */
    public void add(long time, long order) {
        int place = size++;
        while (place > 0) {
            int parent = (place - 1) >> 2;
            if (!isBefore(time, order, parent)) {
                break;
            }
            times[place] = times[parent];
            orders[place] = orders[parent];
            place = parent;
        }
        times[place] = time;
        orders[place] = order;
    }

    /** Takes the earliest entry out and adds another one. */
    public void replaceFirst(long time, long order) {
        int place = 0;
        int child = 1;
        while (child < size) {
            int least = child;
            int end = Math.min(child + 4, size);
            for (int other = child + 1; other < end; other++) {
                if (isBefore(times[other], orders[other], least)) {
                    least = other;
                }
            }
            if (isBefore(time, order, least)) {
                break;
            }
            times[place] = times[least];
            orders[place] = orders[least];
            place = least;
            child = 4 * place + 1;
        }
        times[place] = time;
        orders[place] = order;
    }

    private boolean isBefore(long time, long order, int place) {
        return time < times[place] || (time == times[place] && order < orders[place]);
    }
}
