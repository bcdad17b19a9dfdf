package dev.orrery.algorithms.raft;

import dev.orrery.sim.disk.Disk;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/** Files in memory, which nothing ever goes wrong with. Operations end in tasks of their own, in order. */
final class MemoryDisk implements Disk {
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Executor executor;

    MemoryDisk(Executor executor) {
        this.executor = executor;
    }

    @Override
    public void append(String file, byte[] bytes, Done done) {
        write(file, Math.max(0, length(file)), bytes, done);
    }

    @Override
    public void write(String file, long offset, byte[] bytes, Done done) {
        byte[] old = files.getOrDefault(file, new byte[0]);
        byte[] changed = Arrays.copyOf(old, Math.max(old.length, (int) offset + bytes.length));
        System.arraycopy(bytes, 0, changed, (int) offset, bytes.length);
        files.put(file, changed);
        end(done);
    }

    @Override
    public void read(String file, long offset, int length, Read read) {
        byte[] all = files.getOrDefault(file, new byte[0]);
        int from = (int) Math.min(offset, all.length);
        byte[] part = Arrays.copyOfRange(all, from, Math.min(all.length, from + length));
        executor.execute(() -> read.read(part, null));
    }

    @Override
    public void sync(String file, Done done) {
        end(done);
    }

    @Override
    public void truncate(String file, long length, Done done) {
        files.computeIfPresent(file, (name, bytes) -> Arrays.copyOf(bytes, (int) Math.min(bytes.length, length)));
        end(done);
    }

    @Override
    public void rename(String from, String to, Done done) {
        byte[] bytes = files.remove(from);
        if (bytes != null) {
            files.put(to, bytes);
        }
        end(done);
    }

    @Override
    public void delete(String file, Done done) {
        files.remove(file);
        end(done);
    }

    @Override
    public long length(String file) {
        byte[] bytes = files.get(file);
        return bytes == null ? -1 : bytes.length;
    }

    private void end(Done done) {
        executor.execute(() -> done.done(null));
    }
}
