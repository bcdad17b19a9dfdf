package dev.orrery.sim.workload;

import dev.orrery.sim.history.CompareAndSet;
import dev.orrery.sim.random.RandomStream;
import dev.orrery.sim.system.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads, writes and compare-and-sets of independent registers. Every value is written once in a run, so that a read tells
 * whose write it saw. A compare-and-set expects the value that its own client saw last, so it succeeds if nobody else came
 * between.
 */
final class RegisterWorkload implements Workload {
    /** What a client expects of a key of which it has seen nothing; no register ever holds it. */
    private static final Long NEVER_WRITTEN = 0L;

    private final WorkloadConfig config;
    private final List<TreeMap<Long, Long>> seen = new ArrayList<>();

    RegisterWorkload(WorkloadConfig config) {
        this.config = config;
        for (int client = 0; client < config.clients(); client++) {
            seen.add(new TreeMap<>());
        }
    }

    @Override
    public Invocation next(int client, long ordinal, RandomStream random) {
        String f = config.mix().pick(random);
        Long key = (long) config.keys().sample(random.next());
        Long fresh = 1 + client + ordinal * config.clients();
        return switch (f) {
            case "write" -> new Invocation(f, key, fresh);
            case "cas" ->
                new Invocation(f, key, new CompareAndSet(seen.get(client).getOrDefault(key, NEVER_WRITTEN), fresh));
            default -> new Invocation(f, key, null);
        };
    }

    @Override
    public void answered(int client, Invocation invocation, @Nullable Object answer) {
        Object value = switch (invocation.f()) {
            case "read" -> answer;
            case "write" -> invocation.value();
            case "cas" ->
                Boolean.TRUE.equals(answer) && invocation.value() instanceof CompareAndSet change ? change.to() : null;
            default -> NEVER_WRITTEN;
        };
        if (invocation.key() instanceof Long key && value instanceof Long number) {
            seen.get(client).put(key, number);
        }
    }
}
