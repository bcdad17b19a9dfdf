package dev.orrery.scenarios.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.orrery.sim.history.CompareAndSet;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.history.UnreadableHistoryException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HistoryFormatTest {

    @Test
    void aFormatIsSeenFromTheText() {
        Map<String, HistoryFormat> formats = new LinkedHashMap<>();
        formats.put("", HistoryFormat.JEPSEN_EDN);
        formats.put("[]", HistoryFormat.JEPSEN_EDN);
        formats.put("{:type :invoke}", HistoryFormat.JEPSEN_EDN);
        formats.put("; a comment\n[{:type :invoke}]", HistoryFormat.JEPSEN_EDN);
        formats.put("({:type :invoke})", HistoryFormat.JEPSEN_EDN);
        formats.put("#jepsen.history.Op{:index 0}", HistoryFormat.JEPSEN_EDN);
        formats.put("[#jepsen.history.Op{:index 0}]", HistoryFormat.JEPSEN_EDN);
        formats.put("starting\nINFO  jepsen.util - 0\t:invoke\t:read\tnil", HistoryFormat.JEPSEN_LOG);
        formats.put("[{\"type\":\"invoke\"}]", HistoryFormat.ELLE_JSON);
        formats.put("{\"type\":\"invoke\"}\n{\"type\":\"ok\"}", HistoryFormat.ELLE_JSON);
        formats.put("[{\"ClientId\":0}]", HistoryFormat.PORCUPINE_JSON);
        formats.put("\nw(1,7,0,0)\n", HistoryFormat.POLYSI_TEXT);
        formats.put("# queue\nenq 5 1 4\n", HistoryFormat.FASTLIN_TEXT);
        formats.put("[1] call push(3)", HistoryFormat.LIMO_TEXT);
        formats.forEach((text, format) -> assertEquals(Optional.of(format), HistoryFormat.of(text), text));
        assertEquals(Optional.empty(), HistoryFormat.of("name: raft\nsystem: x\n"));
    }

    @Test
    void eventsInJsonAreThoseOfJepsen() throws Exception {
        History history = HistoryFormat.ELLE_JSON.read("""
                [{"type":"invoke","f":"cas","value":[1,2],"process":0,"time":5,"index":0},
                 {"type":"info","f":"start","process":"nemesis","time":6,"index":1},
                 {"type":"ok","f":"cas","value":[1,2],"process":0,"time":7,"index":2},
                 {"type":"invoke","f":"txn","value":[["append","x",1],["r","x",null]],"process":1,"time":8,"index":3},
                 {"type":"ok","f":"txn","value":[["append","x",1],["r","x",[1]]],"process":1,"time":9,"index":4}]
                """);

        assertEquals(new CompareAndSet(1L, 2L), history.get(0).input());
        assertEquals(1, history.faults().size());
        assertEquals(
                "[[:append, x, 1], [:r, x, [1]]]", String.valueOf(history.get(1).output()));
    }

    @Test
    void transactionsWithoutTimesFollowEachOtherInTheirSessions() throws Exception {
        History history = HistoryFormat.POLYSI_TEXT.read("w(1,7,0,0)\nr(1,7,1,1)\nr(2,0,1,1)\n");

        assertEquals("[[:w, 1, 7]]", String.valueOf(history.get(0).output()));
        assertEquals(
                "[[:r, 1, 7], [:r, 2, null]]", String.valueOf(history.get(1).output()));
        assertEquals(1, history.get(1).process());
    }

    @Test
    void operationsWithStartAndEndOverlapWhereTheyTouch() throws Exception {
        History history = HistoryFormat.FASTLIN_TEXT.read("# queue\nenq 5 1 4\ndeq 5 4 6\ndeq -1 7 8\n");

        assertEquals(List.of("enqueue", "dequeue", "dequeue"), names(history));
        assertEquals(5L, history.get(1).output());
        assertEquals(null, history.get(2).output());
        // The dequeue begins before the enqueue has ended.
        assertEquals(false, history.events().get(1).operation().f().equals("enqueue"));
    }

    @Test
    void fptlinsOrderOfWordsIsReadToo() throws Exception {
        History history = HistoryFormat.FASTLIN_TEXT.read("# set\n2 0 2 CONTAINS 2 0\n0 0 4 INSERT 2 1\n");

        assertEquals(List.of("contains", "add"), names(history));
        assertEquals(false, history.get(0).output());
        assertEquals("client 2", history.get(0).client());
        assertEquals(
                new CompareAndSet(null, 2L),
                HistoryFormat.FASTLIN_TEXT
                        .read("# rmw\n0 1 10 READ_MODIFY_WRITE 0 2\n")
                        .get(0)
                        .input());
    }

    @Test
    void callsAndReturnsOfThreadsAreRead() throws Exception {
        History history = HistoryFormat.LIMO_TEXT.read(
                "[1] call push(3)\n[2] call pop()\n[1] return\n[2] return 3\n[1] call pop(4)\n[1] return\n");

        assertEquals(List.of("push", "pop", "pop"), names(history));
        assertEquals(3L, history.get(1).output());
        assertEquals(4L, history.get(2).output());
    }

    @Test
    void whatMakesNoSenseIsRefusedAtItsPlace() {
        assertRefused(HistoryFormat.ELLE_JSON, "[{\"type\":\"ok\",}]", "line 1, column 15: ");
        assertRefused(HistoryFormat.ELLE_JSON, "[\n 7]", "line 2, column 2: an object is expected, in braces");
        assertRefused(
                HistoryFormat.ELLE_JSON,
                "[{\"type\":\"ok\",\n\"type\":\"ok\"}]",
                "line 2, column 8: the event has \"type\" twice");
        assertRefused(
                HistoryFormat.PORCUPINE_JSON,
                "[{\"ClientId\":0}]",
                "line 1, column 2: an operation needs an \"Input\" with an \"f\"");
        assertRefused(
                HistoryFormat.POLYSI_TEXT,
                "w(1,7,0,0)\nw(1,7,0)\n",
                "line 2, column 1: a line is r(key,value,session,txn) or w(key,value,session,txn)");
        assertRefused(
                HistoryFormat.POLYSI_TEXT,
                "w(1,0,0,0)\n",
                "line 1, column 1: 0 is the value before any write, nobody writes it");
        assertRefused(
                HistoryFormat.FASTLIN_TEXT,
                "# deque\n",
                "line 1, column 1: a kind is one of queue, stack, pqueue, set, rmw");
        assertRefused(
                HistoryFormat.FASTLIN_TEXT,
                "# queue\nenq 5 9 4\n",
                "line 2, column 1: a line of a queue is method, value, start, end,"
                        + " or process, start, end, METHOD, value");
        assertRefused(
                HistoryFormat.LIMO_TEXT,
                "[1] call push(3)\n[2] return\n",
                "line 2, column 1: thread 2 has called nothing");
    }

    private static void assertRefused(HistoryFormat format, String text, String message) {
        UnreadableHistoryException refused =
                assertThrows(UnreadableHistoryException.class, () -> format.read(text), text);
        assertEquals(message, String.valueOf(refused.getMessage()).substring(0, message.length()));
    }

    private static List<String> names(History history) {
        return history.operations().stream().map(Operation::f).toList();
    }
}
