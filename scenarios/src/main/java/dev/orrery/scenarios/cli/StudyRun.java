package dev.orrery.scenarios.cli;

import dev.orrery.reports.chart.DistributionChart;
import dev.orrery.scenarios.folder.FolderException;
import dev.orrery.scenarios.folder.RunFolder;
import dev.orrery.scenarios.study.Study;
import dev.orrery.scenarios.study.StudyProvider;
import dev.orrery.sim.random.Seed;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code orrery run} of a study: its table on the screen; the same as JSON, all samples and the chart in its folder. */
final class StudyRun {
    private static final JsonMapper JSON = new JsonMapper();

    private StudyRun() {}

    static void run(StudyProvider provider, Seed seed, RunFolder folder, boolean json, PrintWriter out)
            throws FolderException {
        Study study = provider.run(seed);
        String document = document(provider, seed, study);
        folder.write("study.json", text -> text.append(document));
        if (!study.samples().isEmpty()) {
            folder.write("samples.csv", text -> text.append(study.csv()));
            byte[] chart = DistributionChart.png(provider.name() + ": " + study.unit(), nanos(study));
            folder.writeBytes("chart.png", bytes -> bytes.write(chart));
        }
        folder.link();
        if (json) {
            out.println(document);
        } else {
            out.println(provider.name() + "  seed " + seed);
            study.settings().forEach(setting -> out.println("  " + setting));
            TextTable.of(study.columns(), study.rows(), 1).forEach(out::println);
            out.println("  folder     " + folder.path());
        }
        out.flush();
    }

    private static Map<String, long[]> nanos(Study study) {
        Map<String, long[]> lines = new LinkedHashMap<>();
        study.samples()
                .forEach(line -> lines.put(
                        line.name(),
                        line.values().stream()
                                .mapToLong(value -> Math.round(value * 1e6))
                                .toArray()));
        return lines;
    }

    private static String document(StudyProvider provider, Seed seed, Study study) {
        ObjectNode json = JSON.createObjectNode();
        json.put("format", "orrery-study").put("v", 1);
        json.put("study", provider.name()).put("seed", seed.toString());
        study.settings().forEach(json.putArray("settings")::add);
        ArrayNode rows = json.putArray("rows");
        for (List<String> row : study.rows()) {
            ObjectNode cells = rows.addObject();
            for (int column = 0; column < row.size(); column++) {
                cells.put(study.columns().get(column), row.get(column));
            }
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }
}
