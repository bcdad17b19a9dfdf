package dev.orrery.sim.disk;

import org.jspecify.annotations.Nullable;

/** A change of one file's bytes that lies in the cache only: a write, or a truncation. */
final class Unsynced {
    /** Its number among the disk's writes or among its truncations: what its fate is keyed by. */
    final long ordinal;
    /** Where a write begins, or the length that a truncation cuts to. */
    final int offset;
    /** What a write writes; null for a truncation. */
    final byte @Nullable [] bytes;
    /** Whether the write will land somewhere else. */
    final boolean misdirected;
    /** Whether a sync of this write failed: the cache takes it for clean, so it never reaches the platter. */
    boolean forsaken;

    Unsynced(long ordinal, int offset, byte @Nullable [] bytes, boolean misdirected) {
        this.ordinal = ordinal;
        this.offset = offset;
        this.bytes = bytes;
        this.misdirected = misdirected;
    }
}
