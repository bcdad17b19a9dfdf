package dev.orrery.sim.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EdnWriterTest {
    private final History history = new History();

    @Test
    void everyKindOfOperationIsWrittenAsJepsenHasIt() throws IOException {
        int write = history.invoke(0, "write", "x", 3L, 12_000_000, 12_250_000);
        int read = history.invoke(1, "read", "x", null, 12_250_000, 12_250_000);
        int swap = history.invoke(2, "cas", "x", new CompareAndSet(3L, 4L), 12_300_000, 12_300_000);
        history.ok(write, null, 13_000_000);
        history.ok(read, 3L, 13_500_000);
        history.ok(swap, true, 14_000_000);
        int lostSwap = history.invoke(0, "cas", "x", new CompareAndSet(null, 5L), 15_000_000, 15_000_000);
        history.ok(lostSwap, false, 16_000_000);
        int unknown = history.invoke(1, "write", "y", 1L, 17_000_000, 17_000_000);
        int refused = history.invoke(2, "delete", "y", null, 17_000_000, 17_000_000);
        int open = history.invoke(3, "read", "y", null, 17_000_000, 17_000_000);
        history.info(unknown, "timed out", 18_000_000);
        history.fail(refused, "no leader", 19_000_000);

        assertEquals(6, open);
        assertEquals("""
                {:index 0, :time 12250000, :type :invoke, :process 0, :f :write, :value ["x" 3], :intended 12000000}
                {:index 1, :time 12250000, :type :invoke, :process 1, :f :read, :value ["x" nil]}
                {:index 2, :time 12300000, :type :invoke, :process 2, :f :cas, :value ["x" [3 4]]}
                {:index 3, :time 13000000, :type :ok, :process 0, :f :write, :value ["x" 3]}
                {:index 4, :time 13500000, :type :ok, :process 1, :f :read, :value ["x" 3]}
                {:index 5, :time 14000000, :type :ok, :process 2, :f :cas, :value ["x" [3 4]]}
                {:index 6, :time 15000000, :type :invoke, :process 0, :f :cas, :value ["x" [nil 5]]}
                {:index 7, :time 16000000, :type :fail, :process 0, :f :cas, :value ["x" [nil 5]], :error "the value was another one"}
                {:index 8, :time 17000000, :type :invoke, :process 1, :f :write, :value ["y" 1]}
                {:index 9, :time 17000000, :type :invoke, :process 2, :f :delete, :value ["y" nil]}
                {:index 10, :time 17000000, :type :invoke, :process 3, :f :read, :value ["y" nil]}
                {:index 11, :time 18000000, :type :info, :process 1, :f :write, :value ["y" 1], :error "timed out"}
                {:index 12, :time 19000000, :type :fail, :process 2, :f :delete, :value ["y" nil], :error "no leader"}
                {:index 13, :time 19000000, :type :info, :process 3, :f :read, :value ["y" nil], :error "open at the end of the run"}
                """, written());
    }

    @Test
    void aClientIsWrittenByItsNameIfItHasOne() throws IOException {
        history.ok(history.invoke(3, "c4", "read", null, null, 5, 5), 1L, 6);

        assertEquals("""
                {:index 0, :time 5, :type :invoke, :process 3, :f :read, :value nil, :client "c4"}
                {:index 1, :time 6, :type :ok, :process 3, :f :read, :value 1}
                """, written());
    }

    @Test
    void valuesOfEveryKindAreWritten() throws IOException {
        assertEquals("7", answerWritten(7));
        assertEquals("-7", answerWritten(-7L));
        assertEquals("true", answerWritten(true));
        assertEquals("nil", answerWritten(null));
        assertEquals("\"a \\\"b\\\" \\\\ \\n\\r\\t é\"", answerWritten("a \"b\" \\ \n\r\t é"));
        assertEquals("18446744073709551616N", answerWritten(BigInteger.ONE.shiftLeft(64)));
        assertEquals("1.50M", answerWritten(new BigDecimal("1.50")));
        assertEquals(":append", answerWritten(new Keyword("append")));
        assertEquals("[]", answerWritten(List.of()));
        assertEquals("#{2 1}", answerWritten(new LinkedHashSet<>(List.of(2, 1))));
        assertEquals("[1 nil [\"x\"]]", answerWritten(Arrays.asList(1, null, List.of("x"))));
        Map<Object, Object> map = new LinkedHashMap<>();
        assertEquals("{}", answerWritten(map));
        map.put("b", 1);
        map.put(2, List.of());
        assertEquals("{\"b\" 1, 2 []}", answerWritten(map));
        assertEquals("\"OK\"", answerWritten(Operation.Outcome.OK));
    }

    @Test
    void faultsStandInTheirPlaceUnderTheNameOfTheNemesis() throws IOException {
        history.fault("start-pause", "n2", 0);
        int read = history.invoke(0, "read", null, null, 5, 5);
        history.fault("start-partition", "n1 | n2 \"n3\"", 5);
        history.ok(read, 1L, 6);
        history.fault("stop-partition", "n1 | n2", 7);

        assertEquals("""
                {:index 0, :time 0, :type :info, :process :nemesis, :f :start-pause, :value "n2"}
                {:index 1, :time 5, :type :invoke, :process 0, :f :read, :value nil}
                {:index 2, :time 5, :type :info, :process :nemesis, :f :start-partition, :value "n1 | n2 \\"n3\\""}
                {:index 3, :time 6, :type :ok, :process 0, :f :read, :value 1}
                {:index 4, :time 7, :type :info, :process :nemesis, :f :stop-partition, :value "n1 | n2"}
                """, written());
    }

    @Test
    void anEmptyHistoryIsAnEmptyFile() throws IOException {
        assertEquals("", written());
    }

    @Test
    void whatTheFileThrowsIsPassedOn() {
        IOException full = new IOException("no space left");
        history.invoke(0, "read", null, null, 0, 0);

        IOException thrown = assertThrows(
                IOException.class,
                () -> EdnWriter.write(history, new FilterWriter(new StringWriter()) {
                    @Override
                    public void write(String text, int from, int length) throws IOException {
                        throw full;
                    }
                }));

        assertSame(full, thrown);
    }

    private String written() throws IOException {
        StringBuilder out = new StringBuilder();
        EdnWriter.write(history, out);
        return out.toString();
    }

    private static String answerWritten(@Nullable Object answer) throws IOException {
        History one = new History();
        one.ok(one.invoke(0, "read", null, null, 0, 0), answer, 0);
        StringBuilder out = new StringBuilder();
        EdnWriter.write(one, out);
        String line = out.toString().lines().toList().get(1);
        return line.substring(line.indexOf(":value ") + 7, line.length() - 1);
    }
}
