package dev.orrery.sim.explore;

import dev.orrery.sim.disk.Disk;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A disk that is always ready: operations end in order within the event that asks for them, and never fail. A crash takes
 * what was not synced, all of it.
 */
final class MemoryDisk {
    private static final byte[] EMPTY = {};

    /** What a crash leaves. */
    private final Map<String, byte[]> durable = new TreeMap<>();

    /** What reads see. */
    private final Map<String, byte[]> cache = new TreeMap<>();

    /** What still has to be told. */
    private final ArrayDeque<Runnable> ended = new ArrayDeque<>();

    /** The disk as an incarnation sees it. */
    Disk open() {
        return new Access();
    }

    /** Tells what has ended, and what ends thereby. */
    void settle() {
        for (Runnable next = ended.poll(); next != null; next = ended.poll()) {
            next.run();
        }
    }

    /** What was not synced is gone, and nobody is told of anything any more. */
    void crash() {
        ended.clear();
        cache.clear();
        cache.putAll(durable);
    }

    /** Another disk that holds what a crash would leave of this one. */
    MemoryDisk afterCrash() {
        MemoryDisk left = new MemoryDisk();
        left.durable.putAll(durable);
        left.cache.putAll(durable);
        return left;
    }

    private final class Access implements Disk {
        private void end(Done done) {
            ended.add(() -> done.done(null));
        }

        private byte[] bytes(String file) {
            return cache.getOrDefault(file, EMPTY);
        }

        @Override
        public void append(String file, byte[] bytes, Done done) {
            write(file, bytes(file).length, bytes, done);
        }

        @Override
        public void write(String file, long offset, byte[] bytes, Done done) {
            byte[] old = bytes(file);
            int end = Math.toIntExact(offset + bytes.length);
            byte[] changed = Arrays.copyOf(old, Math.max(old.length, end));
            System.arraycopy(bytes, 0, changed, (int) offset, bytes.length);
            cache.put(file, changed);
            end(done);
        }

        @Override
        public void read(String file, long offset, int length, Read read) {
            byte[] bytes = cache.get(file);
            int from = (int) Math.min(offset, bytes == null ? 0 : bytes.length);
            int to = bytes == null ? 0 : (int) Math.min((long) from + length, bytes.length);
            byte[] part = bytes == null ? EMPTY : Arrays.copyOfRange(bytes, from, to);
            ended.add(() -> read.read(part, null));
        }

        @Override
        public void sync(String file, Done done) {
            durable.keySet().retainAll(cache.keySet());
            byte[] bytes = cache.get(file);
            if (bytes != null) {
                durable.put(file, bytes);
            }
            end(done);
        }

        @Override
        public void truncate(String file, long length, Done done) {
            byte[] bytes = cache.get(file);
            if (bytes != null && bytes.length > length) {
                cache.put(file, Arrays.copyOf(bytes, (int) length));
            }
            end(done);
        }

        @Override
        public void rename(String from, String to, Done done) {
            byte[] bytes = cache.remove(from);
            if (bytes != null) {
                cache.put(to, bytes);
            }
            end(done);
        }

        @Override
        public void delete(String file, Done done) {
            cache.remove(file);
            end(done);
        }

        @Override
        public long length(String file) {
            byte[] bytes = cache.get(file);
            return bytes == null ? -1 : bytes.length;
        }
    }
}
