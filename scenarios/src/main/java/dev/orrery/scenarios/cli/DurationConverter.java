package dev.orrery.scenarios.cli;

import dev.orrery.sim.time.Durations;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a length of time from the command line, into nanoseconds. */
final class DurationConverter implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(String.valueOf(wrong.getMessage()));
        }
    }
}
