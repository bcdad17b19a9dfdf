package dev.orrery.scenarios.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class VersionTest {

    @Test
    void theBuildFillsInTheNumber() {
        String number = Version.current().number();
        assertTrue(number.matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?"), number);
    }

    @Test
    void aCommitIsNamed() {
        assertEquals(
                "0.1.0 (4d5e6f7+changes)",
                Version.of("0.1.0", "4d5e6f7+changes").toString());
    }

    @Test
    void withoutARepositoryThereIsNoCommit() {
        assertEquals("0.1.0", Version.of("0.1.0", "").toString());
    }
}
