package dev.orrery.sim.workload;

import dev.orrery.sim.random.KeyDistribution;
import dev.orrery.sim.system.Options;

/**
 * What a scenario says of its workload.
 *
 * @param options values for the workload's own options
 * @param clients how many clients share the work, at least 1
 * @param keys which object an operation is about
 * @param mix how often each operation is asked for
 */
public record WorkloadConfig(Options options, int clients, KeyDistribution keys, OperationMix mix) {}
