package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.Threshold;
import dev.orrery.scenarios.Threshold.Measure;
import dev.orrery.scenarios.Threshold.Unit;
import dev.orrery.scenarios.language.ProblemCode;
import dev.orrery.scenarios.language.YamlNode;
import dev.orrery.scenarios.language.form.Definitions;
import dev.orrery.scenarios.language.form.Form;
import dev.orrery.scenarios.language.form.Scope;
import dev.orrery.sim.fault.Trigger.Comparison;
import dev.orrery.sim.time.Durations;
import dev.orrery.sim.workload.Rate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a run must keep besides its checks: {@code thresholds: {op-latency.p99: "< 500ms", unavailable: "< 8s"}}. The key
 * names what is measured, the value is a comparison and a limit in the unit of what is measured.
 */
final class ThresholdsForm implements Form<List<Threshold>> {

    private static final String LATENCY = "-latency.";
    private static final Pattern BOUND = Pattern.compile("(<=|>=|<|>)\\s*(\\S+)");
    private static final BigDecimal SECOND = BigDecimal.valueOf(1_000_000_000);

    @Override
    public String words() {
        return "a mapping of measures and bounds, as {op-latency.p99: \"< 500ms\"}";
    }

    @Override
    public @Nullable List<Threshold> read(YamlNode node, Scope scope) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            scope.misplaced(node, words());
            return null;
        }
        List<Threshold> thresholds = new ArrayList<>();
        for (YamlNode.Entry entry : mapping.entries()) {
            Threshold threshold = threshold(entry, scope);
            if (threshold != null) {
                thresholds.add(threshold);
            }
        }
        return thresholds.size() == mapping.entries().size() ? thresholds : null;
    }

    private static @Nullable Threshold threshold(YamlNode.Entry entry, Scope scope) {
        String name = entry.key().text();
        Measure measure = measure(name, scope);
        if (measure == null) {
            scope.unknown(ProblemCode.NOT_A_THRESHOLD, entry.key(), "measure", name, measures(scope));
            return null;
        }
        if (!(entry.value() instanceof YamlNode.Scalar bound) || bound.text().isEmpty()) {
            scope.misplaced(entry.value(), "a comparison and a limit, as \"" + example(measure) + "\"");
            return null;
        }
        try {
            return parse(name, measure, bound.text());
        } catch (IllegalArgumentException wrong) {
            scope.problem(ProblemCode.NOT_A_THRESHOLD, bound, String.valueOf(wrong.getMessage()));
            return null;
        }
    }

    private static Threshold parse(String name, Measure measure, String text) {
        Matcher bound = BOUND.matcher(text.strip());
        if (!bound.matches()) {
            throw new IllegalArgumentException("'" + text
                    + "' is no bound: write a comparison and a limit in quotes, as \"" + example(measure) + "\"");
        }
        Comparison comparison = Comparisons.comparison(bound.group(1));
        String limit = bound.group(2);
        String f = measure.isLatency() ? name.substring(0, name.indexOf(LATENCY)) : Threshold.ALL_OPERATIONS;
        return new Threshold(name, measure, f, comparison, limit(measure.unit(), limit), limit);
    }

    private static BigDecimal limit(Unit unit, String text) {
        return switch (unit) {
            case NANOSECONDS -> BigDecimal.valueOf(Durations.parse(text));
            case PER_SECOND -> {
                Rate rate = Rate.parse(text);
                yield BigDecimal.valueOf(rate.count())
                        .multiply(SECOND)
                        .divide(BigDecimal.valueOf(rate.per()), MathContext.DECIMAL64);
            }
            case PERCENT -> {
                String percent = Scalars.percent(text).toString();
                yield new BigDecimal(percent.substring(0, percent.length() - 1));
            }
        };
    }

    private static String example(Measure measure) {
        return switch (measure.unit()) {
            case NANOSECONDS -> "< 500ms";
            case PER_SECOND -> "> 100/s";
            case PERCENT -> "< 5%";
        };
    }

    private static @Nullable Measure measure(String name, Scope scope) {
        int latency = name.indexOf(LATENCY);
        String word = latency < 0 ? name : name.substring(latency + LATENCY.length());
        for (Measure measure : Measure.values()) {
            if (measure.word().equals(word) && measure.isLatency() == (latency >= 0)) {
                boolean known = latency < 0 || operations(scope).contains(name.substring(0, latency));
                return known ? measure : null;
            }
        }
        return null;
    }

    private static List<String> operations(Scope scope) {
        List<String> operations = new ArrayList<>(List.of(Threshold.ALL_OPERATIONS));
        scope.known(Facts.WORKLOAD)
                .ifPresent(workload -> operations.addAll(workload.mix().parts().keySet()));
        return operations;
    }

    private static List<String> measures(Scope scope) {
        List<String> measures = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            if (!measure.isLatency()) {
                measures.add(measure.word());
            }
        }
        for (String operation : operations(scope)) {
            for (Measure measure : Measure.values()) {
                if (measure.isLatency()) {
                    measures.add(operation + LATENCY + measure.word());
                }
            }
        }
        return measures;
    }

    @Override
    public String write(List<Threshold> value) {
        return value.stream()
                .map(threshold -> threshold.name() + ": \"" + threshold.bound() + "\"")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        String duration = "[0-9]+(\\.[0-9]+)?(ns|us|ms|s|m|h)";
        Map<String, Object> properties = Definitions.object(
                Measure.UNAVAILABLE.word(),
                bound(duration, "The longest stretch of time in which clients asked and nobody was answered."),
                Measure.THROUGHPUT.word(),
                bound("[0-9]+/(ns|us|ms|s|m|h)", "Answered operations in each second of the run."),
                Measure.FAILED.word(),
                bound("[0-9]+(\\.[0-9]+)?%", "The share of operations that certainly took no effect."),
                Measure.UNKNOWN.word(),
                bound(
                        "[0-9]+(\\.[0-9]+)?%",
                        "The share of operations of which nobody knows whether they took effect."));
        return Definitions.object(
                "type",
                "object",
                "additionalProperties",
                false,
                "properties",
                properties,
                "patternProperties",
                Definitions.object(
                        "^[a-z][a-z0-9-]*-latency\\.(p50|p90|p99|p999|max|mean)$",
                        bound(duration, "A latency of all operations (op) or of one, such as read.")));
    }

    private static Map<String, Object> bound(String limit, String description) {
        Map<String, Object> schema = Scalars.pattern("^\\s*(<|<=|>|>=)\\s*" + limit + "\\s*$");
        schema.put("description", description);
        return schema;
    }
}
