package dev.orrery.scenarios.cli;

import static dev.orrery.scenarios.cli.CommandLineRun.orrery;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.cli.CommandLineRun.Outcome;
import dev.orrery.scenarios.folder.RunFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class RunCommandTest {
    private static final String NOTEBOOK = """
            name: notebook
            description: One server keeps a notebook.
            system: {name: notebook, nodes: 3}
            duration: 2s
            workload: {name: register, clients: 4, rate: 200/s, keys: {count: 8}, mix: {read: 60, write: 40}}
            """;

    /** The keeper answers before its disk has the page, and is killed: sooner or later a page is lost. */
    private static final String FORGETFUL = NOTEBOOK.replace("nodes: 3", "nodes: 3, options: {durable: false}")
            + "faults:\n  - kill: {target: {nodes: [n1]}, restart-after: 50ms}\n    every: 500ms\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aRunThatPassesTellsItsEvidenceAndItsFolder() throws IOException {
        Outcome outcome = run(NOTEBOOK, "--seed", "42");
        assertEquals(0, outcome.exitCode(), outcome::toString);
        List<String> lines = lines(outcome);
        assertEquals("notebook  notebook, 3 nodes, 4 clients, 2s virtual, seed 0x2A", lines.get(0));
        assertTrue(lines.get(2).endsWith("no-page-lost  8 pages"), outcome::out);
        assertTrue(lines.contains("PASSED  2 checks"), outcome::out);
        assertEquals("", outcome.err());
        assertEquals(
                List.of("history.edn", "plan.yaml", "report.html", "result.json", "scenario.yaml"),
                names(folder.resolve("runs/notebook/0x2A")));
    }

    @Test
    void aRunThatFailsTellsHowToReproduceItAndKeepsItsTrace() throws IOException {
        Outcome outcome = run(FORGETFUL, "--seed", "1");
        assertEquals(1, outcome.exitCode(), outcome::toString);
        assertTrue(
                outcome.out().contains("  reproduce  orrery run " + folder.resolve("s.yaml") + " --seed 0x1\n"),
                outcome::out);
        assertTrue(names(folder.resolve("runs/notebook/0x1")).contains(RunFolder.TRACE));
        assertEquals(
                0,
                orrery("replay", folder.resolve("runs/notebook/0x1").toString()).exitCode());
    }

    @Test
    void aRunThatFailsAsTheScenarioExpectsIsASuccess() throws IOException {
        String expecting = FORGETFUL + "checks: [no-page-lost]\nexpect: no-page-lost\n";
        Outcome outcome = run(expecting, "--seed", "1");
        assertEquals(0, outcome.exitCode(), outcome::toString);
        assertTrue(lines(outcome).contains("PASSED  no-page-lost failed, as expected"), outcome::out);

        Outcome honest = run(expecting.replace("durable: false", "durable: true"), "--seed", "1");
        assertEquals(1, honest.exitCode(), honest::toString);
        assertTrue(lines(honest).contains("FAILED  no-page-lost was expected to fail, and held"), honest::out);
    }

    @Test
    void theExecutedPlanMakesTheSameRun() throws IOException {
        run(FORGETFUL, "--seed", "1");
        Path original = folder.resolve("runs/notebook/0x1");
        orrery(
                "run",
                original.resolve(RunFolder.PLAN).toString(),
                "--out",
                folder.resolve("runs").toString());
        JsonNode first = json(Files.readString(original.resolve(RunFolder.RESULT)));
        JsonNode second = json(Files.readString(folder.resolve("runs/notebook-plan/0x1/result.json")));
        assertEquals(first.get("digest"), second.get("digest"));
        assertEquals(first.get("planYaml"), second.get("planYaml"));
    }

    @Test
    void asJsonItPrintsTheDocumentOfTheFolderAndNothingElse() throws IOException {
        Outcome outcome = run(NOTEBOOK, "--seed", "42", "--json");
        assertEquals(Files.readString(folder.resolve("runs/notebook/0x2A/result.json")), outcome.out());
        assertEquals("pass", json(outcome.out()).get("verdict").asString());
        assertEquals("", outcome.err());
    }

    @Test
    void quietlyItPrintsTheVerdict() throws IOException {
        assertEquals(List.of("PASSED  2 checks"), lines(run(NOTEBOOK, "--seed", "42", "-q")));
    }

    @Test
    void theSeedOfTheScenarioIsTakenUnlessAnotherOneIsAskedFor() throws IOException {
        String seeded = NOTEBOOK + "seed: 7\n";
        assertTrue(lines(run(seeded)).get(0).endsWith("seed 0x7"));
        assertTrue(lines(run(seeded, "--seed", "0xFFFF_FFFF_FFFF_FFFF")).get(0).endsWith("seed 0xFFFFFFFFFFFFFFFF"));
    }

    @Test
    void withoutASeedOneIsDrawnAndPrintedFirst() throws IOException {
        String first = lines(run(NOTEBOOK)).get(0);
        String second = lines(run(NOTEBOOK)).get(0);
        assertTrue(first.matches("notebook  .*, seed 0x[0-9A-F]+"), first);
        assertFalse(first.equals(second), first);
    }

    @Test
    void aSeedOfMoreThan64BitsIsRefused() throws IOException {
        Outcome outcome = run(NOTEBOOK, "--seed", "18446744073709551616");
        assertEquals(2, outcome.exitCode());
        assertTrue(outcome.err().contains("seed '18446744073709551616' needs more than 64 bits"), outcome::err);
    }

    @Test
    void aScenarioWithAnErrorIsNotRun() throws IOException {
        Outcome outcome = run(NOTEBOOK + "protocl: raft\n");
        assertEquals(2, outcome.exitCode());
        assertTrue(outcome.err().contains("unknown key 'protocl'"), outcome::err);
        assertEquals("", outcome.out());
        assertFalse(Files.exists(folder.resolve("runs")));
    }

    @Test
    void aScenarioThatIsNotThereIsAUsageError() {
        Outcome outcome = orrery("run", "no-such-scenario");
        assertEquals(2, outcome.exitCode());
        assertTrue(outcome.err().contains("no-such-scenario"), outcome::err);
    }

    @Test
    void aScenarioCanComeFromStandardInput() throws IOException {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(FORGETFUL.getBytes(StandardCharsets.UTF_8)));
        try {
            Outcome outcome = orrery(
                    "run", "-", "--seed", "1", "--out", folder.resolve("runs").toString());
            String saved = folder.resolve("runs/notebook/0x1/scenario.yaml").toString();
            assertTrue(outcome.out().contains("  reproduce  orrery run " + saved + " --seed 0x1\n"), outcome::out);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void aRunInWhichNobodyWasAnsweredIsInconclusive() throws IOException {
        Outcome outcome = run(NOTEBOOK.replace("rate: 200/s", "think: 10s"));
        assertEquals(3, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.out().contains("INCONCLUSIVE"), outcome::out);
    }

    @Test
    void aTriggerThatNeverFiresIsReported() throws IOException {
        String waiting = NOTEBOOK + "faults:\n  - kill: {target: {nodes: [n1]}, restart-after: 50ms}\n"
                + "    when: {event: opened, pages: \"> 1000\"}\n";
        Outcome outcome = run(waiting, "--seed", "1");
        assertEquals(0, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.out().contains("  not fired   kill: nobody reported"), outcome::out);
        JsonNode result = json(Files.readString(folder.resolve("runs/notebook/0x1/result.json")));
        assertEquals(1, result.get("neverFired").size());
    }

    @Test
    void paranoidlyItRunsTwiceAndKeepsTheTrace() throws IOException {
        Outcome outcome = run(NOTEBOOK, "--seed", "42", "--paranoid");
        assertEquals(0, outcome.exitCode(), outcome::toString);
        assertTrue(Files.exists(folder.resolve("runs/notebook/0x2A/trace.jsonl")));
    }

    @Test
    void aFolderThatCannotBeMadeIsAUsageError() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        Path scenario = Files.writeString(folder.resolve("s.yaml"), NOTEBOOK);
        Outcome outcome = orrery("run", scenario.toString(), "--out", file.toString());
        assertEquals(2, outcome.exitCode());
        assertTrue(outcome.err().startsWith("error: cannot make the folder " + file), outcome::err);
        assertTrue(outcome.err().endsWith(": a file is in the way\n"), outcome::err);
    }

    private Outcome run(String text, String... options) throws IOException {
        Path scenario = Files.writeString(folder.resolve("s.yaml"), text);
        List<String> words = Stream.concat(
                        Stream.of(
                                "run",
                                scenario.toString(),
                                "--out",
                                folder.resolve("runs").toString()),
                        Stream.of(options))
                .toList();
        return orrery(words.toArray(String[]::new));
    }

    private static List<String> lines(Outcome outcome) {
        return outcome.out().lines().toList();
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }

    private static List<String> names(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
