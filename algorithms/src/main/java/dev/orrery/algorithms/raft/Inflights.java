package dev.orrery.algorithms.raft;

/**
 * The messages with entries that are under way to one follower, the oldest first, within a window of so many messages and bytes
 * (as etcd's {@code inflights}).
 */
final class Inflights {
    private final long[] lastIndices;
    private final int[] sizes;
    private final long maxBytes;
    private int first;
    private int count;
    private long bytes;

    Inflights(int maxMessages, long maxBytes) {
        lastIndices = new long[maxMessages];
        sizes = new int[maxMessages];
        this.maxBytes = maxBytes;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Whether the next message has to wait. */
    boolean isFull() {
        return count == lastIndices.length || bytes >= maxBytes;
    }

    /** A message leaves whose last entry has this index. Not when the window {@link #isFull}. */
    void add(long lastIndex, int size) {
        int at = (first + count) % lastIndices.length;
        lastIndices[at] = lastIndex;
        sizes[at] = size;
        bytes += size;
        count++;
    }

    /** The follower has all entries up to an index. */
    void freeTo(long index) {
        while (count > 0 && lastIndices[first] <= index) {
            bytes -= sizes[first];
            first = (first + 1) % lastIndices.length;
            count--;
        }
    }

    /** None of them is waited for any more. */
    void clear() {
        count = 0;
        bytes = 0;
    }
}
