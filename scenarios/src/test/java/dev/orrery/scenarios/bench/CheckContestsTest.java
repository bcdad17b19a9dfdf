package dev.orrery.scenarios.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CheckContestsTest {

    @Test
    void theChecksOfSmallHistoriesDecideRightly() {
        for (Contest contest : CheckContests.all()) {
            if (List.of("cas-register 80 with crashes", "text 50 clients, 1700 on 10 keys")
                    .contains(contest.name())) {
                assertEquals(20, contest.subject().get().run(20), contest.name());
                assertEquals(20, contest.baseline().get().run(20), contest.name());
            }
        }
    }

    @Test
    void theFigureOfACheckIsTheTimeForOneHistory() {
        long[] sum = {0};
        Workpiece pass = events -> {
            for (long i = 0; i < events * 1_000; i++) {
                sum[0] += i * i;
            }
            return events;
        };
        Measurement measured =
                new Referee(3, 1_000_000).measure(new Contest("x", Scale.MILLISECONDS, () -> pass, () -> pass));

        assertEquals("ms", measured.unit());
        // A thousand additions take far less than a millisecond.
        assertTrue(measured.value() < 1, measured::toString);
    }
}
