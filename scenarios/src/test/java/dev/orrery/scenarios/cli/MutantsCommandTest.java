package dev.orrery.scenarios.cli;

import static dev.orrery.scenarios.cli.CommandLineRun.orrery;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.cli.CommandLineRun.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class MutantsCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private Outcome mutants(String... options) {
        return orrery(Stream.concat(Stream.of("mutants", "--out", folder.toString()), Stream.of(options))
                .toArray(String[]::new));
    }

    @Test
    void aTableTellsWhichCheckFoundABugAndAfterHowMuch() {
        Outcome outcome = mutants("--mutant", "P02,P03", "--seeds", "50");
        assertEquals(0, outcome.exitCode(), outcome::toString);
        List<String> lines = outcome.out().lines().toList();
        assertTrue(lines.get(1).contains("P02   promise-monotonic      campaign/paxos-synod"), outcome::out);
        assertTrue(lines.get(2).contains("P03   agreement "), outcome::out);
        assertTrue(lines.get(3).startsWith("PASSED  2 of 2 bugs found, "), outcome::out);
        assertTrue(outcome.err().contains("paxos P02 ..."), outcome::err);
    }

    @Test
    void theRunThatFailedIsKeptAsAScenario() {
        mutants("--mutant", "P02", "--seeds", "50");
        Path kept = folder.resolve("mutants/P02.yaml");
        assertTrue(Files.exists(kept));
        assertEquals(
                1, orrery("run", kept.toString(), "--out", folder.toString()).exitCode());
    }

    @Test
    void jsonSaysTheSameAndHowSmallTheRunCanBe() {
        Outcome outcome = mutants("--mutant", "P02", "--seeds", "50", "--shrink", "--json", "--quiet");
        JsonNode row = JsonMapper.shared().readTree(outcome.out()).get(0);
        assertEquals("P02", row.get("mutant").asString());
        assertTrue(row.get("found").asBoolean());
        assertEquals("promise-monotonic", row.get("check").asString());
        assertTrue(row.get("seed").asString().startsWith("0x"));
        assertTrue(row.get("runs").asLong() > 0);
        assertTrue(row.get("shrunk").asLong() <= row.get("events").asLong());
        assertEquals("", outcome.err());
    }

    @Test
    void aBugThatIsNotFoundIsAFailure() {
        Outcome outcome = mutants("--mutant", "R20", "--seeds", "1");
        assertEquals(1, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.out().contains("FAILED  0 of 1 bug found"), outcome::out);
    }

    @Test
    void theCorrectAlgorithmsAreRunWithoutAFinding() {
        Outcome outcome = mutants("--correct", "--seeds", "12");
        assertEquals(0, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.out().contains("PASSED  3 of 3 without a finding, 36 runs"), outcome::out);
    }

    @Test
    void anUnknownBugIsToldWithWhatWasProbablyMeant() {
        Outcome outcome = mutants("--mutant", "R2O");
        assertEquals(2, outcome.exitCode());
        assertTrue(outcome.err().contains("there is no bug 'R2O', did you mean 'R20'?"), outcome::err);
        assertEquals(2, mutants("--mutant", "P01", "--family", "raft").exitCode());
        assertEquals(2, mutants("--mutant", "P01", "--correct").exitCode());
    }
}
