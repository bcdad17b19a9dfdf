package dev.orrery.sim.disk;

/** All that a simulated disk needs from the engine: the time, completions later, and an ear for the trace. */
public interface DiskPort {
    /**
     * The virtual time.
     *
     * @return nanoseconds since the simulation began
     */
    long now();

    /**
     * Runs a completion later, as an event of the node's current incarnation; if that ends first, never.
     *
     * @param delayNanos at least 0; completions of equal time run in the order in which they were asked for
     * @param completion may be the same object again and again
     */
    void complete(long delayNanos, Runnable completion);

    /**
     * Something happened on the disk, for the trace and for faults that wait for a dangerous moment. Called for every
     * operation, so it must cost next to nothing when nobody listens.
     *
     * <p>When an operation takes effect: {@code read}, {@code write}, {@code truncate}, {@code rename}, {@code delete};
     * {@code sync} when it is durable; {@code full}, {@code read-error}, {@code sync-error} when it fails;
     * {@code misdirected} when a write lands elsewhere, with the place where it landed; {@code rot} when a bit flips. At a
     * kill, for each unsynced change: {@code kept}, {@code lost}, {@code torn} with what is left of it,
     * {@code name-kept}, {@code name-lost}.
     *
     * @param what one of the words above
     * @param file the file's name
     * @param offset the first byte
     * @param length how many bytes
     */
    void happened(String what, String file, long offset, long length);
}
