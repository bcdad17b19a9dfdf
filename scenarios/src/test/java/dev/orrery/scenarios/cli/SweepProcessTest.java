package dev.orrery.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.cli.CommandLineRun.Outcome;
import dev.orrery.scenarios.house.House;
import dev.orrery.scenarios.house.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sweep as a process of its own, which somebody ends. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are those of POSIX systems")
final class SweepProcessTest {
    private static final String SEEDS = "1000000";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void interruptedItSumsUpWhatThereIsAndCanGoOn() throws Exception {
        Path scenario = Files.writeString(folder.resolve("s.yaml"), """
                name: notebook
                system: {name: notebook, nodes: 3}
                duration: 1s
                workload: {name: register, clients: 1, rate: 10/s, mix: {read: 60, write: 40}}
                """);
        String out = folder.resolve("runs").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Program.Started started = new Program(
                        List.of(
                                House.java().toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                classPath,
                                Orrery.class.getName(),
                                "sweep",
                                scenario.toString(),
                                "--seeds",
                                SEEDS,
                                "--out",
                                out),
                        House.target(),
                        Map.of())
                .start();
        Path sweep = folder.resolve("runs/notebook/sweep/0x0..0xF423F");
        // What it keeps is there for the first time after two seconds.
        boolean ended = false;
        while (Files.notExists(sweep.resolve("part.json")) && !ended) {
            ended = started.process().waitFor(50, TimeUnit.MILLISECONDS);
        }
        new ProcessBuilder("kill", "-INT", Long.toString(started.process().pid()))
                .start()
                .waitFor();
        Program.Outcome outcome = started.end();
        assertEquals(130, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.out().contains("\nINTERRUPTED  after "), outcome::out);
        JsonNode summary = JsonMapper.shared().readTree(Files.readString(sweep.resolve("summary.json")));
        assertEquals("interrupted", summary.get("ending").asString());
        long done = summary.get("seeds").asLong();
        assertTrue(done > 0, summary::toString);
        assertEquals(done, summary.get("passed").asLong());

        Outcome resumed = CommandLineRun.orrery(
                "sweep",
                scenario.toString(),
                "--seeds",
                SEEDS,
                "--out",
                out,
                "--resume",
                "--time-limit",
                "1ns",
                "--json");
        assertEquals(0, resumed.exitCode(), resumed::toString);
        assertTrue(JsonMapper.shared().readTree(resumed.out()).get("seeds").asLong() >= done, resumed::out);
    }
}
