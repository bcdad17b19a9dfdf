package dev.orrery.scenarios.bench;

import dev.orrery.sim.engine.Digest;
import dev.orrery.sim.engine.EventQueue;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.RandomStream;

/**
 * The hold model: of n pending events take the earliest, and schedule one a random delay after it. (Jones, <i>An Empirical
 * Comparison of Priority-Queue and Event-Set Implementations</i>, CACM 1986.)
 */
final class Hold {
    private static final long SEED = 42;

    private Hold() {}

    /** On the simulator's queue, with a payload. */
    static Workpiece queue(int pending, Distribution delay) {
        EventQueue queue = new EventQueue();
        RandomStream random = new RandomStream(SEED);
        Object payload = "event";
        for (int i = 0; i < pending; i++) {
            queue.schedule(delay.sample(random), i, 0, 0, 0, payload);
        }
        return events -> {
            for (long i = 0; i < events; i++) {
                queue.next();
                queue.schedule(queue.time() + delay.sample(random), queue.head(), i, i, i, queue.payload());
            }
            return events;
        };
    }

    /** The same with every event taken into a digest. */
    static Workpiece queueWithDigest(int pending, Distribution delay) {
        EventQueue queue = new EventQueue();
        Digest digest = new Digest();
        RandomStream random = new RandomStream(SEED);
        Object payload = "event";
        for (int i = 0; i < pending; i++) {
            queue.schedule(delay.sample(random), i, 0, 0, 0, payload);
        }
        return events -> {
            for (long i = 0; i < events; i++) {
                queue.next();
                digest.event(queue.time(), queue.sequence(), queue.head(), queue.first());
                queue.schedule(queue.time() + delay.sample(random), queue.head(), i, i, i, queue.payload());
            }
            return events;
        };
    }

    /** On the bare heap. */
    static Workpiece bare(int pending, Distribution delay) {
        BareHeap heap = new BareHeap(pending);
        RandomStream random = new RandomStream(SEED);
        long[] scheduled = {0};
        while (scheduled[0] < pending) {
            heap.add(delay.sample(random), scheduled[0]++);
        }
        return events -> {
            for (long i = 0; i < events; i++) {
                heap.replaceFirst(heap.time() + delay.sample(random), scheduled[0]++);
            }
            return events;
        };
    }
}
