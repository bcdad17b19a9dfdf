package dev.orrery.sim.disk;

import java.util.ArrayDeque;

/**
 * The order in which a disk's operations end: one after the other, each beginning when the one before it has ended. A
 * stalled disk does no work; what waits begins anew when the stall ends, in order.
 */
final class DiskQueue {
    /** Keeps sums of times far from overflow: 36 years. */
    private static final long FOREVER = 1L << 60;

    private final DiskPort port;
    private final ArrayDeque<Operation> waiting = new ArrayDeque<>();
    private Turn turn = new Turn();
    private boolean stalled;
    private long freeAt;

    DiskQueue(DiskPort port, boolean stalled) {
        this.port = port;
        this.stalled = stalled;
    }

    /** Something that takes its time and then ends. */
    abstract static class Operation {
        private final long latency;

        Operation(long latencyNanos) {
            latency = Math.min(latencyNanos, FOREVER);
        }

        abstract void end();
    }

    void add(Operation operation) {
        waiting.add(operation);
        if (!stalled) {
            schedule(operation);
        }
    }

    private void schedule(Operation operation) {
        long now = port.now();
        freeAt = Math.max(now, Math.min(freeAt, FOREVER)) + operation.latency;
        port.complete(freeAt - now, turn);
    }

    void stall() {
        stalled = true;
        turn = new Turn();
    }

    void resume() {
        if (stalled) {
            stalled = false;
            freeAt = port.now();
            waiting.forEach(this::schedule);
        }
    }

    /** Nothing that waits will ever end. */
    void close() {
        waiting.clear();
        turn = new Turn();
    }

    /** Ends the oldest operation; turns given out before a stall have passed. */
    private final class Turn implements Runnable {
        @Override
        public void run() {
            if (this == turn) {
                waiting.remove().end();
            }
        }
    }
}
