package dev.orrery.scenarios.cli;

import static dev.orrery.scenarios.cli.CommandLineRun.orrery;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.cli.CommandLineRun.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReplayCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private Path run = Path.of("");
    private Path trace = Path.of("");

    @BeforeEach
    void runOnce() throws IOException {
        Path scenario = Files.writeString(folder.resolve("s.yaml"), """
                name: notebook
                system: {name: notebook, nodes: 3}
                seed: 7
                duration: 1s
                workload: {name: register, clients: 2, rate: 100/s, keys: {count: 8}, mix: {read: 60, write: 40}}
                """);
        String out = folder.resolve("runs").toString();
        assertEquals(
                0, orrery("run", scenario.toString(), "--out", out, "--trace").exitCode());
        run = folder.resolve("runs/notebook/0x7");
        trace = run.resolve("trace.jsonl");
    }

    @Test
    void aRunThatIsTheSameIsPraised() {
        for (Path what : List.of(run, trace)) {
            Outcome outcome = orrery("replay", what.toString());
            assertEquals(0, outcome.exitCode(), outcome::toString);
            assertTrue(
                    outcome.out().matches("IDENTICAL  [0-9,]+ events until 1s, digest 0x[0-9A-F]{16}: .*\n"),
                    outcome::out);
        }
    }

    @Test
    void withoutATraceTheDigestsAreCompared() throws IOException {
        Files.delete(trace);
        assertEquals(0, orrery("replay", run.toString()).exitCode());
        Path result = run.resolve("result.json");
        Files.writeString(
                result, Files.readString(result).replaceFirst("\"digest\": \"0x....", "\"digest\": \"0x0000"));
        Outcome outcome = orrery("replay", run.toString());
        assertEquals(4, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.out().contains("  recorded  digest 0x0000"), outcome::out);
    }

    @Test
    void anEditedTraceIsShownSideBySide() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(trace));
        lines.set(100, lines.get(100).replaceFirst("\"t\":", "\"t\":1"));
        Files.write(trace, lines);
        Outcome outcome = orrery("replay", run.toString());
        assertEquals(4, outcome.exitCode(), outcome::toString);
        List<String> printed = outcome.out().lines().toList();
        assertEquals("DIFFERENT  from event 100 on", printed.get(0));
        assertEquals("  recorded  " + lines.get(100), printed.get(1));
        assertTrue(printed.get(2).startsWith("  replayed  {\"i\":100,"), outcome::out);
        assertEquals(
                "  note  the trace was changed after it was written: its hash is not that of its lines",
                printed.get(4));
    }

    @Test
    void aTraceOfAnotherVersionOfTheProgramIsNamedOnceItDiffers() throws IOException {
        Files.writeString(
                trace,
                Files.readString(trace)
                        .replaceFirst("\"orrery\":\"[^\"]*\"", "\"orrery\":\"0.0.9\"")
                        .replaceFirst("\"i\":100,\"t\":", "\"i\":100,\"t\":1"));
        Outcome outcome = orrery("replay", trace.toString());
        assertEquals(4, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.out().contains("  note  it was written by orrery 0.0.9, and this is "), outcome::out);
    }

    @Test
    void aTraceThatIsCutOffIsInconclusive() throws IOException {
        List<String> lines = Files.readAllLines(trace);
        Files.writeString(trace, String.join("\n", lines.subList(0, 101)) + "\n{\"i\":101,\"t\":");
        Outcome outcome = orrery("replay", run.toString());
        assertEquals(3, outcome.exitCode(), outcome::toString);
        assertEquals("CUT OFF  the trace ends without its last line; its 100 events are the same\n", outcome.out());
    }

    @Test
    void whatIsNoRunIsAUsageError() throws IOException {
        Path nothing = folder.resolve("nothing");
        assertUsageError("error: there is no " + nothing + "\n", nothing);
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertUsageError(
                "error: " + empty + " holds no whole run: neither a trace, nor a result with its scenario\n", empty);
        Path text = Files.writeString(folder.resolve("text"), "hello\n");
        assertUsageError("error: " + text + " is no trace: its first line is no JSON object\n", text);
        Files.writeString(trace, Files.readString(trace).replaceFirst("\"v\":1", "\"v\":2"));
        assertUsageError(
                "error: " + trace + " is a trace of format 2, and this version of orrery reads format 1\n", run);
    }

    private static void assertUsageError(String message, Path what) {
        Outcome outcome = orrery("replay", what.toString());
        assertEquals(2, outcome.exitCode(), outcome::toString);
        assertEquals(message + "try: orrery replay --help\n", outcome.err());
    }
}
