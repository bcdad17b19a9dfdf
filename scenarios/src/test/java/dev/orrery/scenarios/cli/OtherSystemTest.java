package dev.orrery.scenarios.cli;

import static dev.orrery.scenarios.cli.CommandLineRun.orrery;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.cli.CommandLineRun.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class OtherSystemTest {
    private static final String SCENARIO = """
            name: isolated
            description: The leader is cut off.
            system: {name: raft-kv, nodes: 3}
            duration: 4s
            workload: {name: register, clients: 4, rate: 100/s}
            faults:
              - partition: {shape: isolate, target: {role: leader}}
                when: {event: leader-elected, after: 500ms, times: 2}
                for: 500ms
            goals: [leader-changed]
            """;

    @TempDir
    private Path folder = Path.of("");

    private Outcome run(String text, String... more) throws IOException {
        Path file = folder.resolve("s.yaml");
        Files.writeString(file, text);
        String[] words = new String[more.length + 4];
        words[0] = "run";
        words[1] = file.toString();
        words[2] = "--out";
        words[3] = folder.resolve("runs").toString();
        System.arraycopy(more, 0, words, 4, more.length);
        return orrery(words);
    }

    @Test
    void aScenarioRunsOnAnotherSystemAndItsFolderHoldsTheTextThatRan() throws IOException {
        Outcome outcome = run(SCENARIO, "--seed", "1", "--system", "multi-paxos-kv");
        assertEquals(0, outcome.exitCode(), outcome::toString);
        Path ran = folder.resolve("runs/isolated-on-multi-paxos-kv/0x1/scenario.yaml");
        assertEquals(
                SCENARIO.replace("raft-kv", "multi-paxos-kv")
                        .replace("name: isolated", "name: isolated-on-multi-paxos-kv"),
                Files.readString(ran));
    }

    @Test
    void severalSystemsAreShownSideBySide() throws IOException {
        Outcome outcome = run(SCENARIO, "--seed", "1", "--system", "raft-kv,multi-paxos-kv", "--json");
        assertEquals(0, outcome.exitCode(), outcome::toString);
        JsonNode runs = new JsonMapper().readTree(outcome.out()).get("runs");
        assertEquals("raft-kv", runs.get(0).get("system").asString());
        assertEquals("multi-paxos-kv", runs.get(1).get("system").asString());
        assertTrue(runs.get(1).get("ok").asLong() > 300, outcome::out);
    }

    @Test
    void whatTheOtherSystemDoesNotKnowIsAnErrorInItsPlace() throws IOException {
        Outcome outcome =
                run(SCENARIO.replace("goals: [leader-changed]", "goals: [vote-given]"), "--system", "multi-paxos-kv");
        assertEquals(2, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.err().contains("vote-given"), outcome::err);
    }

    @Test
    void anUnknownSystemIsNamed() throws IOException {
        Outcome outcome = run(SCENARIO, "--system", "raft-vk");
        assertEquals(2, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.err().contains("did you mean 'raft-kv'?"), outcome::err);
    }
}
