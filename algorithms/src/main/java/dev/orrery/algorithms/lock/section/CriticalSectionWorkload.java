package dev.orrery.algorithms.lock.section;

import dev.orrery.sim.random.RandomStream;
import dev.orrery.sim.system.Invocation;
import dev.orrery.sim.time.DurationRange;
import dev.orrery.sim.workload.OperationMix;
import dev.orrery.sim.workload.Workload;
import org.jspecify.annotations.Nullable;

/** What each client does next: it knows how often the client holds the lock, as far as the client was told. */
final class CriticalSectionWorkload implements Workload {
    private static final int FREE = 0;

    private final OperationMix mix;
    private final DurationRange length;
    private final int depth;
    /** By client: how often it was told that it holds the lock. */
    private final int[] holds;
    /** By client: whether it has used the lock since it got it. */
    private final boolean[] used;
    /** By client: how often it has asked to enter again since it got it. */
    private final int[] again;
    /** By client: how often it has asked for the lock back without an answer. */

    /**
     * @param depth how often a client enters before it leaves: 1, or 2 for a lock that it can enter again
     */
    CriticalSectionWorkload(int clients, OperationMix mix, DurationRange length, int depth) {
        this.mix = mix;
        this.length = length;
        this.depth = depth;
        holds = new int[clients];
        used = new boolean[clients];
        again = new int[clients];
    }

    @Override
    public Invocation next(int client, long ordinal, RandomStream random) {
        String f = "release";
        Long work = null;
        if (holds[client] == FREE) {
            f = mix.pick(random);
            used[client] = false;
            again[client] = 0;
        } else if (!used[client] && again[client] < depth - 1) {
            f = "acquire";
            again[client]++;
        } else if (!used[client]) {
            f = "use";
            work = random.between(length.min(), length.max());
            used[client] = true;
        }
        return new Invocation(f, null, work);
    }

    @Override
    public void answered(int client, Invocation invocation, @Nullable Object answer) {
        switch (invocation.f()) {
            case "acquire", "try" -> holds[client]++;
            case "release" -> holds[client] = Boolean.TRUE.equals(answer) ? holds[client] - 1 : FREE;
            default -> {}
        }
    }

    @Override
    public boolean goesOn(int client) {
        return holds[client] > FREE;
    }
}
