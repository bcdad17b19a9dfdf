package dev.orrery.scenarios.cli;

import static dev.orrery.scenarios.cli.CommandLineRun.orrery;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.StandingCheck;
import dev.orrery.scenarios.cli.CommandLineRun.Outcome;
import dev.orrery.scenarios.history.HistoryFormat;
import dev.orrery.scenarios.history.Judge;
import dev.orrery.scenarios.language.form.Key;
import dev.orrery.scenarios.language.keys.Catalog;
import dev.orrery.scenarios.language.keys.FaultKeys;
import dev.orrery.scenarios.language.keys.ScenarioReference;
import dev.orrery.scenarios.library.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that need no run: validate, list, explain, schema, new. */
final class LanguageCommandsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aBundledScenarioIsValid() {
        assertEquals(new Outcome(0, "raft-steady: valid\n", ""), orrery("validate", "raft-steady"));
    }

    @Test
    void allErrorsOfAllFilesAreShownAtOnce() throws IOException {
        Path one = write("one.yaml", "nam: x\nsystem: {name: raft-kv}\nworkload: {name: register}\n");
        Path two = write("two.yaml", "name: two\nsystem: {name: raft-kv, nodes: 0}\nworkload: {name: register}\n");
        Outcome outcome = orrery("validate", "raft-steady", one.toString(), two.toString());
        assertEquals(2, outcome.exitCode());
        assertEquals("""
                raft-steady: valid
                error[S014]: unknown key 'nam'
                 --> one.yaml:1:1
                  |
                1 | nam: x
                  | ^^^ did you mean 'name'?
                error[S020]: '0' is out of its range: from 1 to 10000
                 --> two.yaml:2:32
                  |
                2 | system: {name: raft-kv, nodes: 0}
                  |                                ^
                2 errors, nothing was run. More: orrery explain S014
                """.replace("one.yaml", one.toString()).replace("two.yaml", two.toString()), outcome.out());
    }

    @Test
    void warningsKeepAFileValid() throws IOException {
        Path file = write("""
                name: odd
                system: {name: raft-kv}
                workload: {name: register}
                faults: [{pause: {}, at: 1s}]
                """);
        Outcome outcome = orrery("validate", file.toString());
        assertEquals(0, outcome.exitCode());
        assertTrue(outcome.out().startsWith(file + ": valid\nwarning[W005]: "), outcome::out);
        assertTrue(outcome.out().endsWith("\n1 warning. More: orrery explain W005\n"), outcome::out);
    }

    @Test
    void problemsAsJsonHavePlaceCodeAndSuggestion() throws IOException {
        Path file = write("name: x\nsytem: {name: raft-kv}\nworkload: {name: register}\nduration: 5\n");
        JsonNode problems = JsonMapper.shared()
                .readTree(orrery("validate", "--json", file.toString()).out());
        assertEquals(2, problems.size());
        assertEquals(file.toString(), problems.get(0).get("file").stringValue());
        assertEquals(2, problems.get(0).get("line").intValue());
        assertEquals(1, problems.get(0).get("column").intValue());
        assertEquals("S014", problems.get(0).get("code").stringValue());
        assertEquals("unknown key 'sytem'", problems.get(0).get("message").stringValue());
        assertEquals("system", problems.get(0).get("suggestion").stringValue());
        assertTrue(problems.get(1).get("suggestion").isNull());
        assertEquals("[ ]\n", orrery("validate", "--json", "raft-steady").out());
    }

    @Test
    void aScenarioThatIsNowhereIsGuessed() {
        assertEquals(new Outcome(2, "", """
                error: there is no file and no bundled scenario 'raft-stedy', did you mean 'raft-steady'?
                try: orrery validate --help
                """), orrery("validate", "raft-stedy"));
    }

    @Test
    void everythingIsListedAlsoAsJson() {
        assertEquals(Library.names().size(), json("scenarios").size());
        assertEquals(Catalog.onClassPath().systems().size(), json("systems").size());
        assertEquals(Catalog.onClassPath().workloads().size(), json("workloads").size());
        assertEquals(
                Catalog.onClassPath().checks().size() + StandingCheck.values().length,
                json("checks").size());
        assertEquals(FaultKeys.kinds().size(), json("faults").size());
        assertEquals(Judge.all().size(), json("models").size());
        assertEquals(HistoryFormat.values().length, json("formats").size());
        assertEquals(orrery("list", "scenarios"), orrery("list"));
        assertTrue(orrery("list", "systems").out().contains("\n    heartbeat "), "the options of a system");
        assertTrue(orrery("list", "checks").out().contains(" [raft-kv]"), "whose check it is");
    }

    @Test
    void noListingIsWiderThanTheScreen() {
        for (String kind :
                new String[] {"scenarios", "systems", "workloads", "checks", "faults", "models", "formats"}) {
            orrery("list", kind)
                    .out()
                    .lines()
                    .forEach(line -> assertTrue(line.length() <= 80, () -> kind + ": " + line));
        }
    }

    @Test
    void checksFaultsAndKeysAreExplained() {
        assertTrue(orrery("explain", "election-safety").out().startsWith("election-safety: At most one leader "));
        assertTrue(orrery("explain", "partition").out().startsWith("partition: Cuts links."));
        String rate = orrery("explain", "workload.rate").out();
        assertTrue(rate.startsWith("workload.rate: An open loop"), rate);
        assertTrue(rate.contains("If left out: 100/s"), rate);
        assertTrue(orrery("explain", "partition.shape").out().contains("\n  bridge: Two halves "));
        assertTrue(orrery("explain", "W001").out().startsWith("W001: "));
    }

    @Test
    void everyFaultAndEveryCheckIsExplained() {
        for (Key<?, ?> fault : FaultKeys.kinds()) {
            assertFalse(ScenarioReference.explain(fault.name()).isEmpty(), fault.name());
        }
        for (Catalog.Origin origin : Catalog.onClassPath().checks()) {
            String name = origin.check().name();
            assertTrue(orrery("explain", name).out().startsWith(name + ": "), name);
        }
    }

    @Test
    void theSchemaIsJson() {
        JsonNode schema = JsonMapper.shared().readTree(orrery("schema").out());
        assertEquals(
                "http://json-schema.org/draft-07/schema#", schema.get("$schema").stringValue());
    }

    @Test
    void aNewScenarioIsValidAndCarriesItsName() throws IOException {
        for (String template : List.of("raft-steady", "raft-wan-zones", "bugs/raft-vote-not-synced")) {
            String name = "my-" + template.replace('/', '-');
            Outcome outcome = orrery("new", name, "--template", template, "--dir", folder.toString());
            assertEquals(0, outcome.exitCode(), outcome::toString);
            Path file = folder.resolve(name + ".yaml");
            assertTrue(Files.readString(file).contains("\nname: " + name + "\n"));
            assertEquals(file + ": valid\n", orrery("validate", file.toString()).out());
        }
    }

    @Test
    void aNewScenarioNeverOverwritesAFileUnlessForced() throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, "precious");
        Outcome refused = orrery("new", "mine", "--dir", folder.toString());
        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("is there already"), refused::err);
        assertEquals("precious", Files.readString(file));
        assertEquals(0, orrery("new", "mine", "-f", "--dir", folder.toString()).exitCode());
        assertFalse(Files.readString(file).contains("precious"));
    }

    @Test
    void nothingIsWrittenForANameThatIsNone() throws IOException {
        for (String name : new String[] {"My Scenario", "../evil", "ümlaut", "-"}) {
            assertEquals(
                    2, orrery("new", "--dir", folder.toString(), "--", name).exitCode(), name);
        }
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void everyCommandHasHelpThatShowsExamples() {
        for (String command : new String[] {"validate", "list", "explain", "schema", "new"}) {
            Outcome help = orrery(command, "--help");
            assertEquals(0, help.exitCode());
            assertTrue(help.out().contains("\nExamples:\n"), help::out);
        }
    }

    private JsonNode json(String kind) {
        JsonNode listed =
                JsonMapper.shared().readTree(orrery("list", kind, "--json").out());
        String shown = orrery("list", kind).out();
        listed.forEach(thing -> {
            assertFalse(thing.get("name").stringValue().isEmpty());
            assertFalse(thing.get("description").stringValue().isEmpty());
            assertTrue(shown.contains(thing.get("name").stringValue()));
        });
        return listed;
    }

    private Path write(String text) throws IOException {
        return write("scenario.yaml", text);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
