package dev.orrery.sim.disk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** A disk without a node: virtual time in which nothing but its completions happens. */
final class LoneDisk implements DiskPort {
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private final List<Happening> happenings = new ArrayList<>();
    private final SimulatedDisk disk;
    private Disk open;
    private long now;
    private long scheduled;

    private record Event(long at, long number, Runnable action) {}

    /** What the disk told its port. */
    record Happening(String what, String file, long offset, long length) {}

    LoneDisk(long key) {
        this(DiskConfig.DEFAULT, key);
    }

    LoneDisk(DiskConfig config, long key) {
        disk = new SimulatedDisk(config, key, this);
        open = disk.open();
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public void complete(long delayNanos, Runnable completion) {
        if (delayNanos < 0) {
            throw new IllegalArgumentException("a completion in the past: " + delayNanos);
        }
        events.add(new Event(now + delayNanos, scheduled++, completion));
    }

    @Override
    public void happened(String what, String file, long offset, long length) {
        happenings.add(new Happening(what, file, offset, length));
    }

    Disk open() {
        return open;
    }

    DiskFaults faults() {
        return disk.faults();
    }

    int unsynced() {
        return disk.unsynced();
    }

    List<Happening> happenings() {
        return happenings;
    }

    /** How often something has happened. */
    int count(String what) {
        return (int)
                happenings.stream().filter(each -> each.what().equals(what)).count();
    }

    /** Does the next thing that is due; false if there is none. */
    boolean step() {
        Event event = events.poll();
        if (event == null) {
            return false;
        }
        now = event.at;
        event.action.run();
        return true;
    }

    /** Runs until nothing is due any more. */
    void run() {
        while (step()) {}
    }

    /** Runs until some time has passed. */
    void runFor(long nanos) {
        long until = now + nanos;
        for (Event next = events.peek(); next != null && next.at <= until; next = events.peek()) {
            step();
        }
        now = until;
    }

    /** Kills the incarnation and boots the next, while the events of the old one are still due. */
    CrashReport kill(CrashPolicy policy) {
        CrashReport report = disk.crash(policy);
        open = disk.open();
        return report;
    }

    void stopAndStart() {
        disk.stop();
        open = disk.open();
    }

    /** Writes a file and makes it durable. */
    void put(String file, byte[] bytes) {
        List<@Nullable DiskError> errors = new ArrayList<>();
        open.write(file, 0, bytes, errors::add);
        open.sync(file, errors::add);
        run();
        errors.forEach(LoneDisk::requireNone);
    }

    /** Reads a whole file; null if there is none. */
    byte @Nullable [] get(String file) {
        if (open.length(file) < 0) {
            return null;
        }
        List<byte[]> read = new ArrayList<>();
        open.read(file, 0, (int) open.length(file), (bytes, error) -> {
            requireNone(error);
            read.add(bytes);
        });
        run();
        return read.get(0);
    }

    static void requireNone(@Nullable DiskError error) {
        if (error != null) {
            throw new AssertionError("unexpected disk error " + error);
        }
    }
}
