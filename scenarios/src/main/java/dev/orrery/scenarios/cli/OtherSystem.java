package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.language.YamlNode;
import dev.orrery.scenarios.language.YamlReader;
import dev.orrery.scenarios.run.Subject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * The same scenario on another system: its text with another {@code system.name}, and with that in its own name, so that runs
 * on several systems have folders of their own. All else stays as it was written; what the other system does not know is an
 * error in its place.
 */
final class OtherSystem {
    private static final String NAME = "name";

    private OtherSystem() {}

    /** A text in the place of another one. */
    private record Replacement(YamlNode.Scalar place, String text) {}

    /**
     * The scenario on this system.
     *
     * @return null if something is wrong with it there, which has been reported
     */
    static @Nullable ScenarioArgument of(CommandLine command, ScenarioArgument argument, String system) {
        Subject subject = argument.subject();
        if (subject.scenario().system().provider().name().equals(system)) {
            return argument;
        }
        String text = on(system, subject.text(), subject.scenario().name());
        Subject other = ScenarioArgument.parse(command, argument.word() + " --system " + system, text);
        return other == null ? null : argument.onSystem(other, system);
    }

    private static String on(String system, String text, String name) {
        List<Replacement> replacements = new ArrayList<>();
        if (YamlReader.parse(text) instanceof YamlNode.Mapping root) {
            if (find(root, NAME) instanceof YamlNode.Scalar place) {
                replacements.add(new Replacement(place, name + "-on-" + system));
            }
            if (find(root, "system") instanceof YamlNode.Mapping described
                    && find(described, NAME) instanceof YamlNode.Scalar place) {
                replacements.add(new Replacement(place, system));
            }
        }
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        replacements.stream()
                // From right to left, so that those before keep their columns.
                .sorted((a, b) -> Integer.compare(b.place().column(), a.place().column()))
                .forEach(each -> replace(lines, each));
        return String.join("\n", lines);
    }

    private static @Nullable YamlNode find(YamlNode.Mapping mapping, String key) {
        return mapping.entries().stream()
                .filter(entry -> entry.key().text().equals(key))
                .map(YamlNode.Entry::value)
                .findFirst()
                .orElse(null);
    }

    private static void replace(List<String> lines, Replacement replacement) {
        YamlNode.Scalar place = replacement.place();
        String line = lines.get(place.line() - 1);
        int from = line.offsetByCodePoints(0, place.column() - 1);
        int to = line.offsetByCodePoints(from, place.length());
        lines.set(place.line() - 1, line.substring(0, from) + replacement.text() + line.substring(to));
    }
}
