package dev.orrery.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SideBySideTest {

    @Test
    void theFirstDifferenceIsMarked() {
        assertEquals(
                List.of("  recorded  n1 sends Vote", "  replayed  n1 gets Vote", "               ^"),
                SideBySide.of("recorded", "n1 sends Vote", "replayed", "n1 gets Vote"));
    }

    @Test
    void aLineThatGoesOnDiffersAtTheEndOfTheOther() {
        assertEquals(List.of("  a   n1", "  bc  n12", "        ^"), SideBySide.of("a", "n1", "bc", "n12"));
    }

    @Test
    void longLinesAreShownAroundTheDifference() {
        String same = "x".repeat(1000);
        List<String> lines = SideBySide.of("a", same + "1" + same, "b", same + "2" + same);
        assertTrue(lines.get(0).length() < 200, () -> lines.get(0));
        assertEquals('1', lines.get(0).charAt(lines.get(2).indexOf('^')));
        assertEquals('2', lines.get(1).charAt(lines.get(2).indexOf('^')));
    }
}
