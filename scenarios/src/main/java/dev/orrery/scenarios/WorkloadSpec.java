package dev.orrery.scenarios;

import dev.orrery.sim.random.KeyDistribution;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.system.Options;
import dev.orrery.sim.workload.Load;
import dev.orrery.sim.workload.OperationMix;
import dev.orrery.sim.workload.Turn;
import dev.orrery.sim.workload.WorkloadConfig;
import dev.orrery.sim.workload.WorkloadProvider;
import java.util.List;

/**
 * What the clients do.
 *
 * @param provider makes the workload
 * @param load how many clients there are and when they ask
 * @param only the operations that are asked for, by name, while all others are passed over; empty: all are
 * @param timeout when a client gives an operation up, in nanoseconds, more than 0
 * @param keys which objects the operations are about
 * @param mix how often each operation is asked for
 * @param options values for the provider's options
 */
public record WorkloadSpec(
        WorkloadProvider provider,
        Load load,
        List<Turn> only,
        long timeout,
        Keys keys,
        OperationMix mix,
        Options options) {

    /** Takes the list as it is now. */
    public WorkloadSpec {
        only = List.copyOf(only);
    }

    /** What the provider needs to make the workload of a run. */
    public WorkloadConfig config() {
        return new WorkloadConfig(options, load.clients(), keys.distribution(), mix);
    }

    /**
     * Which objects the operations are about.
     *
     * @param count how many there are, at least 1
     * @param kind how they are chosen
     * @param hot for {@link Kind#HOTSPOT} only: how many keys are hot
     * @param hotShare for {@link Kind#HOTSPOT} only: how many of the operations go to them
     */
    public record Keys(int count, Kind kind, int hot, Probability hotShare) {

        /** How keys are chosen, in the words of YCSB. */
        public enum Kind {
            /** Each key as often as the others. */
            UNIFORM,
            /** A few keys very often, most of them rarely. */
            ZIPFIAN,
            /** As zipfian, the keys added last the most often. */
            LATEST,
            /** A hot set, and the rest. */
            HOTSPOT
        }

        /** The distribution to draw from. */
        public KeyDistribution distribution() {
            return switch (kind) {
                case UNIFORM -> KeyDistribution.uniform(count);
                case ZIPFIAN -> KeyDistribution.zipfian(count);
                case LATEST -> KeyDistribution.latest(count);
                case HOTSPOT -> KeyDistribution.hotspot(count, hot, hotShare);
            };
        }
    }
}
