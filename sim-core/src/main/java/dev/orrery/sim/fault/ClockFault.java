package dev.orrery.sim.fault;

import static dev.orrery.sim.fault.Parameters.between;
import static dev.orrery.sim.fault.Parameters.require;
import static dev.orrery.sim.fault.Parameters.someTime;

/**
 * What goes wrong with a node's clocks. Steps are seen on the time of day only; drift is seen on all clocks and on the
 * timers that run on them.
 */
public sealed interface ClockFault extends Fault {

    /**
     * Puts the time of day off by a constant, until it ends.
     *
     * @param target by default one server
     * @param by nanoseconds ahead; negative: behind. Not 0
     */
    record Skew(Target target, long by) implements ClockFault {
        /** Checks the offset. */
        public Skew {
            checkStep("a skew", by);
        }

        @Override
        public String kind() {
            return "clock-skew";
        }

        @Override
        public boolean lasts() {
            return true;
        }

        @Override
        public Skew aimedAt(Target other) {
            return new Skew(other, by);
        }
    }

    /**
     * Lets the clocks gain or lose, until it ends; what they have gained by then stays. Timers that are set already run at
     * the new pace from now on. Overlapping drifts add up, to at most half of the true pace either way.
     *
     * @param target by default one server
     * @param ppm microseconds gained a second, from -500000 to 500000; negative: lost. Not 0
     */
    record Drift(Target target, long ppm) implements ClockFault {
        /** Checks the drift. */
        public Drift {
            between(-500_000, 500_000, "a drift in ppm", ppm);
            require(ppm != 0, "a drift of 0 ppm is none");
        }

        @Override
        public String kind() {
            return "clock-drift";
        }

        @Override
        public boolean lasts() {
            return true;
        }

        @Override
        public Drift aimedAt(Target other) {
            return new Drift(other, ppm);
        }
    }

    /**
     * Sets the time of day forward or back, for good.
     *
     * @param target by default one server
     * @param by nanoseconds forward; negative: back. Not 0
     */
    record Jump(Target target, long by) implements ClockFault {
        /** Checks the step. */
        public Jump {
            checkStep("a jump", by);
        }

        @Override
        public String kind() {
            return "clock-jump";
        }

        @Override
        public boolean lasts() {
            return false;
        }

        @Override
        public Jump aimedAt(Target other) {
            return new Jump(other, by);
        }
    }

    /**
     * Sets the time of day to and fro: forward at once, back after a period, forward after one more, until it ends; then it
     * is where it was.
     *
     * @param target by default one server
     * @param by nanoseconds of the first step; negative: back first. Not 0
     * @param period how long the clock stays on each side, in nanoseconds, at least 1us
     */
    record Strobe(Target target, long by, long period) implements ClockFault {
        /** Checks the step and the period. */
        public Strobe {
            checkStep("a strobe", by);
            someTime("a period", period);
            require(period >= 1_000, "a period is at least 1us");
        }

        @Override
        public String kind() {
            return "clock-strobe";
        }

        @Override
        public boolean lasts() {
            return true;
        }

        @Override
        public Strobe aimedAt(Target other) {
            return new Strobe(other, by, period);
        }
    }

    private static void checkStep(String name, long by) {
        require(by != 0, name + " of 0 is none");
        require(Math.abs(by) <= 1L << 60, name + " is at most 36 years");
    }
}
