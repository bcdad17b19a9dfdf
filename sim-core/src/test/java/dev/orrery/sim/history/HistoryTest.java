package dev.orrery.sim.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.history.Operation.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final History history = new History();

    @Test
    void anOperationIsOpenUntilItCompletes() {
        int write = history.invoke(3, "write", "x", 7L, 10, 12);

        assertEquals(
                new Operation(0, 3, "client 3", "write", "x", 7L, null, 10, 12, Operation.NEVER, Outcome.OPEN, null),
                history.get(write));

        history.ok(write, true, 20);

        assertEquals(
                new Operation(0, 3, "client 3", "write", "x", 7L, true, 10, 12, 20, Outcome.OK, null),
                history.get(write));
    }

    @Test
    void eventsKeepTheOrderInWhichTheyWereAppendedAtEqualTimesToo() {
        int first = history.invoke(0, "read", null, null, 5, 5);
        int second = history.invoke(1, "read", null, null, 5, 5);
        history.fail(second, "refused", 5);
        history.info(first, "timed out", 5);

        List<History.Event> events = history.events();

        assertEquals(
                List.of(first, second, second, first),
                events.stream().map(event -> event.operation().index()).toList());
        assertEquals(
                List.of(true, true, false, false),
                events.stream().map(History.Event::invocation).toList());
        assertThrows(IndexOutOfBoundsException.class, () -> events.get(4));
    }

    @Test
    void manyEventsAreKept() {
        for (int i = 0; i < 1000; i++) {
            history.ok(history.invoke(0, "write", null, i, i, i), null, i);
        }

        assertEquals(1000, history.count(Outcome.OK));
        assertEquals(2000, history.events().size());
        assertEquals(999, history.events().get(1999).operation().index());
        assertEquals(999, history.lastAt());
    }

    @Test
    void aProcessHasOneOperationOpen() {
        history.invoke(0, "read", null, null, 0, 0);

        refuses("process 0 still has operation 0 open", () -> history.invoke(0, "read", null, null, 1, 1));
    }

    @Test
    void aProcessIsRetiredByAnUnknownOutcomeAndByNoOther() {
        history.ok(history.invoke(0, "read", null, null, 0, 0), null, 1);
        history.fail(history.invoke(0, "read", null, null, 1, 1), "refused", 2);
        history.info(history.invoke(0, "read", null, null, 2, 2), "timed out", 3);

        refuses("process 0 is retired", () -> history.invoke(0, "read", null, null, 4, 4));
    }

    @Test
    void anOperationCompletesOnce() {
        int read = history.invoke(0, "read", null, null, 0, 0);
        history.info(read, "timed out", 1);

        refuses("operation 0 has already completed", () -> history.ok(read, null, 2));
        refuses("there is no operation 1", () -> history.ok(1, null, 2));
        assertEquals(2, history.events().size());
    }

    @Test
    void faultsKnowTheirPlaceAmongTheEvents() {
        history.fault("kill", "n1", 3);
        int read = history.invoke(0, "c1", "read", null, null, 5, 5);
        history.fault("start-partition", "n1 | n2 n3", 5);
        history.ok(read, null, 6);
        history.fault("stop-partition", "n1 | n2 n3", 9);

        assertEquals(
                List.of(
                        new History.Fault("kill", "n1", 3, 0),
                        new History.Fault("start-partition", "n1 | n2 n3", 5, 1),
                        new History.Fault("stop-partition", "n1 | n2 n3", 9, 2)),
                history.faults());
        assertEquals(2, history.events().size());
        assertEquals(9, history.lastAt());
        refuses("time 8 is before 9", () -> history.fault("kill", "n1", 8));
        refuses("'Kill' is not a name", () -> history.fault("Kill", "n1", 9));
    }

    @Test
    void timeDoesNotGoBack() {
        int read = history.invoke(0, "read", null, null, 5, 5);

        refuses("time 4 is before 5", () -> history.ok(read, null, 4));
        refuses("time 4 is before 5", () -> history.invoke(1, "read", null, null, 4, 4));
        refuses("cannot be intended for 7", () -> history.invoke(1, "read", null, null, 7, 6));
        refuses("cannot be intended for -1", () -> history.invoke(1, "read", null, null, -1, 6));
    }

    @Test
    void namesAndProcessesAreChecked() {
        refuses("process -1 is negative", () -> history.invoke(-1, "read", null, null, 0, 0));
        refuses("'Read' is not a name", () -> history.invoke(0, "Read", null, null, 0, 0));
        refuses("'' is not a name", () -> history.invoke(0, "", null, null, 0, 0));
        refuses("'a b' is not a name", () -> history.invoke(0, "a b", null, null, 0, 0));
        assertEquals(0, history.size());
    }

    private static void refuses(String why, Runnable append) {
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, append::run).getMessage());
        assertTrue(message.contains(why), message);
    }
}
