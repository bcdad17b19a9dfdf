package dev.orrery.scenarios.cli;

import static dev.orrery.scenarios.cli.CommandLineRun.orrery;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.cli.CommandLineRun.Outcome;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class SweepCommandTest {
    private static final String FORGETFUL = """
            name: forgetful
            system: {name: notebook, nodes: 3, options: {durable: false}}
            duration: 1s
            workload: {name: register, clients: 2, rate: 50/s, keys: {count: 8}, mix: {read: 98, write: 2}}
            faults:
              - kill: {target: {nodes: [n1]}, restart-after: 50ms}
                every: 600ms..900ms
            goals: [opened]
            """;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void writeScenario() throws IOException {
        write(FORGETFUL);
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("s.yaml"), text);
    }

    @Test
    void aSweepTellsItsFailuresBySignatureAndHowToSeeOneAgain() {
        Outcome outcome = sweep("--seeds", "20");
        assertEquals(1, outcome.exitCode(), outcome::toString);
        List<String> lines = outcome.out().lines().toList();
        assertEquals("forgetful  notebook, 3 nodes, 2 clients, 1s virtual, seeds 0x0..0x13", lines.get(0));
        assertTrue(lines.get(1).startsWith("  seeds       20 run: "), outcome::out);
        assertTrue(outcome.out().contains(" no-page-lost  "), outcome::out);
        assertTrue(outcome.out().contains("\n  goals       opened "), outcome::out);
        assertTrue(outcome.out().contains("\n  outlook     about "), outcome::out);
        assertTrue(outcome.out().contains("\nFAILED  "), outcome::out);
        assertTrue(outcome.out().contains("  reproduce   orrery run " + folder.resolve("s.yaml") + " --seed 0x"));
    }

    @Test
    void whatItPrintsIsTheSameOnAnyNumberOfThreads() {
        assertEquals(
                sweep("--seeds", "20", "--jobs", "1").out(),
                sweep("--seeds", "20", "--jobs", "3").out());
    }

    @Test
    void itsProgressGoesToStandardError() {
        Outcome outcome = sweep("--seeds", "20");
        assertTrue(outcome.err().contains(" of 20 seeds, "), outcome::err);
        assertTrue(outcome.err().contains("20 seeds in "), outcome::err);
        assertEquals("", sweep("--seeds", "20", "--quiet").err());
    }

    @Test
    void theFirstFewOfEachSignatureHaveAFolderThatReplays() throws IOException {
        Outcome outcome = sweep("--seeds", "20");
        List<Path> runs = runs();
        assertFalse(runs.isEmpty());
        assertTrue(runs.size() <= 3, runs::toString);
        for (Path run : runs) {
            assertTrue(outcome.out().contains(run.toString()), outcome::out);
            assertEquals(0, orrery("replay", run.toString()).exitCode());
        }
    }

    @Test
    void asJsonItPrintsTheSummaryAndThePace() throws IOException {
        JsonNode json = json(sweep("--seeds", "20", "--json").out());
        assertEquals(20, json.get("seeds").asLong());
        assertEquals(
                20,
                json.get("passed").asLong()
                        + json.get("failed").asLong()
                        + json.get("inconclusive").asLong());
        JsonNode signature = json.get("signatures").get(0);
        assertEquals("no-page-lost", signature.get("check").asString());
        assertEquals(json.get("failed").asLong(), signature.get("count").asLong());
        assertTrue(signature.get("smallestSeed").asString().startsWith("0x"));
        assertTrue(json.get("goals").get("opened").asLong() >= 20);
        assertTrue(json.get("seedsPerSecond").asDouble() > 0);
        JsonNode kept = json(Files.readString(summary()));
        assertFalse(kept.has("seedsPerSecond"));
        assertEquals(json.get("signatures"), kept.get("signatures"));
    }

    @Test
    void anExpectedBugThatShowsIsASuccess() throws IOException {
        write(FORGETFUL + "expect: no-page-lost\n");
        Outcome outcome = sweep("--seeds", "20");
        assertEquals(0, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.out().contains("\n  planted bug no-page-lost failed in "), outcome::out);
        assertTrue(outcome.out().contains("\nPASSED  no-page-lost failed in "), outcome::out);
    }

    @Test
    void aSweepGoesOnWhereItStoppedAndKnowsAnother() throws IOException {
        String whole = sweep("--seeds", "20", "--quiet").out();
        String summary = Files.readString(summary());
        assertEquals(1, sweep("--seeds", "20", "--quiet", "--fail-fast").exitCode());
        assertFalse(summary.equals(Files.readString(summary())));
        assertEquals(whole, sweep("--seeds", "20", "--quiet", "--resume").out());
        assertEquals(summary, Files.readString(summary()));

        write(FORGETFUL.replace("98", "97"));
        Outcome other = sweep("--seeds", "20", "--resume");
        assertEquals(2, other.exitCode());
        assertTrue(
                other.err().contains("part.json: it is another sweep's: the text of forgetful has changed"),
                other::err);
    }

    @Test
    void atTheFirstFailureItStops() {
        Outcome outcome = sweep("--seeds", "20", "--fail-fast");
        assertEquals(1, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.out().contains("\nFAILED  1 run failed; stopped at the first failure\n"), outcome::out);
    }

    @Test
    void partsMergeIntoTheBytesOfTheWhole() throws IOException {
        sweep("--seeds", "20");
        String whole = Files.readString(summary());
        Files.delete(summary());
        List<String> words = new ArrayList<>(List.of("sweep", "merge", "--out", out()));
        for (int part = 1; part <= 3; part++) {
            sweep("--seeds", "20", "--shard", part + "/3");
            words.add(summary().resolveSibling("part-" + part + "-of-3.json").toString());
        }
        Outcome outcome = orrery(words.toArray(String[]::new));
        assertEquals(1, outcome.exitCode(), outcome::toString);
        assertEquals(whole, Files.readString(summary()));

        words.remove(5);
        Outcome lost = orrery(words.toArray(String[]::new));
        assertEquals(2, lost.exitCode());
        assertTrue(lost.err().contains("seeds are missing: 0x7..0xD; no part holds them"), lost::err);
    }

    @Test
    void buildServersCanReadIt() throws Exception {
        Path file = folder.resolve("junit.xml");
        sweep("--seeds", "20", "--junit", file.toString());
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Files.readString(file))))
                .getDocumentElement();
        assertEquals("testsuite", suite.getTagName());
        assertEquals("1", suite.getAttribute("failures"));
        assertEquals(
                suite.getAttribute("tests"),
                Integer.toString(suite.getElementsByTagName("testcase").getLength()));
        assertEquals(1, suite.getElementsByTagName("failure").getLength());
        assertTrue(suite.getElementsByTagName("failure")
                .item(0)
                .getTextContent()
                .contains("orrery run forgetful --seed 0x"));
    }

    @Test
    void mistakesAreNamedBeforeAnythingIsRun() {
        assertMistake("which SCENARIO?", "sweep");
        assertMistake("'many' says no seeds", "sweep", "raft-nemesis", "--seeds", "many");
        assertMistake("there is no part 5/4", "sweep", "raft-nemesis", "--shard", "5/4");
        assertMistake("3 seeds make no 4 parts", "sweep", "raft-nemesis", "--seeds", "3", "--shard", "1/4");
        assertMistake("at least 1 thread, not 0", "sweep", "raft-nemesis", "--jobs", "0");
        assertMistake("are opposites", "sweep", "raft-nemesis", "--fail-fast", "--keep-going");
        assertMistake(
                "there is no such file",
                "sweep",
                "merge",
                folder.resolve("none.json").toString());
        assertMistake(
                "it is no part of a sweep",
                "sweep",
                "merge",
                folder.resolve("s.yaml").toString());
    }

    private static void assertMistake(String message, String... words) {
        Outcome outcome = orrery(words);
        assertEquals(2, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.err().contains(message), outcome::err);
        assertEquals("", outcome.out());
    }

    private Outcome sweep(String... options) {
        List<String> words =
                new ArrayList<>(List.of("sweep", folder.resolve("s.yaml").toString(), "--out", out()));
        words.addAll(List.of(options));
        return orrery(words.toArray(String[]::new));
    }

    private String out() {
        return folder.resolve("runs").toString();
    }

    private Path summary() {
        return folder.resolve("runs/forgetful/sweep/0x0..0x13/summary.json");
    }

    private List<Path> runs() throws IOException {
        try (Stream<Path> inside = Files.list(folder.resolve("runs/forgetful"))) {
            return inside.filter(path -> path.getFileName().toString().startsWith("0x"))
                    .toList();
        }
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
