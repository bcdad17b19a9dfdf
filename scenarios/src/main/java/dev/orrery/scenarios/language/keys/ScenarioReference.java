package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.language.form.Key;
import dev.orrery.scenarios.language.form.Shape;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** The table of keys as a page of Markdown, and one key of it as a text. */
public final class ScenarioReference {

    private static final String HEAD = """
            # The scenario language

            <!-- Written from the table of keys; do not edit. `scenarios/orrery schema --markdown > scenarios/REFERENCE.md` \
            writes it anew. -->

            A scenario is one YAML file (YAML 1.2, UTF-8, at most 1 MiB) that says what runs, who asks it for what, what goes
            wrong, and what must hold. Every key below is known to the validator, and none is without effect; every other key is
            an error. `orrery validate FILE` tells all errors at once, each with its place, and `orrery explain` what a code, a
            key, a fault or a check means.

            Durations are a number and a unit of `ns us ms s m h`. Texts with a `>`, a `<` or a `: ` in them need quotes.
            Anchors, aliases, tags and merge keys are not allowed.
            """;

    private ScenarioReference() {}

    /** The whole page. */
    public static String page() {
        StringBuilder page = new StringBuilder(HEAD);
        for (Shape<?> shape : Table.shapes()) {
            page.append("\n## ")
                    .append(title(shape))
                    .append("\n\n")
                    .append(shape.description())
                    .append('\n');
            if (!shape.frame().equals("…")) {
                page.append("\n```yaml\n").append(shape.frame()).append("\n```\n");
            }
            page.append("\n| key | value | if left out | |\n|---|---|---|---|\n");
            Table.keys(shape).forEach(key -> page.append(row(shape, key)));
        }
        return page.toString();
    }

    /**
     * What is known of a mapping or a key, found by its path: {@code network}, {@code workload.rate}, {@code
     * partition.shape}; a key that stands in one place only is found by its name alone. Nothing if there is none.
     */
    public static List<String> explain(String path) {
        return Stream.concat(
                        Table.shapes().stream()
                                .filter(shape -> shape.name().equals(path))
                                .map(ScenarioReference::explained),
                        Table.shapes().stream()
                                .flatMap(shape -> Table.keys(shape).stream()
                                        .filter(key -> !isShape(key.name()))
                                        .filter(key ->
                                                path.equals(shape.name() + "." + key.name()) || path.equals(key.name()))
                                        .map(key -> explained(shape, key))))
                .toList();
    }

    /** The paths that {@link #explain} knows. */
    public static List<String> paths() {
        return Table.shapes().stream()
                .flatMap(shape -> Stream.concat(
                        Stream.of(shape.name()),
                        Table.keys(shape).stream().map(key -> shape.name() + "." + key.name())))
                .toList();
    }

    private static boolean isShape(String name) {
        return Table.shapes().stream().anyMatch(shape -> shape.name().equals(name));
    }

    private static String title(Shape<?> shape) {
        return shape.frame().equals("…") ? "The top of the file" : "`" + shape.name() + "`";
    }

    private static String row(Shape<?> shape, Key<?, ?> key) {
        StringJoiner examples = new StringJoiner(", ");
        key.examples().forEach(example -> examples.add("`" + cell(example) + "`"));
        StringJoiner words = new StringJoiner(" ");
        key.form().choices().forEach((word, meaning) -> words.add("*" + word + "*: " + cell(meaning)));
        String shown = (words.length() == 0 ? "" : " " + words)
                + (examples.length() == 0 ? "" : " For example " + examples + ".");
        return "| `" + cell(key.name()) + "` | " + value(key) + " | " + cell(leftOut(shape, key)) + " | "
                + cell(key.description()) + shown + " |\n";
    }

    private static String value(Key<?, ?> key) {
        return key.form() instanceof Shape<?> shape
                ? "a mapping: [" + shape.name() + "](#" + shape.name() + ")"
                : cell(key.form().words());
    }

    private static String leftOut(Shape<?> shape, Key<?, ?> key) {
        if (key.isRequired()) {
            return "*needed*";
        }
        if (!key.otherwise().isEmpty()) {
            return key.otherwise();
        }
        if (key.initial() != null) {
            return "`" + key.initial() + "`";
        }
        return shape.excludedBy(key).isEmpty() ? "" : "one of the others";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String explained(Shape<?> shape) {
        StringBuilder text = new StringBuilder(shape.name())
                .append(": ")
                .append(shape.description())
                .append("\n\nWhere it stands:\n\n");
        shape.frame().lines().forEach(line -> text.append("  ").append(line).append('\n'));
        text.append("\nIts keys:\n");
        for (Key<?, ?> key : Table.keys(shape)) {
            text.append("\n  ")
                    .append(key.name())
                    .append("  ")
                    .append(plain(leftOut(shape, key)))
                    .append('\n');
            text.append("    ").append(key.description()).append('\n');
            key.examples().stream()
                    .limit(2)
                    .forEach(example -> text.append("      ")
                            .append(key.name())
                            .append(": ")
                            .append(example)
                            .append('\n'));
        }
        return text.toString();
    }

    private static String explained(Shape<?> shape, Key<?, ?> key) {
        StringBuilder text = new StringBuilder(shape.frame().equals("…") ? "" : shape.name() + ".")
                .append(key.name())
                .append(": ")
                .append(key.description())
                .append("\n\nValue:       ")
                .append(key.form().words());
        String leftOut = plain(leftOut(shape, key));
        if (!leftOut.isEmpty()) {
            text.append("\nIf left out: ").append(leftOut);
        }
        text.append('\n');
        key.form()
                .choices()
                .forEach((word, meaning) ->
                        text.append("\n  ").append(word).append(": ").append(meaning));
        text.append(key.form().choices().isEmpty() ? "" : "\n").append("\nExamples:\n");
        key.examples()
                .forEach(example ->
                        text.append("\n  ").append(key.name()).append(": ").append(example));
        return text.append('\n').toString();
    }

    private static String plain(String markdown) {
        return markdown.replace("`", "").replace("*", "");
    }
}
