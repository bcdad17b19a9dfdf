package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.language.ProblemCode;
import dev.orrery.scenarios.language.form.ByKind;
import dev.orrery.scenarios.language.form.Definitions;
import dev.orrery.scenarios.language.form.Form;
import dev.orrery.scenarios.language.form.Key;
import dev.orrery.scenarios.language.form.ListForm;
import dev.orrery.scenarios.language.form.Scope;
import dev.orrery.scenarios.language.form.Shape;
import dev.orrery.scenarios.language.form.Tagged;
import dev.orrery.scenarios.language.form.TextForm;
import dev.orrery.scenarios.language.form.Values;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.time.DurationRange;
import dev.orrery.sim.time.Durations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long something takes: {@code 1ms}, {@code 1ms..5ms}, or a mapping that names the distribution. */
final class Distributions {

    private static final Map<String, Shape<Distribution>> SHAPES = new LinkedHashMap<>();

    static {
        normal();
        exponential();
        lognormal();
        pareto();
        bimodal();
        empirical();
    }

    private static final Form<Distribution> SHORT = new TextForm<>(
            "a duration, or two of them with dots between",
            ProblemCode.NOT_A_RANGE,
            Distributions::constantOrUniform,
            distribution -> Drawn.of(distribution).shortForm(),
            Scalars.RANGE_FROM_0.schema(new Definitions()));

    private static final Form<Distribution> LONG = new Tagged<>(
            "a mapping with the key distribution and those that it needs",
            "distribution",
            SHAPES,
            distribution -> Drawn.of(distribution).kind());

    /** A constant as a duration, a uniform distribution as a range, all others as mappings. */
    static final Form<Distribution> FORM = new ByKind<>(
            "a duration, as 1ms, a range, as 1ms..5ms, or a distribution, as {distribution: exponential, mean: 2ms}",
            SHORT,
            LONG,
            distribution -> Drawn.of(distribution).isShort() ? SHORT : LONG);

    private Distributions() {}

    private static Distribution constantOrUniform(String text) {
        DurationRange range = DurationRange.parse(text);
        return range.min() == range.max()
                ? Distribution.constant(range.min())
                : Distribution.uniform(range.min(), range.max());
    }

    private static void normal() {
        Key<Distribution, Long> mean = time("mean", "The middle of the bell.", "2ms", "20ms", "stddev: 1ms");
        Key<Distribution, Long> deviation = time(
                "stddev", "The bell's standard deviation. What would be below 0 is 0.", "1ms", "10ms", "mean: 20ms");
        shape("normal", "A bell: most values near the middle, as many above it as below.")
                .key(mean)
                .key(deviation)
                .make(values -> Distribution.normal(values.get(mean), values.get(deviation)));
    }

    private static void exponential() {
        Key<Distribution, Long> mean = time("mean", "The mean, which 63 of 100 values are below.", "2ms", "20ms", "");
        shape("exponential", "The time until something that happens at a constant rate.")
                .key(mean)
                .make(values -> Distribution.exponential(values.get(mean)));
    }

    private static void lognormal() {
        Key<Distribution, Long> median = some("median", "Half the values are at most this.", "1ms", "4ms", "p99: 8ms");
        Key<Distribution, Long> p99 = some("p99", "99 of 100 values are at most this.", "8ms", "80ms", "median: 1ms");
        shape("lognormal", "The common shape of latencies: most near the median, and a long tail.")
                .key(median)
                .key(p99)
                .rule((values, scope) -> inOrder(values, scope, median, p99))
                .make(values -> Distribution.lognormal(values.get(median), values.get(p99)));
    }

    private static void pareto() {
        Key<Distribution, Long> min = some("min", "The least value.", "1ms", "4ms", "alpha: 1.5");
        Form<Double> exponent = new TextForm<>(
                "a decimal number of more than 0, as 1.5",
                ProblemCode.NOT_A_NUMBER,
                Distributions::exponent,
                String::valueOf,
                Definitions.object("type", "number", "exclusiveMinimum", 0));
        Key<Distribution, Double> alpha = Key.<Distribution, Double>of(
                        "alpha",
                        exponent,
                        distribution -> exponent(Drawn.of(distribution).part("alpha")),
                        "How fast the tail thins out: the share of values above x is (min / x) to the power of alpha.")
                .required()
                .examples("1.5", "5.0")
                .beside("min: 1ms");
        shape("pareto", "A power law: rare values that are very large.")
                .key(min)
                .key(alpha)
                .make(values -> Distribution.pareto(values.get(min), values.get(alpha)));
    }

    private static void bimodal() {
        Key<Distribution, Long> fast = time("fast", "The common value.", "1ms", "2ms", "slow: 50ms, slow-share: 1%");
        Key<Distribution, Long> slow = time("slow", "The rare value.", "50ms", "20ms", "fast: 1ms, slow-share: 10%");
        Key<Distribution, Probability> share = Key.<Distribution, Probability>of(
                        "slow-share",
                        Scalars.PERCENT,
                        distribution -> Drawn.of(distribution).share(),
                        "How many of the values are the rare one.")
                .required()
                .examples("1%", "25%")
                .beside("fast: 1ms, slow: 50ms");
        shape("bimodal", "A fast path and a rare slow one, as of a cache that is missed now and then.")
                .key(fast)
                .key(slow)
                .key(share)
                .rule((values, scope) -> inOrder(values, scope, fast, slow))
                .make(values -> Distribution.bimodal(values.get(fast), values.get(slow), values.get(share)));
    }

    private static void empirical() {
        Key<Distribution, List<Long>> quantiles = Key.<Distribution, List<Long>>of(
                        "quantiles",
                        new ListForm<>("a list of durations", Scalars.TIME, 1, false),
                        distribution -> Drawn.of(distribution).durations(),
                        "Measured values at even distances from the least to the greatest: three of them are the minimum,"
                                + " the median and the maximum.")
                .required()
                .examples("[1ms, 2ms, 40ms]", "[4ms, 8ms, 40ms]");
        shape("empirical", "What was measured elsewhere, linear between one value and the next.")
                .key(quantiles)
                .rule((values, scope) -> rising(values, scope, quantiles))
                .make(values -> Distribution.empirical(values.get(quantiles).stream()
                        .mapToLong(Long::longValue)
                        .toArray()));
    }

    private static Shape<Distribution> shape(String kind, String description) {
        TextForm<String> only = new TextForm<>(
                kind, ProblemCode.UNKNOWN_WORD, text -> text, text -> text, Definitions.object("const", kind));
        Shape<Distribution> shape = Shape.<Distribution>of(
                        "distribution " + kind, description, "network: {latency: {distribution: " + kind + ", …}}")
                .key(Key.<Distribution, String>of(
                                "distribution", only, distribution -> kind, "Which distribution this is.")
                        .required());
        SHAPES.put(kind, shape);
        return shape;
    }

    private static Key<Distribution, Long> time(
            String name, String description, String one, String other, String beside) {
        return part(Scalars.TIME, name, description).examples(one, other).beside(beside);
    }

    private static Key<Distribution, Long> some(
            String name, String description, String one, String other, String beside) {
        return part(Scalars.DURATION, name, description).examples(one, other).beside(beside);
    }

    private static Key<Distribution, Long> part(Form<Long> form, String name, String description) {
        return Key.<Distribution, Long>of(
                        name, form, distribution -> Drawn.of(distribution).duration(name), description)
                .required();
    }

    private static void inOrder(
            Values values, Scope scope, Key<Distribution, Long> lesser, Key<Distribution, Long> greater) {
        Long least = values.find(lesser);
        Long most = values.find(greater);
        if (least != null && most != null && least > most) {
            scope.problem(
                    ProblemCode.NOT_A_DISTRIBUTION,
                    values.at(greater),
                    "'" + greater + "' is less than '" + lesser + "', which is " + Durations.format(least));
        }
    }

    private static void rising(Values values, Scope scope, Key<Distribution, List<Long>> quantiles) {
        List<Long> found = values.find(quantiles);
        if (found != null && !found.equals(found.stream().sorted().toList())) {
            scope.problem(
                    ProblemCode.NOT_A_DISTRIBUTION,
                    values.at(quantiles),
                    "the quantiles must go from the least to the greatest");
        }
    }

    private static double exponent(String text) {
        if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?") || Double.parseDouble(text) == 0) {
            throw new IllegalArgumentException("'" + text + "' is no decimal number of more than 0, as 1.5");
        }
        return Double.parseDouble(text);
    }

    /**
     * A distribution taken apart. The classes of the distributions are nobody's business but their own; their words are
     * those of the scenario language: {@code lognormal(median 1ms, p99 8ms)}.
     */
    private record Drawn(String kind, String inside) {
        static Drawn of(Distribution distribution) {
            String words = distribution.toString();
            int open = words.indexOf('(');
            return new Drawn(words.substring(0, open), words.substring(open + 1, words.length() - 1));
        }

        boolean isShort() {
            return kind.equals("constant") || kind.equals("uniform");
        }

        String shortForm() {
            return inside.replace(" to ", "..");
        }

        String part(String name) {
            String[] parts = inside.split(", ", -1);
            if (kind.equals("bimodal")) {
                return name.equals("fast") ? parts[0] : parts[1].split(" ", -1)[1];
            }
            for (String part : parts) {
                if (part.startsWith(name + " ")) {
                    return part.substring(name.length() + 1);
                }
            }
            throw new IllegalArgumentException(kind + "(" + inside + ") has no " + name);
        }

        long duration(String name) {
            return Durations.parse(part(name));
        }

        List<Long> durations() {
            return List.of(inside.split(", ", -1)).stream()
                    .map(Durations::parse)
                    .toList();
        }

        /** Of {@code 1ms, 0.1% 50ms}. */
        Probability share() {
            String slow = inside.substring(inside.indexOf(' ') + 1);
            return Scalars.percent(slow.substring(0, slow.indexOf(' ')));
        }
    }
}
