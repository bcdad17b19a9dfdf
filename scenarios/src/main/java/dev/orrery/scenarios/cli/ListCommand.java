package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.language.JsonText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code orrery list KIND}: what there is. */
@Command(
        name = "list",
        description = {
            "Shows what there is: the bundled scenarios, the systems and workloads on the class path with their options, the"
                    + " checks, and the faults; the models that histories are held against, and their formats."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Orrery.VersionProvider.class,
        sortOptions = false,
        footer = {
            "%nExamples:%n",
            "  orrery list",
            "  orrery list faults",
            "  orrery list systems --json | jq '.[].options'"
        })
final class ListCommand implements Runnable {

    /** Not the point of an abbreviation, after which the sentence goes on. */
    private static final Pattern SENTENCE_END = Pattern.compile("\\. (?=\\p{Lu})");

    /** The property that says whose check it is; it stands behind the description. */
    private static final String OWNERS = "of";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "KIND",
            arity = "0..1",
            defaultValue = "scenarios",
            description = "One of ${COMPLETION-CANDIDATES}. By default ${DEFAULT-VALUE}.")
    private Listing kind = Listing.SCENARIOS;

    @Option(names = "--json", description = "Print everything that is known as JSON, and nothing else.")
    private boolean json;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(JsonText.of(kind.all()));
        } else {
            print(kind.all(), out);
        }
        out.flush();
    }

    private void print(List<Map<String, Object>> things, PrintWriter out) {
        int width = spec.commandLine().getUsageHelpWidth();
        int column = 2 + longestName(things);
        for (Map<String, Object> thing : things) {
            entry(out, "", column, String.valueOf(thing.get("name")), firstSentence(thing), width);
            thing.forEach((property, value) -> {
                if (!property.equals(OWNERS)) {
                    details(out, property, value, width);
                }
            });
        }
    }

    /** Properties that are lists or tables; the short ones are for programs. */
    private static void details(PrintWriter out, String property, Object value, int width) {
        String indent = "  ";
        if (value instanceof Map<?, ?> parts) {
            String shown = parts.entrySet().stream()
                    .map(part -> part.getKey() + " " + part.getValue())
                    .collect(Collectors.joining(", "));
            entry(out, indent, 12, property, shown, width);
        } else if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map) {
            out.println(indent + property);
            List<Map<?, ?>> rows =
                    list.stream().<Map<?, ?>>map(row -> (Map<?, ?>) row).toList();
            int column = 2 + longestName(rows);
            for (Map<?, ?> row : rows) {
                entry(out, indent + indent, column, String.valueOf(row.get("name")), row(row), width);
            }
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            entry(out, indent, 12, property, joined(list), width);
        }
    }

    private static String joined(List<?> list) {
        return list.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String row(Map<?, ?> row) {
        Object initial = row.get("default");
        Object field = row.get("field");
        String more = initial != null ? " [" + initial + "]" : "";
        String number = field == null || field.equals("") ? "" : " (" + field + ")";
        return row.get("description") + more + number;
    }

    private static int longestName(List<? extends Map<?, ?>> things) {
        return things.stream()
                .mapToInt(thing -> String.valueOf(thing.get("name")).length())
                .max()
                .orElse(0);
    }

    private static String firstSentence(Map<String, Object> thing) {
        String description = String.valueOf(thing.get("description"));
        Matcher end = SENTENCE_END.matcher(description);
        String first = end.find() ? description.substring(0, end.start() + 1) : description;
        Object owners = thing.get(OWNERS);
        return owners instanceof List<?> list && !list.isEmpty() ? first + " [" + joined(list) + "]" : first;
    }

    private static void entry(PrintWriter out, String indent, int column, String name, String text, int width) {
        String first = indent + name + " ".repeat(Math.max(1, column - name.length()));
        for (String line : Wrapping.lines(text, Math.max(20, width - first.length()))) {
            out.println(first + line);
            first = " ".repeat(indent.length() + Math.max(column, name.length() + 1));
        }
    }
}
