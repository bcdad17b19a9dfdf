package dev.orrery.sim.disk;

import org.jspecify.annotations.Nullable;

/**
 * A node's disk: byte files by name.
 *
 * <p>Every operation returns at once and completes later through its callback, in the incarnation that asked; after a
 * crash nobody is called. Operations on one disk take effect in the order in which they were issued: a read sees all
 * writes issued before it. A completed write is in the cache, not on the platter: only {@link #sync} makes it last.
 */
public interface Disk {
    /**
     * Appends to a file's end; creates the file if there is none.
     *
     * @param bytes taken as they are now; the caller may reuse the array
     */
    void append(String file, byte[] bytes, Done done);

    /** Writes at {@code offset}; a gap before it reads as zeros; creates the file if there is none. */
    void write(String file, long offset, byte[] bytes, Done done);

    /**
     * As {@link #write}, of an array that nobody changes any more, so that the disk may keep it and need not copy it.
     *
     * @param bytes the disk's from now on
     */
    default void give(String file, long offset, byte[] bytes, Done done) {
        write(file, offset, bytes, done);
    }

    /** Reads up to {@code length} bytes from {@code offset}; fewer at the file's end, none beyond it. */
    void read(String file, long offset, int length, Read read);

    /** Makes all that was written to this file before now survive a crash, its name included. */
    void sync(String file, Done done);

    /** Cuts a file to {@code length} bytes; does nothing to a shorter one. */
    void truncate(String file, long length, Done done);

    /** Gives a file another name, replacing the file of that name, atomically; lasting once {@code to} is synced. */
    void rename(String from, String to, Done done);

    /** Removes a file; no error when there is none. Lasting at the next sync of any file of this disk. */
    void delete(String file, Done done);

    /** The length of a file as a read would see it now, or -1 when there is none. Costs no time. */
    long length(String file);

    /** Called when an operation without a result has ended. */
    @FunctionalInterface
    interface Done {
        /**
         * The operation has ended.
         *
         * @param error what went wrong, or null when it was done
         */
        void done(@Nullable DiskError error);
    }

    /** Called when a read has ended. */
    @FunctionalInterface
    interface Read {
        /**
         * The read has ended.
         *
         * @param bytes what was read; empty on error
         * @param error what went wrong, or null
         */
        void read(byte[] bytes, @Nullable DiskError error);
    }
}
