package dev.orrery.scenarios.shrink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class GridTest {
    private static final long MS = 1_000_000;

    @Test
    void theGridIsOneTwoAndFiveTimesTenToAnyPower() {
        assertEquals(List.of(MS, 2 * MS, 5 * MS, 10 * MS, 20 * MS), Grid.below(50 * MS));
        assertEquals(List.of(), Grid.below(MS));
    }

    @Test
    void aTimeIsRoundedToWhatIsNear() {
        assertEquals(List.of(1_000 * MS, 1_200 * MS, 1_300 * MS, 1_230 * MS, 1_240 * MS), Grid.rounder(1_234 * MS));
        assertEquals(List.of(), Grid.rounder(10_000 * MS));
    }

    @Test
    void aLengthIsRoundedUpToTwoDigits() {
        assertEquals(12_000 * MS, Grid.atLeast(11_139_826_673L));
        assertEquals(690 * MS, Grid.atLeast(684_286_726));
        assertEquals(7, Grid.atLeast(7));
        assertEquals(99, Grid.atLeast(99));
    }
}
