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

final class SchedulerOptionsTest {
    private static final String NOTEBOOK = """
            name: notebook
            system: {name: notebook, nodes: 3}
            duration: 1s
            workload: {name: register, clients: 4, rate: 200/s, keys: {count: 8}, mix: {read: 60, write: 40}}
            """;

    private static final List<String> PCT =
            List.of("--scheduler", "pct", "--depth", "2", "--events", "900", "--window", "20ms");

    @TempDir
    private Path folder = Path.of("");

    private Outcome run(List<String> options) throws IOException {
        Path scenario = folder.resolve("s.yaml");
        Files.writeString(scenario, NOTEBOOK);
        List<String> words = new ArrayList<>(List.of("run", scenario.toString(), "--seed", "5"));
        words.addAll(List.of("--out", folder.resolve("runs").toString()));
        words.addAll(options);
        return orrery(words.toArray(String[]::new));
    }

    private JsonNode result() throws IOException {
        return new JsonMapper().readTree(Files.readAllBytes(folder.resolve("runs/notebook/0x5/result.json")));
    }

    @Test
    void theBoundIsToldWithWhatItIsMadeOf() throws IOException {
        Outcome outcome = run(PCT);
        assertEquals(0, outcome.exitCode(), outcome::toString);
        long chains = result().path("scheduler").path("chains").asLong();
        assertTrue(
                outcome.out()
                        .contains("pct finds a bug of depth 2 in one of " + Figures.count(chains * 900)
                                + " runs or more often: n·k^1, n = " + Figures.count(chains, "chain")
                                + ", k = 900 events"),
                outcome::out);
    }

    @Test
    void anotherOrderIsAnotherRunAndReplaysFromItsTraceAndFromItsResult() throws IOException {
        run(List.of());
        String inTime = result().path("digest").asString();
        run(PCT);
        assertTrue(!result().path("digest").asString().equals(inTime));
        String saved = folder.resolve("runs/notebook/0x5").toString();
        assertEquals(0, orrery("replay", saved).exitCode());
        List<String> traced = new ArrayList<>(PCT);
        traced.add("--trace");
        run(traced);
        assertEquals(0, orrery("replay", saved).exitCode());
    }

    @Test
    void theLineThatReproducesCarriesTheOrder() throws IOException {
        run(PCT);
        assertTrue(result().path("reproduce").asString().endsWith(" --seed 0x5 " + String.join(" ", PCT)));
    }

    @Test
    void asManyEventsAreThoughtOfAsThereAreInTheOrderOfTime() throws IOException {
        run(List.of());
        long events = result().path("events").asLong();
        run(List.of("--scheduler", "pct"));
        assertEquals(events, result().path("scheduler").path("events").asLong());
    }

    @Test
    void anOptionWithoutMeaningIsRefused() throws IOException {
        Outcome outcome = run(List.of("--depth", "3"));
        assertEquals(2, outcome.exitCode());
        assertTrue(outcome.err().contains("--depth has no meaning with --scheduler time"), outcome::err);
        assertEquals(2, run(List.of("--scheduler", "pct", "--depth", "0")).exitCode());
        assertEquals(2, run(List.of("--scheduler", "pct", "--window", "5")).exitCode());
        assertEquals(2, run(List.of("--scheduler", "alphabetical")).exitCode());
    }
}
