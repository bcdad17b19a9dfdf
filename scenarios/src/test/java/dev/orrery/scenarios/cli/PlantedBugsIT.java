package dev.orrery.scenarios.cli;

import static dev.orrery.scenarios.cli.CommandLineRun.orrery;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.cli.CommandLineRun.Outcome;
import dev.orrery.scenarios.house.House;
import dev.orrery.scenarios.house.Program;
import dev.orrery.scenarios.library.Library;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * From a sweep to an understood bug, for planted bugs: each is looked for with random faults in place of those that its own
 * scenario plans to show it, and what is found is shrunk, saved, explained, and replayed by another process. Not among them
 * are bugs that take a fault of a client, which a nemesis never hits, and deadlocks, of which nothing is said while there are
 * faults.
 */
final class PlantedBugsIT {
    private static final int MOST_DECISIONS = 30;
    private static final int MOST_FAULTS = 3;

    @TempDir
    private Path folder = Path.of("");

    /** The bug's system under faults of every kind that it should survive, and under a load that is small enough to read. */
    private static String underRandomFaults(String bug) throws IOException {
        String own = text(bug);
        boolean raft = bug.contains("/raft");
        // What the Synod's acceptors wrote is not sealed, so damaged disks are not among what it survives.
        String profile = bug.contains("/paxos") ? "crashes" : "all";
        return "name: generic\n"
                + line("system", own)
                + "duration: 10s\n"
                + "network: {latency: {distribution: lognormal, median: 1ms, p99: 8ms}}\n"
                + (raft ? "workload: {name: register, clients: 2, rate: 20/s}\n" : line("workload", own))
                + "nemesis: {profile: " + profile + ", swarm: true, intensity: 60%}\n";
    }

    private static String text(String bug) throws IOException {
        try (InputStream in = Library.open("bugs/" + bug.replaceFirst(".*/", ""))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String line(String key, String text) {
        return text.lines()
                        .filter(each -> each.startsWith(key + ": "))
                        .findFirst()
                        .orElseThrow() + "\n";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bugs/raft-vote-without-log-check",
                "bugs/raft-vote-not-synced",
                "bugs/paxos-promise-forgotten",
                "bugs/paxos-own-value-kept",
                "bugs/lock-release-deletes-anything",
                "bugs/lock-ties-by-timestamp-only"
            })
    void aPlantedBugIsFoundAmongRandomFaultsShrunkExplainedAndReplayed(String bug)
            throws IOException, InterruptedException {
        Path scenario = Files.writeString(folder.resolve("generic.yaml"), underRandomFaults(bug));
        Path cases = folder.resolve("cases");
        Outcome sweep = sweep(scenario, "--seeds", "3000", "--fail-fast", "--save-failures", cases.toString());
        assertEquals(1, sweep.exitCode(), sweep::toString);
        Path found = only(cases);

        JsonNode size = JsonMapper.shared()
                .readTree(orrery("shrink", found.toString(), "--budget", "1", "--json", "--out", folder + "/again.yaml")
                        .out())
                .path("after");
        assertTrue(size.path("decisions").asInt(Integer.MAX_VALUE) <= MOST_DECISIONS, size::toString);
        assertTrue(size.path("faults").asInt(Integer.MAX_VALUE) <= MOST_FAULTS, size::toString);

        Outcome explained = orrery("explain", found.toString(), "--points", "3", "--tries", "5");
        assertEquals(0, explained.exitCode(), explained::toString);
        assertTrue(explained.out().contains("\nWhich faults it takes\n"), explained::out);

        Program.Outcome replayed = elsewhere("replay", found.toString());
        assertEquals(1, replayed.exitCode(), replayed::toString);
        assertTrue(replayed.out().contains(", the same run"), replayed::out);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bugs/raft-vote-without-log-check",
                "bugs/raft-vote-not-synced",
                "bugs/paxos-own-value-kept",
                "bugs/lock-release-deletes-anything",
                "bugs/lock-ties-by-timestamp-only"
            })
    void withoutTheBugTheSameFaultsAreSurvived(String bug) throws IOException {
        String good = underRandomFaults(bug).replaceFirst("mutant: [A-Z0-9]+", "mutant: none");
        Path scenario = Files.writeString(folder.resolve("good.yaml"), good);
        Outcome sweep = sweep(scenario, "--seeds", "20");
        assertTrue(sweep.out().contains(" 0 failed, "), sweep::out);
    }

    private Outcome sweep(Path scenario, String... options) {
        List<String> words = Stream.concat(
                        Stream.of("sweep", scenario.toString(), "--out", folder + "/runs"), Stream.of(options))
                .toList();
        return orrery(words.toArray(String[]::new));
    }

    private static Path only(Path cases) throws IOException {
        try (Stream<Path> files = Files.list(cases)) {
            return files.findFirst().orElseThrow();
        }
    }

    private Program.Outcome elsewhere(String... words) throws IOException, InterruptedException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Stream<String> program = Stream.of(House.java().toString(), "-cp", classPath, Orrery.class.getName());
        return new Program(Stream.concat(program, Stream.of(words)).toList(), folder, Map.of()).run();
    }
}
