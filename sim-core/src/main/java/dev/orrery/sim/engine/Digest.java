package dev.orrery.sim.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A rolling 64-bit hash over all that happened. Two runs with one digest went, but for one chance in 2<sup>64</sup>, the
 * same way; two runs that differ differ from some checkpoint on, so that the first differing event can be searched for.
 */
public final class Digest {
    private static final long EVENTS_A_CHECKPOINT = 1 << 16;

    private long hash = 0x4F52524552590000L;
    private long events;
    private final List<Long> checkpoints = new ArrayList<>();

    /** Takes in one event: when it happened, its place in the order, whom it touched and what it was. */
    public void event(long time, long sequence, long head, long identity) {
        fold(time);
        fold(sequence ^ Long.rotateLeft(head, 24));
        fold(identity);
        if ((++events & (EVENTS_A_CHECKPOINT - 1)) == 0) {
            checkpoints.add(value());
        }
    }

    private void fold(long word) {
        hash = Long.rotateLeft((hash ^ word) * 0x9E3779B97F4A7C15L, 29);
    }

    /** The digest of all events so far. */
    public long value() {
        return hash;
    }

    /** How many events were taken in. */
    public long events() {
        return events;
    }

    /** The digest after each 65,536 events. */
    public List<Long> checkpoints() {
        return Collections.unmodifiableList(checkpoints);
    }
}
