package dev.orrery.sim.fault;

import static dev.orrery.sim.fault.Parameters.between;
import static dev.orrery.sim.fault.Parameters.notNegative;
import static dev.orrery.sim.fault.Parameters.require;
import static dev.orrery.sim.fault.Parameters.someTime;

import dev.orrery.sim.time.DurationRange;

/** When a fault begins. */
public sealed interface Timing {

    /**
     * Once, at a time.
     *
     * @param time virtual nanoseconds, at least 0
     */
    record At(long time) implements Timing {
        /** Checks the time. */
        public At {
            notNegative("a time", time);
        }
    }

    /**
     * Again and again, until the run ends or heals.
     *
     * @param period from one beginning to the next, drawn each time if it is a range; more than 0
     * @param first when it first begins, in virtual nanoseconds, at least 0; by default after one period
     * @param times at most how often, at least 1; by default without end
     */
    record Every(DurationRange period, long first, long times) implements Timing {
        /** A fault that comes back for ever. */
        public static final long WITHOUT_END = Long.MAX_VALUE;

        /** Checks the numbers. */
        public Every {
            someTime("a period", period.min());
            notNegative("a first time", first);
            between(1, WITHOUT_END, "a number of times", times);
        }

        /** First after one period (of a range, the longest), and then without end. */
        public Every(DurationRange period) {
            this(period, period.max(), WITHOUT_END);
        }
    }

    /**
     * When the system reports something.
     *
     * @param trigger what to wait for
     */
    record When(Trigger trigger) implements Timing {
        /** Needs a trigger. */
        public When {
            require(trigger != null, "when needs a trigger");
        }
    }
}
