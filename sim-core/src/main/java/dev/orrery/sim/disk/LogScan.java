package dev.orrery.sim.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a log's bytes say: the longest run of whole records from the start, where it ends, and whether what follows is the
 * trace of a crash or of a corruption.
 *
 * <p>A crash takes only what was not synced: a torn record, a hole where a lost write was, and behind it perhaps later
 * writes that were kept, none of which anybody was promised. It is a corruption when any whole record further on knew the
 * first missing one to be durable. That leaves one case that no single copy can decide: damage to the records after
 * the last known to be durable by a later one looks like a crash.
 */
final class LogScan {
    private final List<byte[]> records = new ArrayList<>();
    private final int end;
    private final @Nullable Damage damage;

    LogScan(String file, byte[] log) {
        LogFrames frames = new LogFrames(file);
        int at = 0;
        while (LogFrames.fits(log, at)
                && LogFrames.sequence(log, at) == records.size() + 1
                && frames.isWhole(log, at)) {
            int next = at + LogFrames.HEADER + LogFrames.length(log, at);
            records.add(Arrays.copyOfRange(log, at + LogFrames.HEADER, next));
            at = next;
        }
        end = at;
        long missing = records.size() + 1L;
        long synced = lastSynced(frames, log, at, missing);
        damage = synced < missing ? null : new Damage(file, at, missing, synced);
    }

    /** The last sequence that any whole frame from {@code at} on knew to be durable, if that is at least {@code least}. */
    private static long lastSynced(LogFrames frames, byte[] log, int at, long least) {
        long mostRecords = least + (log.length - at) / LogFrames.HEADER;
        long last = 0;
        int candidate = at;
        while (candidate <= log.length - LogFrames.HEADER) {
            long sequence = LogFrames.sequence(log, candidate);
            long synced = LogFrames.synced(log, candidate);
            if (sequence <= mostRecords
                    && synced >= least
                    && synced < sequence
                    && LogFrames.fits(log, candidate)
                    && frames.isWhole(log, candidate)) {
                last = Math.max(last, synced);
                candidate += LogFrames.HEADER + LogFrames.length(log, candidate);
            } else {
                candidate++;
            }
        }
        return last;
    }

    /** The payloads of the whole records from the start. */
    List<byte[]> records() {
        return records;
    }

    /** Where the last of them ends. */
    int end() {
        return end;
    }

    @Nullable
    Damage damage() {
        return damage;
    }
}
