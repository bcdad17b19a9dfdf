package dev.orrery.algorithms.lock.lamport;

/**
 * A point in Lamport's total order: by time, and by peer among equals.
 *
 * @param time of a logical clock
 * @param peer the peer's index
 */
record Stamp(long time, int peer) implements Comparable<Stamp> {
    @Override
    public int compareTo(Stamp other) {
        return time != other.time ? Long.compare(time, other.time) : Integer.compare(peer, other.peer);
    }
}
