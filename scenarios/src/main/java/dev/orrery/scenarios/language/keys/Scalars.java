package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.language.ProblemCode;
import dev.orrery.scenarios.language.form.Choice;
import dev.orrery.scenarios.language.form.Definitions;
import dev.orrery.scenarios.language.form.Form;
import dev.orrery.scenarios.language.form.TextForm;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.time.DurationRange;
import dev.orrery.sim.time.Durations;
import dev.orrery.sim.workload.Rate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The forms of values that are one word: durations, counts, percentages, rates, sizes, seeds, names. */
final class Scalars {

    private static final String DURATION_PATTERN = "[0-9]+(\\.[0-9]+)?(ns|us|ms|s|m|h)";

    static final Map<String, Object> NAME_SCHEMA = pattern("^[a-z][a-z0-9-]{0,63}$");

    private static final String MOST_DIGITS = "-?[0-9]{1,18}";

    /** A point in virtual time or a length of time that may be 0. */
    static final Form<Long> TIME = new TextForm<>(
            "a duration, as 250ms",
            ProblemCode.NOT_A_DURATION,
            Durations::parse,
            Durations::format,
            pattern("^" + DURATION_PATTERN + "$"));

    /** A length of time that is more than 0. */
    static final Form<Long> DURATION = new TextForm<>(
            "a duration of more than 0, as 250ms",
            ProblemCode.NOT_A_DURATION,
            Scalars::someTime,
            Durations::format,
            pattern("^(?=.*[1-9])" + DURATION_PATTERN + "$"));

    /** A length of time with a sign: ahead or behind. */
    static final Form<Long> OFFSET = new TextForm<>(
            "a duration other than 0, as 250ms or -250ms",
            ProblemCode.NOT_A_DURATION,
            text -> text.startsWith("-") ? -someTime(text.substring(1)) : someTime(text),
            Durations::format,
            pattern("^-?(?=.*[1-9])" + DURATION_PATTERN + "$"));

    /** A length of time that is drawn between two ends, the shorter more than 0. */
    static final Form<DurationRange> RANGE = range("more than 0, ", Scalars::someRange, "(?=[0.]*[1-9])");

    /** A length of time that is drawn between two ends, which may be 0. */
    static final Form<DurationRange> RANGE_FROM_0 = range("", DurationRange::parse, "");

    /** A share of all. */
    static final Form<Probability> PERCENT = new TextForm<>(
            "a percentage, as 0.1%",
            ProblemCode.NOT_A_PERCENTAGE,
            Scalars::percent,
            Probability::toString,
            pattern("^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$"));

    /** How often something is done. */
    static final Form<Rate> RATE = new TextForm<>(
            "a rate, as 200/s",
            ProblemCode.NOT_A_RATE,
            Rate::parse,
            Rate::toString,
            pattern("^0*[1-9][0-9]*/(ns|us|ms|s|m|h)$"));

    /** A number of bytes. */
    static final Form<Long> SIZE = new TextForm<>(
            "a size, as 64KiB",
            ProblemCode.NOT_A_SIZE,
            Sizes::parse,
            Sizes::format,
            pattern("^[0-9]+(B|kB|MB|GB|TB|KiB|MiB|GiB|TiB)$"));

    /** A number of bytes each second. */
    static final Form<Long> BYTES_PER_SECOND = new TextForm<>(
            "a number of bytes each second, as 1MiB/s",
            ProblemCode.NOT_A_SIZE,
            Sizes::parsePerSecond,
            size -> Sizes.format(size) + "/s",
            pattern("^0*[1-9][0-9]*(B|kB|MB|GB|TB|KiB|MiB|GiB|TiB)/s$"));

    /** The root of a run's randomness. */
    static final Form<Seed> SEED = new TextForm<>(
            "a seed, as 42 or 0x2A",
            ProblemCode.NOT_A_SEED,
            Seed::parse,
            Seed::brief,
            Definitions.object(
                    "anyOf",
                    List.of(
                            Definitions.object(
                                    "type", "integer", "minimum", 0, "maximum", new BigDecimal("18446744073709551615")),
                            pattern("^(0[xX][0-9a-fA-F_]+|[0-9][0-9_]*)$"))));

    /** A gain or loss of a clock, other than 0. */
    static final Form<Long> DRIFT = new TextForm<>(
            "a drift other than 0ppm from -500000ppm to 500000ppm, as 200ppm",
            ProblemCode.NOT_A_NUMBER,
            text -> ppm(text, -500_000, false),
            ppm -> ppm + "ppm",
            pattern("^-?0*[1-9][0-9]{0,5}ppm$"));

    /** A bound of a drift. */
    static final Form<Long> MOST_DRIFT = new TextForm<>(
            "a drift from 0ppm to 500000ppm, as 200ppm",
            ProblemCode.NOT_A_NUMBER,
            text -> ppm(text, 0, true),
            ppm -> ppm + "ppm",
            pattern("^[0-9]{1,6}ppm$"));

    /** Yes or no. */
    static final Form<Boolean> FLAG = new TextForm<>(
            "true or false",
            ProblemCode.NOT_A_FLAG,
            Scalars::flag,
            String::valueOf,
            Definitions.object("type", "boolean"));

    /** A name: lower case, digits and hyphens. */
    static final Form<String> NAME = new TextForm<>(
            "a name of lower-case letters, digits and hyphens, as n1",
            ProblemCode.NOT_A_NAME,
            Scalars::name,
            name -> name,
            NAME_SCHEMA);

    /** Any text. */
    static final Form<String> TEXT = new TextForm<>(
            "a text",
            ProblemCode.WRONG_KIND,
            text -> text,
            text -> text,
            Definitions.object("type", List.of("string", "number", "boolean", "null")));

    private Scalars() {}

    /** A whole number between two ends, both included. */
    static Form<Integer> count(int least, int most) {
        return new TextForm<>(
                "a whole number from " + least + " to " + most,
                ProblemCode.NOT_A_NUMBER,
                text -> (int) number(text, least, most),
                String::valueOf,
                Definitions.object("type", "integer", "minimum", least, "maximum", most));
    }

    /** As {@link #count(int, int)}, for numbers that may be large. */
    static Form<Long> number(long least, long most) {
        return new TextForm<>(
                "a whole number from " + least + " to " + most,
                ProblemCode.NOT_A_NUMBER,
                text -> number(text, least, most),
                String::valueOf,
                Definitions.object("type", "integer", "minimum", least, "maximum", most));
    }

    /** One of the constants of an enum, in lower case with hyphens. */
    static <E extends Enum<E>> Choice<E> choice(String what, Map<E, String> descriptions) {
        Choice<E> choice = new Choice<>(what);
        descriptions.forEach((constant, description) -> choice.word(word(constant), constant, description));
        return choice;
    }

    /** How the language writes an enum's constant: {@code minority-third}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Map<String, Object> pattern(String pattern) {
        return Definitions.object("type", "string", "pattern", pattern);
    }

    private static Form<DurationRange> range(String more, Function<String, DurationRange> parser, String ahead) {
        return new TextForm<>(
                "a duration, or two of them with dots between, " + more + "as 1s..5s",
                ProblemCode.NOT_A_RANGE,
                parser,
                DurationRange::toString,
                pattern("^" + ahead + DURATION_PATTERN + "(\\.\\." + DURATION_PATTERN + ")?$"));
    }

    private static long someTime(String text) {
        long nanos = Durations.parse(text);
        if (nanos == 0) {
            throw new IllegalArgumentException("'" + text + "' is no time at all: more than 0 is expected");
        }
        return nanos;
    }

    static DurationRange someRange(String text) {
        DurationRange range = DurationRange.parse(text);
        if (range.min() == 0) {
            throw new IllegalArgumentException("'" + text + "' begins at no time at all: more than 0 is expected");
        }
        return range;
    }

    static Probability percent(String text) {
        if (!text.matches("[0-9]{1,20}(\\.[0-9]{1,20})?%")) {
            throw new IllegalArgumentException("'" + text + "' is no percentage: write a number and a sign, as 0.1%");
        }
        return Probability.percent(new BigDecimal(text.substring(0, text.length() - 1)));
    }

    static long number(String text, long least, long most) {
        if (!text.matches("-?[0-9]+")) {
            throw new IllegalArgumentException("'" + text + "' is no whole number: write digits alone");
        }
        long number = text.matches(MOST_DIGITS) ? Long.parseLong(text) : most + 1;
        if (number < least || number > most) {
            throw new IllegalArgumentException("'" + text + "' is out of its range: from " + least + " to " + most);
        }
        return number;
    }

    private static long ppm(String text, long least, boolean zero) {
        if (!text.matches(MOST_DIGITS + "ppm")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no drift: write how many microseconds are gained each second, as 200ppm");
        }
        long ppm = number(text.substring(0, text.length() - "ppm".length()), least, 500_000);
        if (ppm == 0 && !zero) {
            throw new IllegalArgumentException("a drift of 0ppm is none");
        }
        return ppm;
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
        };
    }

    static String name(String text) {
        if (!text.matches("[a-z][a-z0-9-]*") || text.length() > 64) {
            throw new IllegalArgumentException(
                    "this is no name: at most 64 lower-case letters, digits and hyphens," + " beginning with a letter");
        }
        return text;
    }
}
