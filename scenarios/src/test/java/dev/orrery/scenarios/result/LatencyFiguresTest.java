package dev.orrery.scenarios.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.sim.history.History;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LatencyFiguresTest {

    @Test
    void latencyCountsFromTheMomentTheClientMeantToAsk() {
        History history = new History();
        history.ok(history.invoke(0, "read", null, null, 5, 100), null, 110);
        assertEquals(105, LatencyFigures.of(history).get(0).max());
    }

    @Test
    void aQuantileIsTheSmallestLatencyThatThatPartDidNotExceed() {
        History history = new History();
        for (int latency = 1000; latency >= 1; latency--) {
            long at = history.lastAt();
            history.ok(history.invoke(0, "read", null, null, at, at), null, at + latency);
        }
        assertEquals(
                List.of(
                        new LatencyFigures("all", 1000, 500, 900, 990, 999, 1000, 500),
                        new LatencyFigures("read", 1000, 500, 900, 990, 999, 1000, 500)),
                LatencyFigures.of(history));
    }

    @Test
    void eachNameHasFiguresOfItsOwn() {
        History history = new History();
        history.ok(history.invoke(0, "write", null, 1L, 0, 0), null, 9);
        history.ok(history.invoke(1, "read", null, null, 10, 10), 1L, 13);
        assertEquals(
                List.of(
                        new LatencyFigures("all", 2, 3, 9, 9, 9, 9, 6),
                        new LatencyFigures("read", 1, 3, 3, 3, 3, 3, 3),
                        new LatencyFigures("write", 1, 9, 9, 9, 9, 9, 9)),
                LatencyFigures.of(history));
    }

    @Test
    void operationsThatWereNotAnsweredHaveNoLatency() {
        History history = new History();
        history.fail(history.invoke(0, "read", null, null, 0, 0), "timeout", 9);
        history.info(history.invoke(0, "write", null, 1L, 9, 9), "timeout", 12);
        history.invoke(1, "read", null, null, 12, 12);
        assertEquals(List.of(), LatencyFigures.of(history));
    }
}
