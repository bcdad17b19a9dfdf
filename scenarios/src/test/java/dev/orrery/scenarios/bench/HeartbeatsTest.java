package dev.orrery.scenarios.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class HeartbeatsTest {
    private static final long GIBIBYTE = 1L << 30;

    @Test
    void tenThousandNodesThatExchangeHeartbeatsFitIntoAGibibyte() {
        Workpiece heartbeats = Heartbeats.among(10_000);
        assertTrue(heartbeats.run(100_000) >= 100_000);
        System.gc();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        assertTrue(used < GIBIBYTE, () -> used + " bytes are in use");
        // They are still there, and go on.
        assertTrue(heartbeats.run(1) > 0);
    }
}
