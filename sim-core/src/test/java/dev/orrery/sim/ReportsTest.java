package dev.orrery.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReportsTest {
    @Test
    void aRoleIsNewsWhenItIsAnotherOne() {
        Reports reports = new Reports();
        assertFalse(reports.role(""));
        assertTrue(reports.role("leader"));
        assertFalse(reports.role("leader"));
        assertEquals("leader", reports.role());
    }

    @Test
    void aNumberIsNewsWhenItIsNewOrHasChanged() {
        Reports reports = new Reports();
        List<Boolean> changes = new ArrayList<>();
        for (long value : new long[] {0, 0, 1, 0}) {
            changes.add(reports.state("term", value));
        }
        for (int i = 0; i < 10; i++) {
            changes.add(reports.state("number " + i, 0));
        }
        changes.add(reports.state("term", 0));
        assertEquals(
                List.of(true, false, true, true, true, true, true, true, true, true, true, true, true, true, false),
                changes);
    }
}
