package dev.orrery.sim.network;

import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.time.DurationRange;

/** What may be wrong with a link for a while. Conditions of one link add up, and each ends without regard to the others. */
public sealed interface LinkCondition {

    /**
     * It is cut. Of several cuts the one counts that lets least through, in the order of {@link Block}.
     *
     * @param block what becomes of the messages
     */
    record Cut(Block block) implements LinkCondition {}

    /**
     * It loses messages. Overlapping chances add up as independent ones do.
     *
     * @param chance that a message is lost
     * @param correlation how likely a message shares the draw of the one before it (of its kind on its link), at most 99 %
     */
    record Lossy(Probability chance, Probability correlation) implements LinkCondition, Chancy {}

    /**
     * It delivers messages twice, the copy with a latency of its own.
     *
     * @param chance that a message is doubled
     * @param correlation as for {@link Lossy}
     */
    record Doubling(Probability chance, Probability correlation) implements LinkCondition, Chancy {}

    /**
     * It holds single messages back.
     *
     * @param chance that a message is held back
     * @param correlation as for {@link Lossy}
     * @param by how long, drawn evenly
     */
    record Reordering(Probability chance, Probability correlation, DurationRange by) implements LinkCondition, Chancy {
        long sample(long draw) {
            return Distribution.uniform(by.min(), by.max()).sample(draw);
        }
    }

    /**
     * It damages messages.
     *
     * @param chance that a message is damaged
     * @param correlation as for {@link Lossy}
     * @param detected whether the receiver notices and throws the message away; else it gets it with bits flipped
     */
    record Corrupting(Probability chance, Probability correlation, boolean detected) implements LinkCondition, Chancy {}

    /**
     * It is slow.
     *
     * @param by how much longer a message takes
     * @param jitter at most how much longer still, in nanoseconds, drawn evenly; at least 0
     */
    record Late(Distribution by, long jitter) implements LinkCondition {}

    /**
     * It is narrow: messages leave one after the other, and wait for that in a queue. Of several the one with the lowest
     * rate counts.
     *
     * @param rate bytes a second, at least 1
     * @param queue how many bytes may wait, at least 0; the message that is leaving does not count
     * @param overflow which message is lost when one comes that does not fit
     */
    record Narrow(long rate, long queue, Overflow overflow) implements LinkCondition {
        private static final long SECOND = 1_000_000_000;

        long nanosFor(int bytes) {
            return bytes * SECOND / rate;
        }
    }

    /** A condition that hits some messages and spares others. */
    sealed interface Chancy permits Lossy, Doubling, Reordering, Corrupting {
        /** That a message is hit. */
        Probability chance();

        /** How likely a message shares the draw of the one before it. */
        Probability correlation();
    }
}
