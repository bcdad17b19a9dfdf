package dev.orrery.scenarios.cli;

import dev.orrery.sim.random.Seed;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a seed from the command line. */
final class SeedConverter implements ITypeConverter<Seed> {
    @Override
    public Seed convert(String text) {
        try {
            return Seed.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(String.valueOf(wrong.getMessage()));
        }
    }
}
