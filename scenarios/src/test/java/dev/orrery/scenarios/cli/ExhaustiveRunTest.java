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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ExhaustiveRunTest {
    private static final String SYNOD = """
        name: synod
        system: {name: paxos-synod, nodes: 3, options: {proposers: 1}}
        duration: 1s
        workload: {name: consensus, clients: 1, rate: 1/s}
        """;

    private static final String RAFT = """
        name: raft
        system: {name: raft-kv, nodes: 3, options: {pre-vote: false, mutant: R04}}
        duration: 1s
        workload: {name: register, clients: 1, rate: 1/s}
        checks: [election-safety]
        expect: election-safety
        """;

    @TempDir
    private Path folder = Path.of("");

    private Outcome run(String scenario, String... options) throws IOException {
        Path file = folder.resolve("s.yaml");
        Files.writeString(file, scenario);
        List<String> words = new ArrayList<>(List.of("run", file.toString(), "--seed", "1"));
        words.addAll(List.of("--out", folder.resolve("runs").toString(), "--scheduler", "exhaustive"));
        words.addAll(List.of(options));
        return orrery(words.toArray(String[]::new));
    }

    @Test
    void aSystemWhoseSpaceIsExhaustedPasses() throws IOException {
        Outcome outcome = run(SYNOD, "--timers", "0", "--crashes", "0");
        assertEquals(0, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.out().contains("states      13, "), outcome::out);
        assertTrue(
                outcome.out().endsWith("PASSED  all that can happen within the bounds was looked at\n"), outcome::out);
    }

    @Test
    void symmetryCanBeSwitchedOff() throws IOException {
        Outcome outcome = run(SYNOD, "--timers", "0", "--crashes", "0", "--no-symmetry");
        assertTrue(outcome.out().contains("states      19, "), outcome::out);
    }

    @Test
    void aBoundOnDepthIsToldInTheVerdict() throws IOException {
        Outcome outcome = run(SYNOD, "--timers", "0", "--crashes", "0", "--depth", "3");
        assertEquals(0, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.out().contains("all ways of up to 3 steps were looked at, and some go on"), outcome::out);
    }

    @Test
    void tooManyStatesAreInconclusive() throws IOException {
        assertEquals(3, run(SYNOD, "--states", "5").exitCode());
    }

    @Test
    void aRaftThatForgetsItsVoteElectsTwoLeadersAndTheWayReplays() throws IOException {
        Outcome outcome = run(RAFT, "--clients", "0", "--bound", "term=1");
        assertEquals(0, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.out().contains("election-safety  after 7 steps"), outcome::out);
        Outcome again = orrery("replay", folder.resolve("runs/raft/0x1").toString());
        assertEquals(0, again.exitCode(), again::toString);
        assertTrue(again.out().startsWith("IDENTICAL  the way of 7 steps"), again::out);
    }

    @Test
    void theWayIsARunFolderThatIsReportedAndExplained() throws IOException {
        run(RAFT, "--clients", "0", "--bound", "term=1");
        Path latest = folder.resolve("runs/latest");
        JsonNode result = new JsonMapper().readTree(Files.readAllBytes(latest.resolve("result.json")));
        assertEquals("exhaustive", result.path("scheduler").path("name").asString());
        assertTrue(result.path("expected").asBoolean());
        assertEquals("fail", result.path("verdict").asString());
        assertTrue(Files.readString(latest.resolve("report.html")).contains("election-safety"));
        assertEquals(0, orrery("report", latest.toString()).exitCode());
        Outcome explained = orrery("explain", latest.toString());
        assertEquals(0, explained.exitCode(), explained::toString);
        assertTrue(explained.out().contains("✗ election-safety  at 7ms"), explained::out);
        assertTrue(explained.out().contains("n2 is down: kill"), explained::out);
        assertTrue(explained.out().contains("a way that a search found"), explained::out);
        assertTrue(orrery("explain", latest.toString(), "--json").out().contains("\"likelihood\":null"));
    }

    @Test
    void theWayOfABundledBugIsARunFolderToo() {
        String runs = folder.resolve("runs").toString();
        String[] search = {"run", "bugs/paxos-promise-forgotten", "--scheduler", "exhaustive", "--timers", "0"};
        List<String> words = new ArrayList<>(List.of(search));
        words.addAll(List.of("--seed", "1", "--out", runs));
        Outcome outcome = orrery(words.toArray(String[]::new));
        assertEquals(0, outcome.exitCode(), outcome::toString);
        assertEquals(
                0, orrery("explain", folder.resolve("runs/latest").toString()).exitCode());
    }

    @Test
    void aWayIsAsShortAsCanBe() throws IOException {
        run(RAFT, "--clients", "0", "--bound", "term=1");
        Outcome shrunk = orrery("shrink", folder.resolve("runs/latest").toString());
        assertEquals(2, shrunk.exitCode());
        assertTrue(shrunk.err().contains("holds a way that a search found, and no run"), shrunk::err);
    }

    @Test
    void aRightRaftOfTwoExhaustsItsSpace() throws IOException {
        Outcome outcome = run(
                RAFT.replace(", mutant: R04", "")
                        .replace("nodes: 3", "nodes: 2")
                        .replace("expect: election-safety\n", ""),
                "--clients",
                "0",
                "--bound",
                "term=2");
        assertEquals(0, outcome.exitCode(), outcome::toString);
    }

    @Test
    void whatWasFoundIsToldToProgramsToo() throws IOException {
        Outcome outcome = run(RAFT, "--clients", "0", "--bound", "term=1", "--json");
        JsonNode json =
                new JsonMapper().readTree(outcome.out().substring(outcome.out().indexOf('{')));
        assertEquals("violated", json.path("ending").asString());
        assertEquals(7, json.path("counterexample").path("way").size());
    }

    @Test
    void anOptionOfASearchHasNoMeaningInARun() throws IOException {
        Path file = folder.resolve("s.yaml");
        Files.writeString(file, SYNOD);
        Outcome outcome = orrery("run", file.toString(), "--crashes", "1");
        assertEquals(2, outcome.exitCode());
        assertTrue(outcome.err().contains("--crashes has no meaning with --scheduler time"), outcome::err);
    }
}
