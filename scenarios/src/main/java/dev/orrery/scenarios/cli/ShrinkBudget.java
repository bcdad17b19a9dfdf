package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.shrink.Shrinking;
import dev.orrery.sim.time.Durations;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How much may be tried: so many runs, which gives the same result everywhere, or so much time of this machine's.
 *
 * @param runs how many; without end where it is the time that counts
 * @param nanos how long
 */
record ShrinkBudget(int runs, long nanos) {

    /** What is tried unless said otherwise. */
    static final ShrinkBudget USUAL = new ShrinkBudget(Shrinking.USUAL_BUDGET, Long.MAX_VALUE);

    /** Reads {@code 500} and {@code 60s}. */
    static final class Converter implements ITypeConverter<ShrinkBudget> {
        @Override
        public ShrinkBudget convert(String text) {
            if (text.matches("[1-9][0-9]{0,8}")) {
                return new ShrinkBudget(Integer.parseInt(text), Long.MAX_VALUE);
            }
            try {
                return new ShrinkBudget(Integer.MAX_VALUE, Durations.parse(text));
            } catch (IllegalArgumentException neither) {
                throw new TypeConversionException(
                        "'" + text + "' is neither a number of runs, as 500, nor a time, as 60s");
            }
        }
    }

    /** The same, beginning now. */
    Shrinking.Budget begin() {
        long began = System.nanoTime();
        return tried -> tried < runs && System.nanoTime() - began < nanos;
    }
}
