package dev.orrery.sim.workload;

import dev.orrery.sim.check.Check;
import dev.orrery.sim.check.linearizability.LinearizabilityCheck;
import dev.orrery.sim.check.model.KeyValueModel;
import dev.orrery.sim.system.Option;
import dev.orrery.sim.system.Options;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The workload {@code register}: independent registers, one for each key, that must be linearizable. */
public final class Register implements WorkloadProvider {
    private static final Option<Long> STEPS = Option.count(
            "linearizable-steps",
            2_000_000,
            1,
            1_000_000_000_000L,
            "How many steps the search for a legal order may take before the verdict is inconclusive.");

    @Override
    public String name() {
        return "register";
    }

    @Override
    public String description() {
        return "Clients read, write, compare-and-set and delete independent registers, one for each key. Every value is"
                + " written once in a run, so that a read tells whose write it saw.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(STEPS);
    }

    @Override
    public OperationMix mix() {
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put("read", 60L);
        parts.put("write", 30L);
        parts.put("cas", 10L);
        parts.put("delete", 0L);
        return new OperationMix(parts);
    }

    @Override
    public List<Check> checks(Options options) {
        return List.of(new Check.OnHistory(
                "linearizable",
                "For each key there is one order of all operations in which each gives the answer that its client got, and"
                        + " which puts an operation that ended before another one began before it (Herlihy and Wing, 1990)."
                        + " An operation whose outcome nobody knows may have taken effect at any time after it began, or"
                        + " never. A violation means that a client saw a stale, lost or invented value. It is told by the few"
                        + " operations that cannot be, whatever all the others did, and by what is wrong with each order of"
                        + " these few; explanation in result.json has the same in parts. If the system says where its"
                        + " operations took effect, that order is tried first and believed only if it explains every"
                        + " answer; --blind does without.",
                () -> new LinearizabilityCheck(new KeyValueModel(), options.get(STEPS))));
    }

    @Override
    public Workload workload(WorkloadConfig config) {
        return new RegisterWorkload(config);
    }
}
