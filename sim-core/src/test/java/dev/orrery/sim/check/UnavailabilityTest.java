package dev.orrery.sim.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.check.Unavailability.Stretch;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnavailabilityTest {
    private final History history = new History();

    @Test
    void whereNobodyAsksNobodyWaits() {
        assertEquals(List.of(), Unavailability.stretches(history, 0, 100));
        assertEquals(0, Unavailability.longest(history, 0, 100));
    }

    @Test
    void aPauseBetweenAnswerAndQuestionCountsForNothing() {
        ok(0, 10, 15);
        ok(0, 40, 42);

        assertEquals(List.of(answered(10, 15), answered(40, 42)), Unavailability.stretches(history, 0, 100));
        assertEquals(5, Unavailability.longest(history, 0, 100));
    }

    @Test
    void theWaitForARetryCountsInFull() {
        fail(0, 10, 11);
        fail(0, 20, 21);
        ok(0, 30, 33);

        assertEquals(List.of(answered(10, 33)), Unavailability.stretches(history, 0, 100));
    }

    @Test
    void theAnswerToAnotherClientEndsAStretchAndBeginsTheNext() {
        int slow = history.invoke(0, "read", null, null, 10, 10);
        ok(1, 20, 25);
        history.ok(slow, null, 60);

        assertEquals(List.of(answered(10, 25), answered(25, 60)), Unavailability.stretches(history, 0, 100));
    }

    @Test
    void theIntendedTimeCountsAndNotTheSendTime() {
        history.ok(history.invoke(0, "read", null, null, 5, 30), null, 31);

        assertEquals(List.of(answered(5, 31)), Unavailability.stretches(history, 0, 100));
    }

    @Test
    void aStretchWithoutAnswerEndsWhenTheLastClientGivesUp() {
        fail(0, 10, 12);
        history.info(history.invoke(0, "read", null, null, 20, 20), "timed out", 50);

        assertEquals(List.of(new Stretch(10, 50, false)), Unavailability.stretches(history, 0, 100));
    }

    @Test
    void anOpenOperationWaitsUntilTheEnd() {
        history.invoke(0, "read", null, null, 10, 10);

        assertEquals(List.of(new Stretch(10, 100, false)), Unavailability.stretches(history, 0, 100));
    }

    @Test
    void whatWasWaitingAtTheBeginningWaitsFromThen() {
        ok(0, 10, 15);
        history.ok(history.invoke(0, "read", null, null, 20, 20), null, 60);

        assertEquals(List.of(answered(40, 60)), Unavailability.stretches(history, 40, 100));
        assertEquals(List.of(), Unavailability.stretches(history, 61, 100));
    }

    @Test
    void whatIsWaitingAtTheEndWaitedUntilThen() {
        history.ok(history.invoke(0, "read", null, null, 20, 20), null, 60);

        assertEquals(List.of(new Stretch(20, 59, false)), Unavailability.stretches(history, 0, 59));
        assertEquals(List.of(answered(20, 60)), Unavailability.stretches(history, 0, 60));
        assertEquals(List.of(), Unavailability.stretches(history, 0, 19));
    }

    @Test
    void aRefusalBeforeTheBeginningIsForgotten() {
        fail(0, 10, 12);
        ok(0, 50, 51);

        assertEquals(List.of(answered(50, 51)), Unavailability.stretches(history, 30, 100));
    }

    @Test
    void thereIsNoTimeThatRunsBackwards() {
        assertThrows(IllegalArgumentException.class, () -> Unavailability.stretches(history, 10, 9));
        assertThrows(IllegalArgumentException.class, () -> Unavailability.stretches(history, -1, 9));
    }

    @Test
    void theSweepAgreesWithTheDefinition() {
        int found = 0;
        for (int seed = 0; seed < 3000; seed++) {
            History random = randomHistory(new RandomStream(seed));
            for (long from = 0; from <= 40; from += 10) {
                List<Stretch> expected = byDefinition(random, from, from + 30);
                String where = "seed " + seed + " from " + from;
                assertEquals(expected, Unavailability.stretches(random, from, from + 30), where);
                found += expected.size();
            }
        }
        assertTrue(found > 10_000, "only " + found + " stretches");
    }

    /** Everything happens at odd nanoseconds, one thing at each, so that times alone tell the order. */
    private static History randomHistory(RandomStream random) {
        History history = new History();
        int[] open = {-1, -1, -1};
        int[] processes = {0, 1, 2};
        for (long now = 1; now < 70; now += 2) {
            int client = random.below(open.length);
            if (random.below(3) == 0) {
                continue;
            }
            if (open[client] < 0) {
                open[client] = history.invoke(processes[client], "read", null, null, now, now);
                continue;
            }
            switch (random.below(4)) {
                case 0 -> history.ok(open[client], null, now);
                case 1 -> {
                    history.info(open[client], "timed out", now);
                    processes[client] += open.length;
                }
                default -> history.fail(open[client], "refused", now);
            }
            open[client] = -1;
        }
        return history;
    }

    private static List<Stretch> byDefinition(History history, long from, long to) {
        List<Stretch> stretches = new ArrayList<>();
        long last = from;
        for (long at = from; at <= to; at++) {
            if (isAnswered(history, at)) {
                stretches.add(new Stretch(firstAsking(history, last), at, true));
                last = at;
            }
        }
        long since = firstAsking(history, last);
        if (since <= to) {
            long end = to;
            while (!isAsking(history, end)) {
                end--;
            }
            stretches.add(new Stretch(since, end == to ? to : end + 1, false));
        }
        return stretches;
    }

    private static boolean isAnswered(History history, long at) {
        return history.operations().stream()
                .anyMatch(operation -> operation.outcome() == Operation.Outcome.OK && operation.completedAt() == at);
    }

    private static long firstAsking(History history, long from) {
        long at = from;
        while (at < 100 && !isAsking(history, at)) {
            at++;
        }
        return at;
    }

    private static boolean isAsking(History history, long at) {
        return history.operations().stream()
                .anyMatch(operation -> operation.intendedAt() <= at
                        && (operation.completedAt() == Operation.NEVER || operation.completedAt() > at));
    }

    private void ok(int process, long invokedAt, long completedAt) {
        history.ok(history.invoke(process, "read", null, null, invokedAt, invokedAt), null, completedAt);
    }

    private void fail(int process, long invokedAt, long completedAt) {
        history.fail(history.invoke(process, "read", null, null, invokedAt, invokedAt), "refused", completedAt);
    }

    private static Stretch answered(long from, long to) {
        return new Stretch(from, to, true);
    }
}
