package dev.orrery.reports.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.sim.history.CompareAndSet;
import dev.orrery.sim.history.History;
import org.junit.jupiter.api.Test;

final class OperationWordsTest {
    private final History history = new History();

    @Test
    void anAnswerIsNamedWhereItSaysSomething() {
        history.ok(history.invoke(0, "c1", "write", "x", 5L, 0, 0), null, 1);
        history.ok(history.invoke(0, "c1", "read", "x", null, 1, 1), 5L, 2);
        history.ok(history.invoke(0, "c1", "cas", "x", new CompareAndSet(null, 6L), 2, 2), false, 3);

        assertEquals("c1 write x=5 → ok", OperationWords.brief(history.get(0)));
        assertEquals("c1 read x → 5", OperationWords.brief(history.get(1)));
        assertEquals("c1 cas x=nothing⇒6 → false", OperationWords.brief(history.get(2)));
    }

    @Test
    void whatHasNoAnswerSaysSo() {
        history.fail(history.invoke(0, "c1", "delete", null, null, 0, 0), "no leader", 1_000_000);
        history.invoke(1, "c2", "read", null, null, 1_000_000, 1_000_000);

        assertEquals(
                "operation 0: c1 delete → failed\nasked at 0.000\u202Fs, completed at 0.001\u202Fs\nno leader",
                OperationWords.full(history.get(0)));
        assertEquals(
                "operation 1: c2 read → no answer\nasked at 0.001\u202Fs, still open at the end",
                OperationWords.full(history.get(1)));
    }
}
