package dev.orrery.scenarios.cli;

import static dev.orrery.scenarios.cli.CommandLineRun.orrery;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.cli.CommandLineRun.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportCommandTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theReportOfARunIsWrittenAgainWithItsCharts() throws IOException {
        Path scenario = folder.resolve("short.yaml");
        Files.writeString(
                scenario,
                "name: short\nsystem: {name: raft-kv, nodes: 3}\nworkload: {name: register}\nduration: 2s\nseed: 1\n");
        orrery("run", scenario.toString(), "--out", folder.toString(), "--quiet");
        Path run = folder.resolve("short").resolve("0x1");
        byte[] page = Files.readAllBytes(run.resolve("report.html"));

        Outcome outcome = orrery("report", run.toString());

        assertEquals(
                new Outcome(
                        0,
                        "  page       " + run.resolve("report.html") + "\n  charts     " + run.resolve("charts") + "\n",
                        ""),
                outcome);
        assertEquals(-1, Arrays.mismatch(page, Files.readAllBytes(run.resolve("report.html"))));
        assertTrue(Files.exists(run.resolve("charts").resolve("timeline.svg")));
    }

    @Test
    void whatIsNoRunIsAWrongArgument() {
        assertEquals(
                new Outcome(
                        2,
                        "",
                        "error: " + folder
                                + " is not the folder of a run: it has no result.json\ntry: orrery report --help\n"),
                orrery("report", folder.toString()));
        Path nowhere = folder.resolve("nowhere");
        assertEquals(
                new Outcome(2, "", "error: there is no folder " + nowhere + "\ntry: orrery report --help\n"),
                orrery("report", nowhere.toString()));
    }
}
