package dev.orrery.sim.disk;

/** What a kill does to a disk. What is durable survives each of them but {@link #WIPE}. */
public enum CrashPolicy {
    /**
     * The process dies and the machine lives: the cache survives as it is, unsynced writes included. They are still
     * unsynced, so a later kill of the other kind may take what the next incarnation has read by then.
     */
    KEEP,
    /**
     * The machine loses power: each unsynced write is kept, lost or torn, drawn for each alone and with equal chances.
     *
     * <p>A torn write keeps a drawn prefix, cut at any byte and never empty or whole; a write of one byte is lost
     * instead. A kept write after a lost one leaves a hole that reads as zeros, or as what was there before. An unsynced
     * truncation is kept or lost. Changes of names (creation, rename, delete) are journaled by the file system: each is
     * kept or lost whole, and once one is lost all later ones are.
     */
    LOSE_UNSYNCED,
    /** The disk is replaced by an empty one. */
    WIPE
}
