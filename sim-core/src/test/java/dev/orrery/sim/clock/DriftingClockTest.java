package dev.orrery.sim.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DriftingClockTest {
    private static final long HOUR = 3_600_000_000_000L;

    private long now;

    @Test
    void gainsWhatItDrifts() {
        DriftingClock clock = new DriftingClock(() -> now, 0, 200);
        now = HOUR;
        assertEquals(HOUR + HOUR / 1_000_000 * 200, clock.monotonic());
    }

    @Test
    void aDelayIsWhatThisClockCounts() {
        for (long ppm : new long[] {-500_000, -7, 0, 7, 500_000}) {
            DriftingClock clock = new DriftingClock(() -> now, 0, ppm);
            now = clock.trueDelay(HOUR);
            // Each of the two whole-number divisions may be off by one nanosecond, and by two at half speed.
            assertTrue(Math.abs(clock.monotonic() - HOUR) <= 4, ppm + " ppm");
        }
    }

    @Test
    void aJumpMovesTheTimeOfDayAlone() {
        DriftingClock clock = new DriftingClock(() -> now, -5, 0);
        now = 100;
        clock.jump(-50);
        assertEquals(45, clock.wall());
        assertEquals(100, clock.monotonic());
    }

    @Test
    void countsACenturyWithoutOverflow() {
        DriftingClock clock = new DriftingClock(() -> now, 0, 500_000);
        now = 100L * 365 * 24 * HOUR;
        assertTrue(clock.monotonic() > now);
    }

    @Test
    void refusesADriftThatIsNoClock() {
        assertThrows(IllegalArgumentException.class, () -> new DriftingClock(() -> now, 0, 600_000));
    }
}
