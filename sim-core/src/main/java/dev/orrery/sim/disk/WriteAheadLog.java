package dev.orrery.sim.disk;

import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A log of records on a {@link Disk}, for what a process must not forget: append, sync, and only then promise.
 *
 * <p>Opening it reads the longest run of whole records from the start. What follows is cut off when a crash explains it:
 * a record torn, or unsynced writes lost, also with later unsynced ones kept behind a hole of zeros. It is reported as
 * {@link Damage} when a later record shows that what is missing had been durable; then the file stays as it is until
 * {@link #rewrite}. To tell the two apart each record notes how far the log was synced when it was appended, as the
 * storage layer of protocol-aware recovery does with a record of its own (Alagappan et al., <i>Protocol-Aware Recovery
 * for Consensus-Based Storage</i>, FAST 2018, on disentangling crashes and corruption in the log). Damage to the last
 * synced records, which no later record vouches for, cannot be told from a crash.
 *
 * <p>A failed append or sync loses nothing in memory: everything since the last good sync is written again before the
 * next one, since a second sync alone would not bring it back (Rebello et al., ATC 2020).
 */
public final class WriteAheadLog {
    private static final byte[] NOTHING = {};

    private final Disk disk;
    private final String file;
    private final String successor;
    private final LogFrames frames;
    private final Disk.Done onWritten = this::written;
    private final Disk.Done onSynced = this::synced;
    /** The frames since the last good sync, in order; they lie from {@link #durableEnd} on. The disk holds the same arrays. */
    private final ArrayDeque<byte[]> unsynced = new ArrayDeque<>();
    /** Whom to tell of a sync: first those whom the sync under way covers, then those who came since. */
    private final ArrayDeque<Disk.Done> waiting = new ArrayDeque<>();

    private String target;
    private long end;
    private long durableEnd;
    private long last;
    private long lastSynced;
    private boolean damaged;
    /** Whether the next sync begins with writing all unsynced frames, since the file may lack some. */
    private boolean unwritten;
    /** Whether the file still has to be replaced, through its successor. */
    private boolean replacing;

    private boolean syncing;
    /** Whether the log was rewritten since the sync under way began. */
    private boolean overtaken;

    private int covered;
    private long coveredLast;
    private @Nullable DiskError failure;

    private WriteAheadLog(Disk disk, String file, LogScan scan) {
        this.disk = disk;
        this.file = file;
        this.successor = successor(file);
        this.frames = new LogFrames(file);
        this.target = file;
        this.end = scan.end();
        this.durableEnd = end;
        this.last = scan.records().size();
        this.lastSynced = last;
        this.damaged = scan.damage() != null;
    }

    /** Told how opening a log has ended. */
    @FunctionalInterface
    public interface Opened {
        /**
         * The log is open, or could not be opened. After an error it can be opened again.
         *
         * @param recovery the log and what it held; null on error
         * @param error why the log could not be read, or null
         */
        void opened(@Nullable Recovery recovery, @Nullable DiskError error);
    }

    /**
     * Opens the log in a file, which is created if there is none. Nobody else may write to that file, nor to the one of
     * the same name with {@code .new} behind it.
     *
     * @param opened told once, later
     */
    public static void open(Disk disk, String file, Opened opened) {
        if (disk.length(successor(file)) >= 0) {
            disk.delete(successor(file), error -> {});
        }
        if (disk.length(file) < 0) {
            disk.write(file, 0, NOTHING, error -> recovered(disk, file, new LogScan(file, NOTHING), error, opened));
            return;
        }
        // A killed incarnation may have left in the cache what is not durable, or, after a failed sync, never will be.
        disk.sync(file, error -> {
            if (error == null) {
                read(disk, file, opened);
            } else {
                opened.opened(null, error);
            }
        });
    }

    private static void read(Disk disk, String file, Opened opened) {
        disk.read(file, 0, (int) Math.max(0, disk.length(file)), (bytes, error) -> {
            LogScan scan = new LogScan(file, bytes);
            if (error == null && scan.damage() == null && scan.end() < bytes.length) {
                disk.truncate(file, scan.end(), cut -> {});
                disk.sync(file, failed -> recovered(disk, file, scan, failed, opened));
            } else {
                recovered(disk, file, scan, error, opened);
            }
        });
    }

    private static void recovered(Disk disk, String file, LogScan scan, @Nullable DiskError error, Opened opened) {
        if (error == null) {
            WriteAheadLog log = new WriteAheadLog(disk, file, scan);
            opened.opened(new Recovery(log, List.copyOf(scan.records()), scan.damage()), null);
        } else {
            opened.opened(null, error);
        }
    }

    private static String successor(String file) {
        return file + ".new";
    }

    /**
     * Appends a record. It is durable when a sync asked for later has ended well.
     *
     * @param payload taken as it is now; may be empty
     * @return the record's sequence: 1 for the first in the log, and one more for each. {@link #rewrite} starts anew
     * @throws IllegalStateException if the log is damaged and has not been rewritten
     */
    public long append(byte[] payload) {
        return append(payload, payload.length);
    }

    /**
     * As {@link #append(byte[])}, for whoever writes its records into one buffer again and again.
     *
     * @param buffer begins with the payload
     * @param length of the payload, in bytes; may be 0
     */
    public long append(byte[] buffer, int length) {
        requireWhole();
        byte[] frame = add(buffer, length, lastSynced);
        if (!unwritten) {
            disk.give(target, end - frame.length, frame, onWritten);
        }
        return last;
    }

    private byte[] add(byte[] buffer, int length, long sure) {
        byte[] frame = frames.frame(++last, sure, buffer, length);
        unsynced.add(frame);
        end += frame.length;
        return frame;
    }

    private void written(@Nullable DiskError error) {
        if (error != null) {
            failure = error;
            unwritten = true;
        }
    }

    /**
     * Makes all records appended before now durable. Syncs asked for while one is under way share the next one.
     *
     * @param done told once, in the order of asking; on error nothing is lost, and a later sync tries again
     * @throws IllegalStateException if the log is damaged and has not been rewritten
     */
    public void sync(Disk.Done done) {
        requireWhole();
        waiting.add(done);
        if (!syncing) {
            startSync();
        }
    }

    /**
     * Replaces the whole log by another, atomically: after a crash it is the old one or the new one. Whoever waits for a
     * sync is told when the new log is durable; records appended from now on come after the new ones.
     *
     * @param records the payloads of the new log
     * @param done told when the new log is durable; on error the new log stays in memory, and a later sync tries again
     */
    public void rewrite(List<byte[]> records, Disk.Done done) {
        damaged = false;
        replacing = true;
        unwritten = true;
        unsynced.clear();
        end = 0;
        durableEnd = 0;
        last = 0;
        overtaken = syncing;
        for (byte[] record : records) {
            // The new file gets the log's name only once it is durable: each of its records may vouch for those before.
            add(record, record.length, last);
        }
        lastSynced = last;
        waiting.add(done);
        if (!syncing) {
            startSync();
        }
    }

    /** How many bytes the log takes. */
    public long size() {
        return end;
    }

    private void requireWhole() {
        if (damaged) {
            throw new IllegalStateException(file + " is damaged: rewrite it before anything else");
        }
    }

    private void startSync() {
        syncing = true;
        overtaken = false;
        covered = waiting.size();
        failure = null;
        if (unwritten) {
            unwritten = false;
            if (replacing) {
                target = successor;
                disk.delete(successor, error -> {});
            }
            disk.give(target, durableEnd, unsyncedBytes(), onWritten);
        }
        coveredLast = last;
        disk.sync(target, onSynced);
    }

    private byte[] unsyncedBytes() {
        byte[] bytes = new byte[(int) (end - durableEnd)];
        int at = 0;
        for (byte[] frame : unsynced) {
            System.arraycopy(frame, 0, bytes, at, frame.length);
            at += frame.length;
        }
        return bytes;
    }

    private void synced(@Nullable DiskError error) {
        if (failure == null && error == null && target.equals(successor)) {
            target = file;
            disk.rename(successor, file, onWritten);
            coveredLast = last;
            disk.sync(file, onSynced);
            return;
        }
        DiskError outcome = failure != null ? failure : error;
        if (outcome != null) {
            unwritten = true;
        } else if (!overtaken) {
            settle();
        }
        // Who is told here may ask for another sync, which waits until all are told.
        for (int told = 0, count = covered; told < count; told++) {
            waiting.remove().done(outcome);
        }
        syncing = false;
        if (!waiting.isEmpty()) {
            startSync();
        }
    }

    private void settle() {
        while (last - unsynced.size() < coveredLast) {
            durableEnd += unsynced.remove().length;
        }
        lastSynced = coveredLast;
        replacing = false;
    }
}
