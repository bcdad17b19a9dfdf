package dev.orrery.algorithms.paxos.synod;

import dev.orrery.sim.check.Check;
import dev.orrery.sim.random.RandomStream;
import dev.orrery.sim.system.Invocation;
import dev.orrery.sim.system.Option;
import dev.orrery.sim.system.Options;
import dev.orrery.sim.workload.OperationMix;
import dev.orrery.sim.workload.Workload;
import dev.orrery.sim.workload.WorkloadConfig;
import dev.orrery.sim.workload.WorkloadProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The workload {@code consensus}: clients propose values, each another one, and are told which was chosen. */
public final class Consensus implements WorkloadProvider {
    static final String PROPOSE = "propose";

    @Override
    public String name() {
        return "consensus";
    }

    @Override
    public String description() {
        return "Clients propose values, each value once in a run, and are told which one was chosen: always the same.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of();
    }

    @Override
    public OperationMix mix() {
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put(PROPOSE, 1L);
        return new OperationMix(parts);
    }

    @Override
    public List<Check> checks(Options options) {
        return List.of(new Check.OnHistory(
                "consensus",
                "All clients are told the same value, and it was proposed before anybody was told (Lamport, Paxos Made"
                        + " Simple, 2001, §2.1). A violation means that two values were chosen, or one that nobody"
                        + " proposed.",
                ConsensusCheck::new));
    }

    @Override
    public Workload workload(WorkloadConfig config) {
        return new Workload() {
            @Override
            public Invocation next(int client, long ordinal, RandomStream random) {
                return new Invocation(PROPOSE, null, 1 + client + ordinal * config.clients());
            }
        };
    }
}
