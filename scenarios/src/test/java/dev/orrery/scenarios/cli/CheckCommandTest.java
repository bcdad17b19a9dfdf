package dev.orrery.scenarios.cli;

import static dev.orrery.scenarios.cli.CommandLineRun.orrery;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.cli.CommandLineRun.Outcome;
import dev.orrery.scenarios.history.HistoryFormat;
import dev.orrery.scenarios.history.Judge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class CheckCommandTest {
    private static final String LEGAL = """
            {:process 0 :type :invoke :f :write :value 1}
            {:process 0 :type :ok :f :write :value 1}
            {:process 1 :type :invoke :f :read}
            {:process 1 :type :ok :f :read :value 1}
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aHistoryThatKeepsItsPromisePasses() throws IOException {
        Outcome outcome = orrery("check", file(LEGAL));

        assertEquals(0, outcome.exitCode(), outcome.err());
        List<String> lines = outcome.out().lines().toList();
        assertEquals(file(LEGAL) + "  jepsen-edn, 2 operations of 2 processes", lines.get(0));
        assertEquals("  model       register, guessed from read, write", lines.get(1));
        assertTrue(lines.get(2).contains("linearizable"), outcome.out());
        assertEquals("  operations  2 ok", lines.get(3));
        assertTrue(lines.get(4).startsWith("PASSED  linearizable, in "), outcome.out());
    }

    @Test
    void oneThatDoesNotFailsAndSaysWhy() throws IOException {
        Outcome outcome = orrery("check", file(LEGAL.replace(":read :value 1", ":read :value 2")));

        assertEquals(1, outcome.exitCode(), outcome.err());
        assertTrue(outcome.out().contains("read #1 by client 1"), outcome.out());
        assertTrue(outcome.out().contains("FAILED  linearizable is violated, found in "), outcome.out());
    }

    @Test
    void anEmptyHistoryIsNoPass() throws IOException {
        assertEquals(3, orrery("check", file("")).exitCode());
        assertEquals(
                3, orrery("check", file("{:process 0 :type :invoke :f :read}")).exitCode());
    }

    @Test
    void registersMayBeginWithAValue() throws IOException {
        String history = file("{:process 0 :type :invoke :f :read} {:process 0 :type :ok :f :read :value 7}");

        assertEquals(1, orrery("check", history).exitCode());
        assertEquals(0, orrery("check", history, "--initial", "7").exitCode());
        assertEquals(1, orrery("check", history, "--initial", "8").exitCode());
    }

    @Test
    void whatBeginsInOneWayOnlyTakesNoInitialValue() throws IOException {
        Outcome outcome = orrery("check", file(LEGAL), "--model", "queue", "--initial", "7");

        assertEquals(2, outcome.exitCode());
        assertTrue(
                outcome.err()
                        .contains("--initial is for cas-register, counter, key-value, register, text, not for queue"),
                outcome.err());
    }

    @Test
    void aCounterBeginsWithNoText() throws IOException {
        Outcome outcome = orrery("check", file(LEGAL), "--model", "counter", "--initial", "much");

        assertEquals(2, outcome.exitCode());
        assertTrue(outcome.err().contains("no counter begins with much"), outcome.err());
    }

    @Test
    void programsGetOneDocumentWithTheChecksOfAResult() throws IOException {
        Outcome outcome = orrery("check", file(LEGAL), "--json", "--model", "key-value");

        JsonNode document = JsonMapper.shared().readTree(outcome.out());
        assertEquals("orrery-check", document.get("format").asString());
        assertEquals(1, document.get("v").asInt());
        assertEquals("jepsen-edn", document.get("historyFormat").asString());
        assertEquals("key-value", document.get("model").asString());
        assertEquals(false, document.get("modelGuessed").asBoolean());
        assertEquals("pass", document.get("verdict").asString());
        assertEquals(
                List.of("name", "verdict", "message", "event", "at", "operations"),
                List.copyOf(document.get("checks").get(0).propertyNames()));
        assertEquals(2, document.get("operations").get("ok").asInt());
    }

    @Test
    void whatMakesNoSenseIsShownAtItsPlace() throws IOException {
        String path = file("{:type :invoke}\n{:type [}");

        assertEquals(
                new Outcome(2, "", "error: " + path + ":2:9: '}' closes nothing\n  | {:type [}\n  |         ^\n"),
                orrery("check", path));
    }

    @Test
    void whatLooksLikeNothingIsAskedToBeNamed() throws IOException {
        Outcome outcome = orrery("check", file("what is this"));

        assertEquals(2, outcome.exitCode());
        assertTrue(
                outcome.err().contains(":1:1: this looks like none of the formats jepsen-edn, jepsen-log, "),
                outcome.err());
    }

    @Test
    void wrongWordsOnTheCommandLineAreMistakes() throws IOException {
        String path = file(LEGAL);
        assertEquals(
                new Outcome(
                        2, "", "error: unknown model 'registr', did you mean 'register'?\ntry: orrery check --help\n"),
                orrery("check", path, "--model", "registr"));
        assertEquals(2, orrery("check", path, "--level", "linearisable").exitCode());
        assertEquals(2, orrery("check", path, "--format", "edn").exitCode());
        assertEquals(2, orrery("check", path, "--budget", "0").exitCode());
        assertEquals(2, orrery("check", folder.resolve("nowhere").toString()).exitCode());
        assertEquals(2, orrery("check", folder.toString()).exitCode());
        assertEquals(2, orrery("check", path, "--model", "queue").exitCode());
    }

    @Test
    void operationsThatNoModelKnowsAreNamed() throws IOException {
        Outcome outcome = orrery("check", file("{:process 0 :type :invoke :f :teleport}"));

        assertEquals(2, outcome.exitCode());
        assertTrue(
                outcome.err()
                        .startsWith("error: no model is known for the operations teleport; name one with --model: "),
                outcome.err());
    }

    @Test
    void transactionsAreJudgedByTheLevelThatIsAsked() throws IOException {
        // Write skew: both read nothing of what the other one appends.
        String skew = """
                {:process 0 :type :invoke :f :txn :value [[:r 1 nil] [:append 2 1]]}
                {:process 1 :type :invoke :f :txn :value [[:r 2 nil] [:append 1 1]]}
                {:process 0 :type :ok :f :txn :value [[:r 1 []] [:append 2 1]]}
                {:process 1 :type :ok :f :txn :value [[:r 2 []] [:append 1 1]]}
                {:process 0 :type :invoke :f :txn :value [[:r 1 nil] [:r 2 nil]]}
                {:process 0 :type :ok :f :txn :value [[:r 1 [1]] [:r 2 [1]]]}
                """;

        assertEquals(1, orrery("check", file(skew)).exitCode());
        assertEquals(1, orrery("check", file(skew), "--level", "serializable").exitCode());
        assertEquals(0, orrery("check", file(skew), "--level", "si").exitCode());
    }

    @Test
    void aSessionMayBeJudgedByItself() throws IOException {
        String stale =
                LEGAL + "{:process 0 :type :invoke :f :write :value 2}\n{:process 0 :type :ok :f :write :value 2}\n"
                        + "{:process 1 :type :invoke :f :read}\n{:process 1 :type :ok :f :read :value 1}\n";

        assertEquals(1, orrery("check", file(stale)).exitCode());
        assertEquals(
                0, orrery("check", file(stale), "--level", "monotonic-reads").exitCode());
        assertEquals(
                0, orrery("check", file(stale), "--level", "read-your-writes").exitCode());
    }

    @Test
    void whatHasNoTimesIsNotJudgedByThem() throws IOException {
        String path = file("w(1,7,0,0)\nr(1,7,1,1)\n");
        Outcome outcome = orrery("check", path, "--model", "multi-register");

        assertEquals(2, outcome.exitCode());
        assertTrue(
                outcome.err()
                        .startsWith("error: polysi-text does not say what was over before something else began, so it"
                                + " cannot be judged by linearizable"),
                outcome.err());
    }

    @Test
    void whatIsNoTextIsSaidToBeNone() throws IOException {
        Path path = folder.resolve("history.bin");
        Files.write(path, new byte[] {(byte) 0xFF, 0});

        assertEquals(
                new Outcome(2, "", "error: " + path + ":1:1: this is no text in UTF-8\n"),
                orrery("check", path.toString()));
    }

    @Test
    void theHelpTellsAllFormatsModelsAndLevels() {
        String help = orrery("check", "--help").out();

        HistoryFormat.names().forEach(name -> assertTrue(help.contains(name), name));
        Judge.all().forEach(judge -> {
            assertTrue(help.contains(judge.model()), judge.model());
            judge.levels().forEach(level -> assertTrue(help.contains(level), level));
        });
    }

    @Test
    void aHistoryIsWrittenAsAnotherToolReadsIt() throws IOException {
        Path target = folder.resolve("out.json");

        assertEquals(
                new Outcome(0, "", ""), orrery("export", file(LEGAL), "--to", "elle-json", "-o", target.toString()));
        assertEquals(0, orrery("check", target.toString()).exitCode());
        Path sessions = folder.resolve("sessions.txt");
        orrery("export", file(LEGAL), "--to", "polysi-text", "--output", sessions.toString());
        assertEquals(
                0,
                orrery("check", sessions.toString(), "--level", "snapshot-isolation")
                        .exitCode());
        assertEquals(
                new Outcome(0, "w(0,1,0,0)\nr(0,1,1,1)\n", ""), orrery("export", file(LEGAL), "--to", "polysi-text"));
    }

    @Test
    void whatCannotBeWrittenIsAMistake() throws IOException {
        Outcome outcome = orrery("export", file(LEGAL), "--to", "fastlin-text");
        assertEquals(2, outcome.exitCode());
        assertTrue(outcome.err().startsWith("error: fastlin-text has queues, "), outcome.err());
        assertEquals(
                new Outcome(
                        2,
                        "",
                        "error: cannot write the format 'elle-jso', did you mean 'elle-json'?\ntry: orrery export --help\n"),
                orrery("export", file(LEGAL), "--to", "elle-jso"));
        assertTrue(orrery("export", "--help").out().contains("porcupine-json"));
    }

    private String file(String text) throws IOException {
        Path path = folder.resolve("history.txt");
        Files.writeString(path, text, StandardCharsets.UTF_8);
        return path.toString();
    }
}
