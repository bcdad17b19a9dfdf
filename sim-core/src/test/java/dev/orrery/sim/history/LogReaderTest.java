package dev.orrery.sim.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.history.Operation.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LogReaderTest {

    @Test
    void aLogOfJepsenIsReadAndACasThatFailedSawAnotherValue() throws Exception {
        History history = LogReader.read("""
                INFO  jepsen.core - Running test\r
                INFO  jepsen.util - 0\t:invoke\t:read\tnil
                INFO  jepsen.util - 1\t:invoke\t:cas\t[1 2]
                INFO  jepsen.util - 0\t:ok\t:read\tnil
                INFO  jepsen.util - 1   :fail   :cas    [1 2]
                INFO  jepsen.util - :nemesis\t:info\t:start\t"cut off n1"
                INFO  jepsen.util - 2\t:invoke\t:write\t4
                INFO  jepsen.util - 2\t:info\t:write\t:timed-out
                INFO  jepsen.util - 3\t:invoke\t:read\tnil
                INFO  jepsen.util - 3\t:fail\t:read\t:timed-out
                """);

        assertEquals(
                List.of(Outcome.OK, Outcome.OK, Outcome.INFO, Outcome.FAIL),
                history.operations().stream().map(Operation::outcome).toList());
        assertEquals(false, history.get(1).output());
        assertEquals(List.of(new History.Fault("start", "cut off n1", 4, 4)), history.faults());
    }

    @Test
    void aLineMayBeginWithTheProcessAndEndWithAnError() throws Exception {
        History history = LogReader.read("""
                12\t:invoke\t:txn\t[[:r 9 nil]]
                12\t:info\t:txn\t[[:r 9 nil]]\t[:net-timeout "n1"]""");

        assertEquals(12, history.get(0).process());
        assertEquals("[:net-timeout \"n1\"]", history.get(0).error());
    }

    @Test
    void whatIsAnEventIsSeenFromTheLine() {
        assertTrue(LogReader.isEvent("INFO  jepsen.util - 3\t:invoke\t:read\tnil"));
        assertTrue(LogReader.isEvent(
                "2024-05-01 12:00:00,000{GMT}\tINFO\t[jepsen worker 3] jepsen.util: 3\t:invoke\t:read\tnil"));
        assertFalse(LogReader.isEvent("{:process 3 :type :invoke :f :read}"));
        assertFalse(LogReader.isEvent(""));
    }

    @Test
    void aValueThatIsNoEdnIsRefusedAtItsPlace() {
        UnreadableHistoryException refused = assertThrows(
                UnreadableHistoryException.class,
                () -> LogReader.read("something else\nINFO  jepsen.util - 0\t:invoke\t:write\t[1 2\n"));
        assertEquals("line 2, column 38: '[' is never closed", refused.getMessage());
    }
}
