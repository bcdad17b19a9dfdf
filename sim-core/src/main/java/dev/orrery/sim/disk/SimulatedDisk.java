package dev.orrery.sim.disk;

import org.jspecify.annotations.Nullable;

/**
 * The disk of one node: a platter, a cache over it, and the faults of both. It outlives the node's incarnations; each of
 * them gets a {@link Disk} of its own from {@link #open}, and that ends with the kill or the stop.
 *
 * <p>Operations take effect when they are issued and end one after the other, in that order, each taking a drawn time. A
 * sync covers what was issued before it on its file and makes that durable when it ends: a kill before takes it for
 * unsynced. Latency and fate of an operation are keyed by the disk's key, the kind of operation, and its ordinal among
 * its kind over the life of the disk; what a kill does to an unsynced change is keyed the same way.
 *
 * <p>A file holds at most 2 GiB less 9 bytes; writing beyond that fails with {@link DiskError#FULL}.
 */
public final class SimulatedDisk {
    final DiskConfig config;
    final DiskPort port;
    final DiskDraws draws;
    final Contents contents;
    final OpenDisk.Ordinals ordinals = new OpenDisk.Ordinals();
    private final DiskFaults faults = new DiskFaults(this);
    private @Nullable OpenDisk open;

    /**
     * An empty disk.
     *
     * @param key what its draws are keyed by: the run's seed and the node
     */
    public SimulatedDisk(DiskConfig config, long key, DiskPort port) {
        this.config = config;
        this.port = port;
        this.draws = new DiskDraws(key);
        this.contents = new Contents(draws, port);
    }

    /** From now on its draws are keyed by another key. */
    public void reseed(long key) {
        draws.reseed(key);
    }

    /**
     * The disk as the next incarnation sees it.
     *
     * @throws IllegalStateException if the last incarnation has not ended
     */
    public Disk open() {
        if (open != null) {
            throw new IllegalStateException("the disk is open: crash or stop it first");
        }
        open = new OpenDisk(this);
        return open;
    }

    /** The disk as an incarnation sees it that is over: it does nothing. */
    public Disk closed() {
        OpenDisk closed = new OpenDisk(this);
        closed.close();
        return closed;
    }

    /**
     * The incarnation is killed. Its {@link Disk} does nothing from now on, and nobody is called any more.
     *
     * @return what became of the changes that were not synced
     */
    public CrashReport crash(CrashPolicy policy) {
        close();
        return switch (policy) {
            case KEEP -> new CrashReport(contents.unsynced(), 0, 0);
            case LOSE_UNSYNCED -> contents.losePower(faults.takeTear());
            case WIPE -> {
                int lost = contents.unsynced();
                contents.wipe();
                yield new CrashReport(0, lost, 0);
            }
        };
    }

    /**
     * The node shuts down cleanly: everything is synced at once, whatever faults are on, and then the disk closes as at a
     * kill. Writes whose sync failed before stay lost.
     */
    public void stop() {
        close();
        contents.makeAllDurable();
    }

    /** The faults of this disk. */
    public DiskFaults faults() {
        return faults;
    }

    /** How many changes a kill could take now: writes, truncations and changes of names that are not durable. */
    public int unsynced() {
        return contents.unsynced();
    }

    private void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    void stall() {
        if (open != null) {
            open.queue().stall();
        }
    }

    void resume() {
        if (open != null) {
            open.queue().resume();
        }
    }

    String rot(int bits, @Nullable String only) {
        return contents.rot(bits, only);
    }

    String wipe() {
        return contents.wipe();
    }
}
