package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.history.HistoryFormat;
import dev.orrery.scenarios.history.Judge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * What stands at the end of the help of commands about histories: the formats and models there are, and examples. It is put
 * together when somebody asks for it, since the models are looked for on the class path.
 */
final class HistoryHelp {
    private static final List<String> CHECKED = List.of(
            "",
            "Examples:",
            "",
            "  orrery check runs/latest",
            "  orrery check etcd_002.log",
            "  orrery check counters.edn --model counter --initial 100",
            "  orrery check store/latest/history.edn --model list-append --level serializable",
            "  lein run … | orrery check - --format jepsen-edn --json | jq .verdict",
            "");

    private static final List<String> EXPORTED = List.of(
            "",
            "Examples:",
            "",
            "  orrery export runs/latest --to elle-json -o history.json",
            "  orrery export etcd_002.log --to porcupine-json | gzip > etcd_002.json.gz",
            "");

    private HistoryHelp() {}

    static void addTo(CommandLine orrery) {
        Map<String, CommandLine> commands = orrery.getSubcommands();
        Objects.requireNonNull(commands.get("check"))
                .getHelpSectionMap()
                .put(UsageMessageSpec.SECTION_KEY_FOOTER, HistoryHelp::forCheck);
        Objects.requireNonNull(commands.get("export"))
                .getHelpSectionMap()
                .put(UsageMessageSpec.SECTION_KEY_FOOTER, HistoryHelp::forExport);
    }

    private static String forCheck(Help help) {
        Map<String, String> models = new LinkedHashMap<>();
        Judge.all().forEach(judge -> models.put("  " + judge.model(), judge.description()));
        return table(help, "Formats", formats(format -> true))
                + table(help, "Models", models)
                + levels()
                + lines(CHECKED);
    }

    private static String forExport(Help help) {
        return table(help, "Formats", formats(HistoryFormat::isWritable)) + lines(EXPORTED);
    }

    private static Map<String, String> formats(Predicate<HistoryFormat> shown) {
        Map<String, String> formats = new LinkedHashMap<>();
        for (HistoryFormat format : HistoryFormat.values()) {
            if (shown.test(format)) {
                formats.put("  " + format.text(), format.description());
            }
        }
        return formats;
    }

    /** Each list of levels with the models that have it. */
    private static String levels() {
        Map<List<String>, List<String>> modelsOfLevels = new LinkedHashMap<>();
        Judge.all()
                .forEach(judge -> modelsOfLevels
                        .computeIfAbsent(judge.levels(), unused -> new ArrayList<>())
                        .add(judge.model()));
        StringBuilder text = new StringBuilder(System.lineSeparator()).append("Levels:");
        text.append(System.lineSeparator()).append(System.lineSeparator());
        modelsOfLevels.forEach((levels, models) -> {
            String whose = modelsOfLevels.size() == 1 || models.size() > 3 ? "objects" : String.join(", ", models);
            Wrapping.lines(whose + ": " + String.join(", ", levels), 76)
                    .forEach(line -> text.append("  ").append(line).append(System.lineSeparator()));
        });
        return text.toString();
    }

    private static String table(Help help, String title, Map<String, String> rows) {
        return System.lineSeparator() + title + ":" + System.lineSeparator() + System.lineSeparator()
                + help.createTextTable(rows);
    }

    private static String lines(List<String> lines) {
        return String.join(System.lineSeparator(), lines);
    }
}
