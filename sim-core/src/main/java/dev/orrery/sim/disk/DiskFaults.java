package dev.orrery.sim.disk;

import dev.orrery.sim.random.Probability;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which one disk fails, switched on and off from outside. A condition holds for the operations issued while
 * it is on, and for nothing else: no other disk, and no draw of any operation that it spares. Conditions stay through
 * kills until {@link #heal}.
 */
public final class DiskFaults {
    private final SimulatedDisk disk;
    private long percent = 100;
    private boolean stalled;
    private boolean full;
    private boolean tearing;
    private Probability readErrors = Probability.NEVER;
    private Probability syncErrors = Probability.NEVER;
    private Probability misdirection = Probability.NEVER;

    DiskFaults(SimulatedDisk disk) {
        this.disk = disk;
    }

    /**
     * Operations take a multiple of their time.
     *
     * @param percent 100 is the disk's own speed, 1000 ten times as slow; at least 1
     */
    public void slow(long percent) {
        if (percent < 1) {
            throw new IllegalArgumentException("a disk takes at least 1 percent of its time, not " + percent);
        }
        this.percent = percent;
    }

    /** No operation ends, also none already under way, until {@link #resume}. They take effect all the same. */
    public void stall() {
        stalled = true;
        disk.stall();
    }

    /** A stalled disk works again: what waited is done in order, each operation in its whole time. */
    public void resume() {
        stalled = false;
        disk.resume();
    }

    /** Whether a write that makes a file longer fails with {@link DiskError#FULL}. */
    public void full(boolean on) {
        full = on;
    }

    /** How often a read fails with {@link DiskError#READ_FAILED}; the bytes are unharmed. */
    public void readErrors(Probability chance) {
        readErrors = chance;
    }

    /**
     * How often a sync fails with {@link DiskError#SYNC_FAILED}. The cache takes the writes that it covered for clean all
     * the same, so no later sync writes them: until the file's next good sync they are still read, from then on, and
     * after a kill that takes the cache, the old bytes are there, or zeros. Truncations and changes of names stay
     * unsynced, and a later sync makes them durable. (Rebello et al., ATC 2020: every file system they studied marks the
     * pages clean.)
     */
    public void syncErrors(Probability chance) {
        syncErrors = chance;
    }

    /**
     * How often a write lands elsewhere: it is read as it should be while it is unsynced; when it reaches the platter it
     * overwrites bytes at a drawn place of a drawn file, and in its own place the old bytes stay, or zeros. No file
     * becomes longer by what it did not ask for.
     */
    public void misdirect(Probability chance) {
        misdirection = chance;
    }

    /**
     * The next kill that takes the cache tears the last unsynced write of at least two bytes for certain, if there is
     * one.
     *
     * @return what will be done, in words
     */
    public String tear() {
        tearing = true;
        return "the next kill tears the last unsynced write";
    }

    /** The next kill tears no write for certain any more. */
    public void spare() {
        tearing = false;
    }

    /**
     * Flips drawn bits among all that is durable, at once. An unsynced write over such a byte hides it, and heals it when
     * it is synced.
     *
     * @param bits how many different bits, at least 1
     * @param file the one file to hit, or null for any
     * @return what was done, in words
     */
    public String bitRot(int bits, @Nullable String file) {
        if (bits < 1) {
            throw new IllegalArgumentException("bit rot flips at least 1 bit, not " + bits);
        }
        return disk.rot(bits, file);
    }

    /**
     * Empties the disk at once, cache and platter, under a running process.
     *
     * @return what was done, in words
     */
    public String wipe() {
        return disk.wipe();
    }

    /** All conditions end. What is damaged stays damaged. */
    public void heal() {
        slow(100);
        full(false);
        readErrors(Probability.NEVER);
        syncErrors(Probability.NEVER);
        misdirect(Probability.NEVER);
        spare();
        resume();
    }

    boolean stalled() {
        return stalled;
    }

    boolean full() {
        return full;
    }

    boolean failsRead(long draw) {
        return readErrors.test(draw);
    }

    boolean failsSync(long draw) {
        return syncErrors.test(draw);
    }

    boolean misdirects(long draw) {
        return misdirection.test(draw);
    }

    /** Whether the kill that happens now tears a write; it is done once. */
    boolean takeTear() {
        boolean tear = tearing;
        tearing = false;
        return tear;
    }

    long slowed(long latencyNanos) {
        if (percent == 100) {
            return latencyNanos;
        }
        return Math.multiplyHigh(latencyNanos, percent) == 0 && latencyNanos * percent >= 0
                ? latencyNanos * percent / 100
                : Long.MAX_VALUE;
    }
}
