package dev.orrery.algorithms.lock;

import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;

/**
 * One lock as one process sees it. A process asks for one thing at a time: while an attempt is under way, and what it asks
 * is answered exactly once through the {@link Attempt}, at the latest when its time-out is over. Times are nanoseconds on
 * the process's own monotonic clock.
 *
 * <p>What makes no sense is refused: to acquire what is held already, to extend or to release what is not held.
 */
public interface DistributedLock {
    /** The fence of an acquisition by a lock that gives out none. */
    long NO_FENCE = 0;

    /**
     * Asks for the lock and waits for it. An attempt that has failed leaves nothing behind, or what it leaves runs out by
     * itself.
     *
     * @param timeoutNanos how long to wait, more than 0
     * @param attempt told the fencing token
     */
    void acquire(long timeoutNanos, Attempt attempt);

    /**
     * Asks for the lock, but does not stand in line for it. An algorithm that cannot know without asking everybody asks, and
     * gives up when the time is over.
     *
     * @param timeoutNanos how long to wait for an answer, more than 0
     * @param attempt told the fencing token
     */
    void tryAcquire(long timeoutNanos, Attempt attempt);

    /**
     * Asks for more time. Fails if the lock is not held, also if it has run out by now.
     *
     * @param timeoutNanos how long to wait for an answer, more than 0
     */
    void extend(long timeoutNanos, Attempt attempt);

    /**
     * Gives the lock back; it is not held from now on, whatever the answer. Unknown if nobody confirms it: then it is held by
     * nobody, and runs out by itself.
     *
     * @param timeoutNanos how long to wait for an answer, more than 0
     */
    void release(long timeoutNanos, Attempt attempt);

    /** Whether the process holds the lock, as far as it can know now by its own clock. */
    boolean isHeld();

    /** The fencing token of what is held, or {@link #NO_FENCE}. */
    long fence();

    /** A message came that answers no request. */
    void receive(NodeId from, Message message);

    /** Told how something that was asked for ended; exactly one of the three, once. */
    interface Attempt {
        /**
         * It is done.
         *
         * @param fence the fencing token of what is held, {@link #NO_FENCE} where there is none
         */
        void succeeded(long fence);

        /** It is not, and has left nothing behind that does not run out by itself. */
        void failed(String why);

        /** Nobody knows. */
        void unknown(String why);
    }
}
