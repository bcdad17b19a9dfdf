package dev.orrery.sim.disk;

import dev.orrery.sim.random.Distribution;

/**
 * How fast and how large a disk is.
 *
 * @param read nanoseconds that a read takes
 * @param write nanoseconds that an append, a write, a truncation, a renaming or a removal takes
 * @param sync nanoseconds that a sync takes
 * @param capacityBytes how many bytes all files together may hold, at least 0
 */
public record DiskConfig(Distribution read, Distribution write, Distribution sync, long capacityBytes) {
    /** A solid-state drive behind a cache: reads take 100 µs, writes 20 µs, syncs 1 ms; room without end. */
    public static final DiskConfig DEFAULT = new DiskConfig(
            Distribution.constant(100_000),
            Distribution.constant(20_000),
            Distribution.constant(1_000_000),
            Long.MAX_VALUE);

    public DiskConfig {
        if (capacityBytes < 0) {
            throw new IllegalArgumentException("a disk's capacity is at least 0 bytes, not " + capacityBytes);
        }
    }
}
