package dev.orrery.sim.disk;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One file, whatever its name: its bytes on the platter, and over them the changes that only the cache holds. A read
 * sees the platter with those changes made in order, so a write costs no more than its own bytes, and a sync no more
 * than what it makes durable.
 */
final class StoredFile {
    private static final byte[] NOTHING = {};

    private final ArrayDeque<Unsynced> unsynced = new ArrayDeque<>();
    private byte[] platter = NOTHING;
    private int durableLength;
    private int length;
    private long changes;
    private long named;

    /** The file's length as a read sees it. */
    int length() {
        return length;
    }

    /** How many bytes of it lie on the platter. */
    int durableLength() {
        return durableLength;
    }

    /** How many changes the cache ever took: the mark up to which a sync makes them durable. */
    long changes() {
        return changes;
    }

    int unsyncedCount() {
        return unsynced.size();
    }

    Iterable<Unsynced> unsynced() {
        return unsynced;
    }

    /** How many changes of names there had been when this file got the name it has: see {@link Directory}. */
    long named() {
        return named;
    }

    void name(long change) {
        named = change;
    }

    void write(Unsynced write, int end) {
        unsynced.add(write);
        changes++;
        length = Math.max(length, end);
    }

    void truncate(Unsynced truncation) {
        unsynced.add(truncation);
        changes++;
        length = truncation.offset;
    }

    byte[] read(int offset, int count) {
        if (offset >= length) {
            return NOTHING;
        }
        byte[] seen = new byte[Math.min(count, length - offset)];
        lay(platter, 0, durableLength, seen, offset);
        for (Unsynced change : unsynced) {
            if (change.bytes != null) {
                lay(change.bytes, change.offset, change.bytes.length, seen, offset);
            } else if (change.offset < offset + seen.length) {
                Arrays.fill(seen, Math.max(0, change.offset - offset), seen.length, (byte) 0);
            }
        }
        return seen;
    }

    /** Copies the part of {@code bytes}, which lie at {@code at} in the file, that falls into a window of the file. */
    private static void lay(byte[] bytes, int at, int count, byte[] window, int windowAt) {
        int from = Math.max(at, windowAt);
        int to = Math.min(at + count, windowAt + window.length);
        if (from < to) {
            System.arraycopy(bytes, from - at, window, from - windowAt, to - from);
        }
    }

    /** Takes the oldest unsynced change out of the cache if it came before a mark. */
    @Nullable
    Unsynced takeBefore(long mark) {
        return changes - unsynced.size() < mark ? unsynced.poll() : null;
    }

    /** The cache takes the writes before a mark for clean, though they never reached the platter. */
    void forsakeBefore(long mark) {
        long change = changes - unsynced.size();
        for (Unsynced each : unsynced) {
            if (change++ >= mark) {
                return;
            }
            each.forsaken = each.bytes != null;
        }
    }

    /** Forgets the cache: reads see the platter. */
    void dropCache() {
        unsynced.clear();
        length = durableLength;
    }

    /** Puts the first {@code count} bytes onto the platter; a gap before them becomes zeros. */
    void put(int offset, byte[] bytes, int count) {
        extend(offset + count);
        System.arraycopy(bytes, 0, platter, offset, count);
    }

    /** Overwrites what lies on the platter, as far as the file goes. */
    int overwrite(int offset, byte[] bytes, int count) {
        int fits = Math.min(count, durableLength - offset);
        System.arraycopy(bytes, 0, platter, offset, fits);
        return fits;
    }

    /** Makes the file on the platter at least so long, with zeros. */
    void extend(int end) {
        if (end > platter.length) {
            platter = Arrays.copyOf(platter, Math.max(end, (int) Math.min(MAX_LENGTH, 2L * platter.length)));
        }
        durableLength = Math.max(durableLength, end);
    }

    /** Cuts the file on the platter. */
    void cut(int end) {
        if (end < durableLength) {
            Arrays.fill(platter, end, durableLength, (byte) 0);
            durableLength = end;
        }
    }

    void flip(int offset, int bit) {
        platter[offset] ^= (byte) (1 << bit);
    }

    /** The longest file there can be, in bytes. */
    static final int MAX_LENGTH = Integer.MAX_VALUE - 8;
}
