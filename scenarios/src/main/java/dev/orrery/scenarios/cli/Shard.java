package dev.orrery.scenarios.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * One of so many parts of a sweep.
 *
 * @param part which, from 1
 * @param of how many there are
 */
record Shard(int part, int of) {
    /** All of it. */
    static final Shard WHOLE = new Shard(1, 1);

    /** Reads a part from the command line. */
    static final class Converter implements ITypeConverter<Shard> {
        private static final Pattern FORM = Pattern.compile("([0-9]{1,6})/([0-9]{1,6})");

        @Override
        public Shard convert(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException("'" + text + "' is no part: write which of how many, as 2/4");
            }
            Shard shard = new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            if (shard.part < 1 || shard.part > shard.of) {
                throw new TypeConversionException("there is no part " + text + ": parts count from 1");
            }
            return shard;
        }
    }
}
