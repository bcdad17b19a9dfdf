package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.history.HistoryFile;
import dev.orrery.scenarios.history.ModelGuess;
import dev.orrery.scenarios.language.JsonText;
import dev.orrery.scenarios.result.OperationCounts;
import dev.orrery.scenarios.result.Verdict;
import dev.orrery.scenarios.version.Version;
import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A history and what was found about it, for people and for programs.
 *
 * @param name what the history is called
 * @param guessed whether nobody named the model
 * @param tookNanos how long the check took on this machine
 */
record Judged(String name, HistoryFile file, String model, boolean guessed, CheckResult result, long tookNanos) {
    private static final String FORMAT = "orrery-check";
    private static final int VERSION = 1;
    private static final String INDENT = "  ";

    /**
     * As a person reads it.
     *
     * <pre>
     * etcd_002.log  jepsen-log, 42 operations of 12 processes
     *   model       cas-register, guessed from cas, read, write
     *   ✗ linearizable  operation 12
     *       the one object: operation 12 …
     *   operations  40 ok  2 unknown
     * FAILED  linearizable is violated, found in 0.01s
     * </pre>
     */
    List<String> lines(Marks marks) {
        History history = file.history();
        List<String> lines = new ArrayList<>();
        lines.add(marks.strong(name) + "  " + file.format().text() + ", " + Figures.count(history.size(), "operation")
                + " of " + processes() + keys());
        lines.add(INDENT + "model       " + model
                + (guessed && history.size() > 0
                        ? ", guessed from " + String.join(", ", ModelGuess.operations(history))
                        : ""));
        switch (result.outcome()) {
            case PASS -> lines.add(INDENT + marks.pass() + " " + result.name() + "  " + marks.faint(result.message()));
            case INCONCLUSIVE -> lines.add(INDENT + marks.unknown() + " " + result.name() + "  " + result.message());
            case FAIL -> {
                lines.add(INDENT + marks.fail() + " " + result.name());
                result.message().lines().forEach(line -> lines.add(INDENT.repeat(3) + line));
            }
        }
        OperationCounts counts = OperationCounts.of(history);
        lines.add(INDENT + "operations  " + Figures.count(counts.ok()) + " ok" + more(counts.fail(), "failed")
                + more(counts.info() + counts.open(), "unknown"));
        lines.add(verdict(marks));
        return lines;
    }

    /** The last line alone. */
    String verdict(Marks marks) {
        String took = Figures.wallTime(tookNanos);
        return switch (result.outcome()) {
            case PASS -> marks.good("PASSED") + "  " + result.name() + ", in " + took;
            case FAIL -> marks.bad("FAILED") + "  " + result.name() + " is violated, found in " + took;
            case INCONCLUSIVE ->
                marks.doubtful("INCONCLUSIVE") + "  " + result.name() + " is not decided, after " + took;
        };
    }

    /** As a program reads it; the elements of {@code checks} are those of a run's {@code result.json}. */
    String json() {
        OperationCounts counts = OperationCounts.of(file.history());
        Map<String, Object> check = new LinkedHashMap<>();
        check.put("name", result.name());
        check.put("verdict", Verdict.of(result.outcome()).word());
        check.put("message", result.message());
        check.put("event", null);
        check.put("at", null);
        check.put("operations", result.operations());
        Map<String, Object> operations = new LinkedHashMap<>();
        operations.put("ok", counts.ok());
        operations.put("fail", counts.fail());
        operations.put("info", counts.info());
        operations.put("open", counts.open());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", FORMAT);
        document.put("v", VERSION);
        document.put("orrery", Version.current().stamp());
        document.put("history", name);
        document.put("historyFormat", file.format().text());
        document.put("model", model);
        document.put("modelGuessed", guessed);
        document.put("verdict", Verdict.of(result.outcome()).word());
        document.put("checks", List.of(check));
        document.put("operations", operations);
        document.put("wallNanos", tookNanos);
        return JsonText.of(document);
    }

    private String processes() {
        Set<Integer> processes = new LinkedHashSet<>();
        file.history().operations().forEach(operation -> processes.add(operation.process()));
        long count = processes.size();
        return Figures.count(count) + (count == 1 ? " process" : " processes");
    }

    private String keys() {
        long keys = file.history().operations().stream()
                .map(Operation::key)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        return keys == 0 ? "" : " on " + Figures.count(keys, "key");
    }

    private static String more(long count, String word) {
        return count == 0 ? "" : "  " + Figures.count(count) + " " + word;
    }
}
