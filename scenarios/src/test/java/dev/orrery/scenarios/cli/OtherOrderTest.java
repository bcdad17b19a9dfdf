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

/** A failure that no run in the order of time has: on an even network no message overtakes another. */
final class OtherOrderTest {
    private static final String OVERTAKEN = """
        name: overtaken
        system: {name: brittle, nodes: 3, options: {flaw: overtaking}}
        duration: 300ms
        workload: {name: register, clients: 3, rate: 100/s, mix: {read: 1}, keys: {count: 2}}
        """;

    private static final String[] PCT = {"--scheduler", "pct", "--depth", "2", "--events", "300", "--window", "20ms"};

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void writeScenario() throws IOException {
        Files.writeString(folder.resolve("s.yaml"), OVERTAKEN);
    }

    private Outcome sweep(String... options) {
        List<String> words =
                new ArrayList<>(List.of("sweep", folder.resolve("s.yaml").toString(), "--seeds", "12"));
        words.addAll(List.of("--out", folder.resolve("runs").toString()));
        words.addAll(List.of(options));
        return orrery(words.toArray(String[]::new));
    }

    private Outcome sweepInRandomOrder(String... options) {
        List<String> words = new ArrayList<>(List.of(PCT));
        words.addAll(List.of(options));
        return sweep(words.toArray(String[]::new));
    }

    @Test
    void aSweepFindsItInRandomOrderOnlyAndTellsTheBound() {
        assertEquals(0, sweep().exitCode());
        Outcome outcome = sweepInRandomOrder();
        assertEquals(1, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.out().contains("pct finds a bug of depth 2 in one of "), outcome::out);
        assertTrue(outcome.out().contains(" ✗ unbroken  "), outcome::out);
    }

    @Test
    void theSameSeedsGiveTheSameSummaryOnAnyNumberOfThreadsAndInParts() throws IOException {
        sweepInRandomOrder("--jobs", "1");
        Path summary = folder.resolve("runs/overtaken/sweep/0x0..0xB/summary.json");
        String whole = Files.readString(summary);
        Files.delete(summary);
        sweepInRandomOrder("--jobs", "3", "--shard", "1/2");
        sweepInRandomOrder("--jobs", "2", "--shard", "2/2");
        merge();
        assertEquals(whole, Files.readString(summary));
    }

    @Test
    void howManyEventsThereAreIsCountedOnceForAllSeeds() {
        sweep("--scheduler", "pct", "--shard", "1/2");
        sweep("--scheduler", "pct", "--shard", "2/2");
        Outcome merged = merge();
        assertEquals(1, merged.exitCode(), merged::toString);
        assertTrue(merged.out().contains("12 run: "), merged::out);
    }

    private Outcome merge() {
        Path runs = folder.resolve("runs");
        Path sweep = runs.resolve("overtaken/sweep/0x0..0xB");
        return orrery(
                "sweep",
                "merge",
                sweep.resolve("part-1-of-2.json").toString(),
                sweep.resolve("part-2-of-2.json").toString(),
                "--out",
                runs.toString());
    }

    @Test
    void itsLineReproducesItAndItsFolderReplays() {
        Outcome outcome = sweepInRandomOrder();
        String line = outcome.out()
                .lines()
                .filter(each -> each.contains(" reproduce "))
                .findFirst()
                .orElseThrow();
        assertTrue(line.endsWith(" " + String.join(" ", PCT)), line);
        String[] words = line.strip().split(" +");
        List<String> again = new ArrayList<>(List.of(words).subList(2, words.length));
        again.addAll(List.of("--out", folder.resolve("again").toString()));
        assertEquals(1, orrery(again.toArray(String[]::new)).exitCode());
        String run = folder.resolve("runs/overtaken").resolve(seed(line)).toString();
        assertEquals(0, orrery("replay", run).exitCode());
    }

    private static String seed(String line) {
        return line.replaceFirst(".*--seed (\\S+).*", "$1");
    }

    @Test
    void itIsSavedWithItsOrderAndStillFailsFromThere() throws IOException {
        String cases = folder.resolve("cases").toString();
        Outcome outcome = sweepInRandomOrder("--save-failures", cases);
        Path saved = Path.of(outcome.out()
                .lines()
                .filter(each -> each.contains(" case "))
                .findFirst()
                .orElseThrow()
                .strip()
                .split(" +", 3)[1]);
        String text = Files.readString(saved);
        assertTrue(text.contains("\nscheduler: {name: pct, depth: 1, "), text);
        assertTrue(text.contains("only: [c1/1]"), text);
        Outcome replayed = orrery("replay", cases);
        assertEquals(1, replayed.exitCode());
        assertTrue(replayed.out().contains("still fails unbroken, the same run"), replayed::out);
    }

    @Test
    void itIsExplainedInItsOrder() {
        String[] inTime = {
            "explain", folder.resolve("s.yaml").toString(), "--seed", "1", "--points", "3", "--tries", "5"
        };
        assertEquals(3, orrery(inTime).exitCode());
        List<String> words = new ArrayList<>(List.of(inTime));
        words.addAll(List.of(PCT));
        Outcome explained = orrery(words.toArray(String[]::new));
        assertEquals(0, explained.exitCode(), explained::toString);
        assertTrue(explained.out().contains("✗ unbroken"), explained::out);
    }

    @Test
    void itIsShrunkFromItsFolder() {
        sweepInRandomOrder();
        Outcome shrunk = orrery("shrink", folder.resolve("runs/overtaken/0x0").toString());
        assertEquals(0, shrunk.exitCode(), shrunk::toString);
        assertTrue(shrunk.err().contains(" smaller: order"), shrunk::err);
    }
}
