package dev.orrery.sim.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.orrery.sim.check.CheckResult.Outcome;
import dev.orrery.sim.history.History;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AvailabilityTest {
    private static final long MILLI = 1_000_000;
    private static final long HEALED_AT = 50_000 * MILLI;
    private static final long ENDED_AT = 60_000 * MILLI;

    private final History history = new History();
    private final List<String> asked = new ArrayList<>();

    @Test
    void answersWithinTheBoundAreToldWithTheirTimes() {
        ok(0, 10_000, 10_010);
        ok(0, 49_000, 50_312);
        ok(0, 51_000, 52_500);
        ok(0, 59_000, 59_010);

        assertEquals(
                CheckResult.pass(
                        "availability",
                        "the first answer came 312ms after the heal at 50s, the others at most 1.5s apart; 5s allowed"),
                judge());
        assertEquals(List.of(), asked);
    }

    @Test
    void aSystemThatNeverAnswersAgainIsAViolationWithItsReason() {
        ok(0, 10_000, 10_010);
        history.info(invoke(0, 20_000), "timed out", 52_000 * MILLI);
        invoke(1, 52_000);

        assertEquals(
                CheckResult.fail(
                        "availability",
                        "nobody was answered from 50s to 1m, the last that clients asked, which is longer than the 5s"
                                + " allowed after the heal at 50s: no leader",
                        List.of(1)),
                judge());
        assertEquals(List.of("50000..60000"), asked);
    }

    @Test
    void aSystemThatStopsAnsweringAfterItConvergedIsAViolation() {
        ok(0, 50_100, 50_200);
        history.fail(invoke(0, 50_300), "no leader", 50_400 * MILLI);
        history.fail(invoke(0, 55_000), "no leader", 55_400 * MILLI);

        assertEquals(Outcome.FAIL, judge().outcome());
        assertEquals(List.of("50300..55400"), asked);
    }

    @Test
    void anAnswerThatComesTooLateIsAViolation() {
        ok(0, 50_000, 55_001);

        CheckResult result = judge();

        assertEquals(Outcome.FAIL, result.outcome());
        assertEquals(
                "nobody was answered from 50s to 55.001s, which is longer than the 5s allowed after the heal at 50s: no"
                        + " leader",
                result.message());
    }

    @Test
    void anAnswerJustInTimePasses() {
        ok(0, 50_000, 55_000);

        assertEquals(Outcome.PASS, judge().outcome());
    }

    @Test
    void whatWentWrongBeforeTheHealIsForgiven() {
        history.info(invoke(0, 1_000), "timed out", 49_000 * MILLI);
        ok(1, 50_100, 50_200);

        assertEquals(Outcome.PASS, judge().outcome());
    }

    @Test
    void aSystemThatKnowsNoReasonSaysSo() {
        invoke(0, 50_000);

        String message = new Availability(HEALED_AT, 5_000 * MILLI, ENDED_AT, (from, to) -> null)
                .check(history)
                .message();

        assertEquals(
                "nobody was answered from 50s to 1m, the last that clients asked, which is longer than the 5s allowed"
                        + " after the heal at 50s: the system names no reason",
                message);
    }

    @Test
    void aHealThatNobodyPutToTheTestIsInconclusive() {
        assertEquals(
                CheckResult.inconclusive("availability", "nobody asked for anything after the heal at 50s"), judge());

        ok(0, 10_000, 10_010);
        assertEquals(Outcome.INCONCLUSIVE, judge().outcome());
    }

    @Test
    void clientsThatDidNotWaitForTheBoundAreInconclusive() {
        history.fail(invoke(0, 57_000), "no leader", 58_000 * MILLI);

        assertEquals(
                CheckResult.inconclusive(
                        "availability",
                        "nobody was answered after the heal at 50s, but clients asked for only 1s of the 5s allowed"),
                judge());
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        StallReason none = (from, to) -> null;
        assertThrows(IllegalArgumentException.class, () -> new Availability(-1, 1, 10, none));
        assertThrows(IllegalArgumentException.class, () -> new Availability(5, 1, 4, none));
        assertThrows(IllegalArgumentException.class, () -> new Availability(5, 0, 6, none));
    }

    private CheckResult judge() {
        StallReason reason = (from, to) -> {
            asked.add(from / MILLI + ".." + to / MILLI);
            return "no leader";
        };
        return new Availability(HEALED_AT, 5_000 * MILLI, ENDED_AT, reason).check(history);
    }

    private int invoke(int process, long atMillis) {
        return history.invoke(process, "write", "x", 1, atMillis * MILLI, atMillis * MILLI);
    }

    private void ok(int process, long invokedAtMillis, long completedAtMillis) {
        history.ok(invoke(process, invokedAtMillis), null, completedAtMillis * MILLI);
    }
}
