package dev.orrery.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.house.House;
import dev.orrery.scenarios.house.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program as a process of its own: what the world around it may do to it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals, limits and devices are those of POSIX systems")
final class RunProcessTest {
    private static final int BLOCKS = 64;

    @TempDir
    private Path folder = Path.of("");

    private Path scenario = Path.of("");

    @BeforeEach
    void writeScenario() throws IOException {
        scenario = Files.writeString(folder.resolve("s.yaml"), """
                name: notebook
                system: {name: notebook, nodes: 3}
                seed: 7
                duration: 700h
                workload: {name: register, clients: 1, rate: 10/s, keys: {count: 8}, mix: {read: 99, write: 1}}
                """);
    }

    @Test
    void interruptedItWritesWhatThereIsAndSaysSo() throws Exception {
        Program.Started started = program("exec \"$@\"", "run", scenario.toString(), "--out", out())
                .start();
        // The head is printed before the run begins.
        while (Files.size(started.out()) == 0 && started.process().isAlive()) {
            Thread.onSpinWait();
        }
        new ProcessBuilder("kill", "-INT", Long.toString(started.process().pid()))
                .start()
                .waitFor();
        Program.Outcome outcome = started.end();
        assertEquals(130, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.out().contains("INTERRUPTED  at "), outcome::out);
        assertEquals("", outcome.err());
        JsonNode result = new JsonMapper().readTree(Files.readString(folder.resolve("runs/notebook/0x7/result.json")));
        assertTrue(result.get("interrupted").asBoolean());
        assertEquals("inconclusive", result.get("verdict").asString());
        assertTrue(result.get("events").asLong() > 0, result::toString);
        assertEquals(
                0,
                CommandLineRun.orrery("replay", folder.resolve("runs/latest").toString())
                        .exitCode());
    }

    @Test
    void aDiskThatFillsUpWhileItWritesIsNamed() throws Exception {
        // A file may not grow beyond the limit, which fails in the middle of writing as a full disk does.
        shorten();
        Program.Outcome outcome = program(
                        "ulimit -f " + BLOCKS + " && exec \"$@\"",
                        "run",
                        scenario.toString(),
                        "--out",
                        out(),
                        "--trace")
                .run();
        Path trace = folder.resolve("runs/notebook/0x7/trace.jsonl");
        assertEquals(2, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.err().startsWith("error: cannot write " + trace + ": "), outcome::err);
        assertEquals(1, outcome.err().lines().count(), outcome::err);
        assertFalse(Files.exists(trace));
        assertFalse(Files.exists(folder.resolve("runs/notebook/0x7/result.json")));
    }

    @Test
    void aResultThatCannotBePrintedIsNoSuccess() throws Exception {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")), "this system has no /dev/full");
        shorten();
        Program.Outcome outcome = program(
                        "exec \"$@\" > /dev/full", "run", scenario.toString(), "--out", out(), "--json")
                .run();
        assertEquals(2, outcome.exitCode(), outcome::toString);
        assertEquals("error: cannot write to standard output: No space left on device\n", outcome.err());
    }

    private void shorten() throws IOException {
        Files.writeString(scenario, Files.readString(scenario).replace("700h", "100s"));
    }

    private String out() {
        return folder.resolve("runs").toString();
    }

    /** The program under a shell, which runs a script of its own with the program's words as arguments. */
    private static Program program(String script, String... arguments) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> words = new ArrayList<>(List.of("sh", "-c", script, "sh"));
        words.addAll(List.of(House.java().toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        words.addAll(List.of("-cp", classPath, Orrery.class.getName()));
        words.addAll(List.of(arguments));
        return new Program(words, House.target(), Map.of());
    }
}
