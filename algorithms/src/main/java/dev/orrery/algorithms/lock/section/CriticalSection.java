package dev.orrery.algorithms.lock.section;

import dev.orrery.algorithms.lock.check.DeadlockFree;
import dev.orrery.algorithms.lock.check.LockHistoryCheck;
import dev.orrery.sim.check.Check;
import dev.orrery.sim.system.Option;
import dev.orrery.sim.system.Options;
import dev.orrery.sim.time.DurationRange;
import dev.orrery.sim.workload.OperationMix;
import dev.orrery.sim.workload.Workload;
import dev.orrery.sim.workload.WorkloadConfig;
import dev.orrery.sim.workload.WorkloadProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The workload {@code critical-section}: clients enter critical sections in which they count. */
public final class CriticalSection implements WorkloadProvider {
    private static final Option<DurationRange> LENGTH = Option.range(
            "length", "10ms", "How long a client works in its section between reading the counter and writing it.");
    private static final Option<Boolean> REENTRY = Option.flag(
            "reentry",
            false,
            "Whether clients acquire the lock a second time before they use it; it has to be a lock that lets them.");
    private static final Option<Long> PATIENCE = Option.duration(
            "patience",
            "10s",
            "How long clients may ask for the lock without anybody's getting it before the check deadlock-free fails.");
    private static final Option<Long> STEPS = Option.count(
            "linearizable-steps",
            2_000_000,
            1,
            1_000_000_000_000L,
            "How many steps the search for a legal order may take before the verdict is inconclusive.");

    @Override
    public String name() {
        return "critical-section";
    }

    @Override
    public String description() {
        return "Clients acquire a lock, read the counter that it guards, work, write the counter one higher, and release the"
                + " lock; then they think. try asks for the lock without standing in line.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(LENGTH, REENTRY, PATIENCE, STEPS);
    }

    @Override
    public OperationMix mix() {
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put("acquire", 1L);
        parts.put("try", 0L);
        return new OperationMix(parts);
    }

    @Override
    public List<Check> checks(Options options) {
        return List.of(
                new Check.OnHistory(
                        "linearizable",
                        "There is one order of all acquisitions and releases in which the lock is free when it is acquired,"
                                + " or held by the one who enters again, and tokens grow (Herlihy and Wing, 1990; the"
                                + " owner-aware, re-entrant and fenced mutexes that Hazelcast is tested against with Jepsen)."
                                + " A holder that crashed or lost its lock may have been taken it from at any time since."
                                + " A violation means that two clients held the lock at once, or tokens went back.",
                        () -> new LockHistoryCheck(options.get(REENTRY), options.get(STEPS))),
                new Check.OnHistory(
                        "deadlock-free",
                        "While clients ask for the lock, somebody gets it within the workload's patience (Dijkstra 1965). A"
                                + " violation means a deadlock, a holder that is dead and holds it for ever, or peers that"
                                + " wait for one that is gone.",
                        () -> new DeadlockFree(options.get(PATIENCE))));
    }

    @Override
    public Workload workload(WorkloadConfig config) {
        return new CriticalSectionWorkload(
                config.clients(),
                config.mix(),
                config.options().get(LENGTH),
                config.options().get(REENTRY) ? 2 : 1);
    }
}
