package dev.orrery.sim.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.orrery.sim.history.Operation.Outcome;
import dev.orrery.sim.random.RandomStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class EdnReaderTest {

    @Test
    void whatTheWriterWroteComesBack() throws Exception {
        for (long seed = 0; seed < 200; seed++) {
            History written = randomHistory(new RandomStream(seed));
            History read = EdnReader.read(text(written));

            assertEquals(written.operations(), read.operations(), "seed " + seed);
            assertEquals(written.events(), read.events(), "seed " + seed);
            assertEquals(written.faults(), read.faults(), "seed " + seed);
        }
    }

    @Test
    void valuesOfEveryKindComeBack() throws Exception {
        Map<Object, Object> map = new LinkedHashMap<>();
        map.put("b", 1L);
        map.put(new Keyword("append"), List.of());
        List<@Nullable Object> values = Arrays.asList(
                null,
                true,
                -7L,
                Long.MIN_VALUE,
                BigInteger.ONE.shiftLeft(64),
                new BigDecimal("1.50"),
                "a \"b\" \\ \n\r\t é",
                new Keyword("jepsen/ok"),
                Arrays.asList(1L, null, List.of("x")),
                new LinkedHashSet<>(List.of(2L, 1L)),
                map);
        for (Object value : values) {
            History history = new History();
            history.ok(history.invoke(0, "read", null, null, 0, 0), value, 0);

            assertEquals(value, EdnReader.read(text(history)).get(0).output());
        }
    }

    @Test
    void aRegisterOfJepsenIsReadWithItsNemesis() throws Exception {
        History history = EdnReader.read("""
                {:type :invoke, :f :write, :value 3, :process 0, :time 1200, :index 0}
                {:type :info, :f :start-partition!, :value nil, :process :nemesis, :time 1300, :index 1}
                {:type :info, :f :start-partition!, :value [:isolated {"n1" #{"n2"}}], :process :nemesis, :time 1400, :index 2}
                {:type :ok, :f :write, :value 3, :process 0, :time 1500, :index 3}
                {:type :invoke, :f :cas, :value [3 4], :process 1, :time 1600, :index 4}
                {:type :fail, :f :cas, :value [3 4], :process 1, :time 1700, :index 5}
                {:type :invoke, :f :read, :value nil, :process 0, :time 1800, :index 6}
                {:type :ok, :f :read, :value 3, :process 0, :time 1900, :index 7}
                {:type :invoke, :f :read, :value nil, :process 0, :time 2000, :index 8}
                {:type :info, :f :read, :value nil, :process 0, :time 7000, :error :timeout, :index 9}
                """);

        assertEquals(
                List.of(
                        operation(0, "write", 3L, null, 1200, 1500, Outcome.OK, null),
                        operation(1, 1, "cas", new CompareAndSet(3L, 4L), 1600, 1700, "no reason is given"),
                        operation(2, "read", null, 3L, 1800, 1900, Outcome.OK, null),
                        operation(3, "read", null, null, 2000, 7000, Outcome.INFO, "timeout")),
                history.operations());
        assertEquals(
                List.of(
                        new History.Fault("start-partition-", "nil", 1300, 1),
                        new History.Fault("start-partition-", "[:isolated {\"n1\" #{\"n2\"}}]", 1400, 1)),
                history.faults());
    }

    @Test
    void transactionsOfJepsenAreNotTakenForKeysAndTheirAnswersAreKept() throws Exception {
        History history = EdnReader.read("""
                #jepsen.history.Op{:index 0, :time 5, :type :invoke, :process 0, :f :txn, :value [[:append 7 1] [:r 7 nil]]}
                #jepsen.history.Op{:index 1, :time 9, :type :ok, :process 0, :f :txn, :value [[:append 7 1] [:r 7 [1]]]}
                """);

        assertNull(history.get(0).key());
        assertEquals("[[:append 7 1] [:r 7 [1]]]", EdnWriter.text(history.get(0).output()));
    }

    @Test
    void independentKeysAreReadAndMayBeLeftOutWhereNothingWasAnswered() throws Exception {
        History history = EdnReader.read("""
                {:process 0, :type :invoke, :f :cas, :value ["x" [nil 5]]}
                {:process 0, :type :ok, :f :cas, :value ["x" [nil 5]]}
                {:process 1, :type :invoke, :f :read, :value ["y" nil]}
                {:process 1, :type :info, :f :read, :error [:net-timeout "n1"]}
                """);

        assertEquals("x", history.get(0).key());
        assertEquals(new CompareAndSet(null, 5L), history.get(0).input());
        assertEquals(true, history.get(0).output());
        assertEquals("y", history.get(1).key());
        assertEquals("[:net-timeout \"n1\"]", history.get(1).error());
    }

    @Test
    void aVectorOfEventsWithCommentsAndWhatClojurePrintsIsRead() throws Exception {
        History history = EdnReader.read("""
                ; from the shell
                [{:process 0 :type :invoke :f :read :value nil}
                 #_{:process 0 :type :left-out}
                 {:process 0 :type :info :f :read :error (:broken #object[Socket 0x1f \\newline] 'sym \\a \\u 2.5e3 +4)}]
                """);

        assertEquals(
                "[:broken [\"Socket\" 31 \"\\n\"] \"'sym\" \"a\" \"u\" 2.5E+3M 4]",
                history.get(0).error());
    }

    @Test
    void aListOfEventsOutOfOrderIsPutInOrderByTheirIndices() throws Exception {
        History history = EdnReader.read("""
                ({:index 1 :process 0 :type :ok :f :read :value 3}
                 {:index 0 :process 0 :type :invoke :f :read})
                """);

        assertEquals(3L, history.get(0).output());
    }

    @Test
    void aKeyMayStandBesideTheValueAsPorcupineRecordsIt() throws Exception {
        History history = EdnReader.read("""
                {:process 9, :type :invoke, :f :append, :key "0", :value "x 9 0 y"}
                {:process 4, :type :invoke, :f :get, :key "0", :value nil}
                {:process 9, :type :ok, :f :append, :key "0", :value "x 9 0 y"}
                {:process 4, :type :ok, :f :get, :key "0", :value "x 9 0 y"}
                """);

        assertEquals("0", history.get(0).key());
        assertEquals("x 9 0 y", history.get(0).input());
        assertEquals("x 9 0 y", history.get(1).output());
    }

    @Test
    void withoutProcessesACompletionBelongsToTheOperationThatItRepeats() throws Exception {
        History history = EdnReader.read("""
                {:type :invoke :f :read :value nil}
                {:type :invoke :f :write :value 1}
                {:type :invoke :f :write :value 2}
                {:type :ok :f :write :value 1}
                {:type :ok :f :read :value 7}
                """);

        assertEquals(7L, history.get(0).output());
        assertEquals(List.of(Outcome.OK, Outcome.OK, Outcome.OPEN), outcomes(history));
    }

    @Test
    void aNameWithANamespaceIsItsLastWordAndATransactionNeedsNoName() throws Exception {
        History history = EdnReader.read("""
                {:process 0 :type :invoke :f :register/read_all}
                {:process 1 :type :invoke :value [[:append 1 2]]}
                {:process 1 :type :ok :value [[:append 1 2]]}
                """);

        assertEquals("read-all", history.get(0).f());
        assertEquals("txn", history.get(1).f());
        assertEquals("[[:append 1 2]]", EdnWriter.text(history.get(1).output()));
    }

    @Test
    void whatIsAskedWithReadsAndWritesIsATransactionWhateverItsName() throws Exception {
        History history = EdnReader.read("""
                {:process 0 :type :invoke :f :read :value [[:read :x nil] [:write :y 2]]}
                {:process 0 :type :ok :f :read :value [[:read :x 1] [:write :y 2]]}
                """);

        assertEquals("txn", history.get(0).f());
        assertEquals("[[:r :x 1] [:w :y 2]]", EdnWriter.text(history.get(0).output()));
    }

    @Test
    void aReadIsAnsweredWithItsValueEvenWhereItsInvocationKnowsItAlready() throws Exception {
        History history = EdnReader.read("""
                {:process 14 :type :invoke :f :read :value 4}
                {:process 14 :type :ok :f :read :value 4}
                """);

        assertEquals(4L, history.get(0).output());
    }

    @Test
    void withoutTimesThePlaceInTheOrderStandsForTheTime() throws Exception {
        History history = EdnReader.read("""
                {:process 0 :type :invoke :f :read}
                {:process 1 :type :invoke :f :read}
                {:process 0 :type :ok :f :read}
                """);

        assertEquals(0, history.get(0).invokedAt());
        assertEquals(2, history.get(0).completedAt());
        assertEquals(1, history.get(1).invokedAt());
    }

    @Test
    void aProcessThatGoesOnAfterAnUnknownOutcomeIsANewOne() throws Exception {
        History history = EdnReader.read("""
                {:process 0 :type :invoke :f :write :value 1}
                {:process 0 :type :info :f :write :value 1}
                {:process 0 :type :invoke :f :write :value 2}
                {:process 0 :type :ok :f :write :value 2}
                {:process 3 :type :invoke :f :write :value 3}
                """);

        assertEquals(
                List.of(0, 4, 3),
                history.operations().stream().map(Operation::process).toList());
        assertEquals("client 0", history.get(1).client());
    }

    @Test
    void whatIsSaidToHaveHappenedBeforeTheEventBeforeItHappenedThen() throws Exception {
        History history = EdnReader.read("""
                {:process 0 :type :invoke :f :read :time 7}
                {:process 0 :type :ok :f :read :time 6}
                """);

        assertEquals(7, history.get(0).completedAt());
    }

    private static List<Outcome> outcomes(History history) {
        return history.operations().stream().map(Operation::outcome).toList();
    }

    @Test
    void anEmptyFileIsAnEmptyHistory() throws Exception {
        assertEquals(0, EdnReader.read("").size());
        assertEquals(0, EdnReader.read("[ ] ; nothing happened").size());
    }

    @Test
    void whatIsNoEdnIsRefusedAtItsPlace() {
        assertRefused("line 1, column 1: an event is a map, in braces", "42");
        assertRefused("line 2, column 1: '{' is never closed", "{:type :info, :f :x, :process :nemesis}\n{:type :ok");
        assertRefused("line 1, column 9: '[' is never closed", "{:value [1 2");
        assertRefused("line 1, column 9: a string has no end", "{:value \"abc");
        assertRefused("line 1, column 11: \\q is no escape", "{:value \"a\\q\"}");
        assertRefused("line 1, column 10: \\u needs four hexadecimal digits", "{:value \"\\u12\"}");
        assertRefused("line 1, column 9: ')' closes nothing", "{:value )}");
        assertRefused("line 1, column 9: '12x' is no number", "{:value 12x}");
        assertRefused("line 1, column 9: a keyword has no name", "{:value : }");
        assertRefused("line 1, column 9: '#' begins neither a set nor a tag", "{:value #[1]}");
        assertRefused("line 1, column 13: the set has this element twice", "{:value #{1 1}}");
        assertRefused("line 1, column 15: the map has this key twice", "{:value {:a 1 :a 2}}");
        assertRefused("line 1, column 10: the key has no value", "{:value {:a}}");
        assertRefused("line 1, column 8: the text ends where a value is expected", "{:value");
        assertRefused("line 1, column 1: '[' is never closed", "[");
        assertRefused("line 1, column 4: something follows the vector of events", "[] {}");
        assertRefused("line 1, column 209: values are nested more than 200 deep", "{:value " + "[".repeat(500));
    }

    @Test
    void columnsCountCharactersAsPeopleDo() {
        assertRefused("line 2, column 12: ')' closes nothing", "{:value 1}\n{:é \"𝄞\" :b )}");
    }

    @Test
    void whatIsNoEventIsRefusedAtItsPlace() {
        assertRefused("line 1, column 2: the keys of an event are keywords, such as :type", "{\"type\" :ok}");
        assertRefused("line 1, column 13: the event has :type twice", "{:type :ok, :type :ok}");
        assertRefused("line 1, column 1: the event has no :type", "{:f :read}");
        assertRefused("line 1, column 8: :type is not a keyword", "{:type 1}");
        assertRefused("line 1, column 1: no read is open, and the event has no :process", "{:type :ok :f :read}");
        assertRefused(
                "line 1, column 34: a process is a number from 0 to 2147483647",
                "{:type :invoke :f :read :process -1}");
        assertRefused(
                "line 1, column 42: :time is not a number of nanoseconds from 0 on",
                "{:type :invoke :f :read :process 1 :time 1.5}");
    }

    @Test
    void whatNoHistoryCanTakeIsRefusedAtItsPlace() {
        String invoked = "{:type :invoke :f :read :process 0 :time 7}\n";

        assertRefused("line 1, column 1: process 0 has no operation open", "{:type :ok :f :read :process 0}");
        assertRefused("line 2, column 1: process 0 still has operation 0 open", invoked + invoked);
        assertRefused(
                "line 2, column 15: the open operation of process 0 is a read",
                invoked + "{:type :ok :f :write :process 0}");
        assertRefused(
                "line 2, column 8: :done is none of :invoke, :ok, :fail and :info",
                invoked + "{:type :done :f :read :process 0}");
        assertRefused(
                "line 2, column 39: the open operation of process 0 is on key \"x\"",
                "{:type :invoke :f :read :process 0 :value [\"x\" nil]}\n{:type :ok :f :read :process 0 :value [\"y\" 1]}");
    }

    private static void assertRefused(String message, String text) {
        UnreadableHistoryException refused =
                assertThrows(UnreadableHistoryException.class, () -> EdnReader.read(text), text);
        assertEquals(message, refused.getMessage());
    }

    private static Operation operation(
            int index,
            String f,
            @Nullable Object input,
            @Nullable Object output,
            long invokedAt,
            long completedAt,
            Outcome outcome,
            @Nullable String error) {
        return new Operation(
                index, 0, "client 0", f, null, input, output, invokedAt, invokedAt, completedAt, outcome, error);
    }

    private static Operation operation(
            int index, int process, String f, Object input, long invokedAt, long completedAt, String why) {
        String client = "client " + process;
        return new Operation(
                index, process, client, f, null, input, null, invokedAt, invokedAt, completedAt, Outcome.FAIL, why);
    }

    private static String text(History history) throws IOException {
        StringBuilder text = new StringBuilder();
        EdnWriter.write(history, text);
        return text.toString();
    }

    /** A history on keys or on one register, of four clients, with faults in between. */
    private static History randomHistory(RandomStream random) {
        History history = new History();
        boolean keyed = random.below(2) == 0;
        ClientRecorder[] clients = new ClientRecorder[4];
        String[] asked = new String[4];
        for (int i = 0; i < 4; i++) {
            clients[i] = new ClientRecorder(history, "c" + (i + 1), i, 4);
        }
        long now = 10;
        for (int i = 0; i < 40; i++) {
            now += random.below(3) * 1000L;
            int c = random.below(4);
            if (clients[c].isOpen()) {
                complete(clients[c], asked[c], random, now);
            } else if (random.below(8) == 0) {
                history.fault("start-pause", "n" + random.below(5), now);
            } else {
                asked[c] = random.pick(List.of("read", "write", "cas"));
                Object input = switch (asked[c]) {
                    case "write" -> random.below(9L);
                    case "cas" -> new CompareAndSet(null, random.below(9L));
                    default -> null;
                };
                clients[c].invoke(asked[c], keyed ? random.below(3L) : null, input, now - random.below(5), now);
            }
        }
        return history;
    }

    private static void complete(ClientRecorder client, String f, RandomStream random, long now) {
        switch (random.below(4)) {
            case 0 -> client.fail("refused: \"no leader\"", now);
            case 1 -> client.info("timed out", now);
            default ->
                client.ok(
                        switch (f) {
                            case "read" -> random.below(9L);
                            case "cas" -> random.below(2) == 0;
                            default -> null;
                        },
                        now);
        }
    }
}
