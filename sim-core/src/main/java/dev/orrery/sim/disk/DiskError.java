package dev.orrery.sim.disk;

/** How a disk operation can fail, as the operating system would say it. */
public enum DiskError {
    /** No space is left (ENOSPC); nothing was written. */
    FULL,
    /** The bytes could not be read (EIO). */
    READ_FAILED,
    /** The sync failed (EIO): what it should have made durable may be lost, and a second sync does not bring it back. */
    SYNC_FAILED,
    /** There is no such file (ENOENT). */
    NO_SUCH_FILE
}
