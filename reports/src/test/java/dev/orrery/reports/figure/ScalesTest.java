package dev.orrery.reports.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ScalesTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void timeRunsFromTheLeftToTheRight() {
        TimeScale scale = new TimeScale(10 * SECOND, 20 * SECOND, 100, 300);

        assertEquals(100, scale.x(10 * SECOND));
        assertEquals(200, scale.x(15 * SECOND));
        assertEquals(300, scale.x(20 * SECOND));
    }

    @Test
    void whatLiesOutsideIsAtTheNearerEdge() {
        TimeScale scale = new TimeScale(10, 20, 100, 300);

        assertEquals(100, scale.x(3));
        assertEquals(300, scale.x(99));
    }

    @Test
    void marksStandAtRoundMoments() {
        assertEquals(List.of("0", "10 s", "20 s", "30 s", "40 s", "50 s", "60 s"), labels(0, 60 * SECOND, 400));
        assertEquals(List.of("0", "10 min", "20 min", "30 min"), labels(0, 1800 * SECOND, 300));
        assertEquals(List.of("10.4 s", "10.6 s", "10.8 s", "11 s"), labels(10_300_000_000L, 11_100_000_000L, 300));
        assertEquals(List.of("0", "500 µs", "1 ms"), labels(0, 1_000_000, 200));
    }

    @Test
    void aRunOfNoLengthHasAnAxisAllTheSame() {
        assertEquals(List.of("0"), labels(0, 0, 300));
    }

    @Test
    void eachPowerOfTenIsAsHighAsTheOther() {
        LengthScale scale = LengthScale.over(1_500_000, 900_000_000, 300, 0);

        assertEquals(300, scale.y(1_000_000));
        assertEquals(100, scale.y(100_000_000), 1e-9);
        assertEquals(0, scale.y(SECOND), 1e-9);
        assertEquals(
                List.of("1\u202Fms", "10\u202Fms", "100\u202Fms", "1\u202Fs"),
                scale.ticks().stream().map(LengthScale.Tick::label).toList());
    }

    @Test
    void lengthsThatAreAllTheSameHaveAScale() {
        assertTrue(LengthScale.over(1_000_000, 1_000_000, 300, 0).ticks().size() >= 2);
        assertEquals(300, LengthScale.over(0, 0, 300, 0).y(0));
    }

    private static List<String> labels(long start, long end, double width) {
        return new TimeScale(start, end, 0, width)
                .ticks().stream().map(TimeScale.Tick::label).toList();
    }
}
