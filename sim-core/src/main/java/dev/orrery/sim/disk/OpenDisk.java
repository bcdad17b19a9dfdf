package dev.orrery.sim.disk;

import dev.orrery.sim.disk.DiskDraws.Choice;
import dev.orrery.sim.random.Distribution;
import org.jspecify.annotations.Nullable;

/** The disk as one incarnation sees it: takes operations, decides their fate, and ends them in order. */
final class OpenDisk implements Disk {
    private static final byte[] NOTHING = {};

    private final DiskConfig config;
    private final Contents contents;
    private final DiskFaults faults;
    private final DiskDraws draws;
    private final Ordinals ordinals;
    private final DiskPort port;
    private final DiskQueue queue;
    private boolean closed;

    OpenDisk(SimulatedDisk disk) {
        config = disk.config;
        contents = disk.contents;
        faults = disk.faults();
        draws = disk.draws;
        ordinals = disk.ordinals;
        port = disk.port;
        queue = new DiskQueue(port, faults.stalled());
    }

    /** How many operations of each kind the disk has seen in its life. */
    static final class Ordinals {
        private long reads;
        private long writes;
        private long syncs;
        private long truncations;
        private long namings;
    }

    @Override
    public void append(String file, byte[] bytes, Done done) {
        if (!closed) {
            StoredFile target = contents.file(file);
            give(target, file, target == null ? 0 : target.length(), bytes.clone(), done);
        }
    }

    @Override
    public void write(String file, long offset, byte[] bytes, Done done) {
        give(file, offset, bytes.clone(), done);
    }

    @Override
    public void give(String file, long offset, byte[] bytes, Done done) {
        requireNotNegative("offset", offset);
        if (!closed) {
            give(contents.file(file), file, offset, bytes, done);
        }
    }

    private void give(@Nullable StoredFile target, String file, long offset, byte[] bytes, Done done) {
        long ordinal = ordinals.writes++;
        boolean fits = fits(target, offset, bytes.length);
        if (fits) {
            boolean misdirected = faults.misdirects(draws.draw(Choice.MISDIRECTION, ordinal));
            StoredFile written = target == null ? contents.create(file) : target;
            contents.write(written, (int) offset, bytes, ordinal, misdirected);
        }
        port.happened(fits ? "write" : "full", file, offset, bytes.length);
        end(config.write(), Choice.WRITE_LATENCY, ordinal, done, fits ? null : DiskError.FULL);
    }

    private boolean fits(@Nullable StoredFile target, long offset, int count) {
        if (offset > StoredFile.MAX_LENGTH - count) {
            return false;
        }
        long growth = offset + count - (target == null ? 0 : target.length());
        return growth <= 0 || (!faults.full() && growth <= config.capacityBytes() - contents.used());
    }

    @Override
    public void read(String file, long offset, int length, Read read) {
        requireNotNegative("offset", offset);
        requireNotNegative("length", length);
        if (closed) {
            return;
        }
        long ordinal = ordinals.reads++;
        StoredFile target = contents.file(file);
        DiskError error = target == null
                ? DiskError.NO_SUCH_FILE
                : faults.failsRead(draws.draw(Choice.READ_ERROR, ordinal)) ? DiskError.READ_FAILED : null;
        byte[] bytes = target == null || error != null || offset > target.length()
                ? NOTHING
                : target.read((int) offset, length);
        port.happened(error == DiskError.READ_FAILED ? "read-error" : "read", file, offset, bytes.length);
        long latency = latency(config.read(), Choice.READ_LATENCY, ordinal);
        queue.add(new DiskQueue.Operation(latency) {
            @Override
            void end() {
                read.read(bytes, error);
            }
        });
    }

    @Override
    public void sync(String file, Done done) {
        if (closed) {
            return;
        }
        long ordinal = ordinals.syncs++;
        StoredFile target = contents.file(file);
        if (target == null) {
            end(config.sync(), Choice.SYNC_LATENCY, ordinal, done, DiskError.NO_SUCH_FILE);
            return;
        }
        long mark = target.changes();
        long namesMark = contents.namesMark(target);
        boolean fails = faults.failsSync(draws.draw(Choice.SYNC_ERROR, ordinal));
        long latency = latency(config.sync(), Choice.SYNC_LATENCY, ordinal);
        queue.add(new DiskQueue.Operation(latency) {
            @Override
            void end() {
                if (fails) {
                    target.forsakeBefore(mark);
                } else {
                    contents.makeDurable(file, target, mark, namesMark);
                }
                port.happened(fails ? "sync-error" : "sync", file, 0, target.durableLength());
                done.done(fails ? DiskError.SYNC_FAILED : null);
            }
        });
    }

    @Override
    public void truncate(String file, long length, Done done) {
        requireNotNegative("length", length);
        if (closed) {
            return;
        }
        long ordinal = ordinals.truncations++;
        StoredFile target = contents.file(file);
        if (target != null && length < target.length()) {
            contents.truncate(target, (int) length, ordinal);
            port.happened("truncate", file, length, 0);
        }
        DiskError error = target == null ? DiskError.NO_SUCH_FILE : null;
        end(config.write(), Choice.TRUNCATE_LATENCY, ordinal, done, error);
    }

    @Override
    public void rename(String from, String to, Done done) {
        if (closed) {
            return;
        }
        StoredFile target = contents.file(from);
        if (target != null && !from.equals(to)) {
            contents.rename(from, target, to);
            port.happened("rename", to, 0, target.length());
        }
        DiskError error = target == null ? DiskError.NO_SUCH_FILE : null;
        end(config.write(), Choice.NAME_LATENCY, ordinals.namings++, done, error);
    }

    @Override
    public void delete(String file, Done done) {
        if (closed) {
            return;
        }
        StoredFile target = contents.file(file);
        if (target != null) {
            contents.remove(file, target);
            port.happened("delete", file, 0, target.length());
        }
        end(config.write(), Choice.NAME_LATENCY, ordinals.namings++, done, null);
    }

    @Override
    public long length(String file) {
        StoredFile target = closed ? null : contents.file(file);
        return target == null ? -1 : target.length();
    }

    DiskQueue queue() {
        return queue;
    }

    void close() {
        closed = true;
        queue.close();
    }

    private void end(Distribution time, Choice choice, long ordinal, Done done, @Nullable DiskError error) {
        queue.add(new DiskQueue.Operation(latency(time, choice, ordinal)) {
            @Override
            void end() {
                done.done(error);
            }
        });
    }

    private long latency(Distribution time, Choice choice, long ordinal) {
        return faults.slowed(time.sample(draws.draw(choice, ordinal)));
    }

    private static void requireNotNegative(String what, long value) {
        if (value < 0) {
            throw new IllegalArgumentException("a disk's " + what + " is at least 0, not " + value);
        }
    }
}
