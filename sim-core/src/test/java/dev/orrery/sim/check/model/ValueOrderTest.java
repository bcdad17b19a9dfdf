package dev.orrery.sim.check.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.history.Keyword;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of values of any type. */
final class ValueOrderTest {
    @Test
    void wholeNumbersOfAnyTypeAreOrderedByTheirValue() {
        assertEquals(0, compare(3L, 3));
        assertEquals(0, compare((short) 3, (byte) 3));
        assertTrue(compare((byte) 9, 10L) < 0);
        assertTrue(compare((short) 10, 9) > 0);
        assertTrue(compare(Long.MIN_VALUE, Long.MAX_VALUE) < 0);
    }

    @Test
    void textsAreOrderedAsTexts() {
        assertTrue(compare("10", "9") < 0);
        assertTrue(compare("b", "a") > 0);
        assertEquals(0, compare("a", "a"));
    }

    @Test
    void wholeNumbersComeBeforeTextsAndTextsBeforeTheRest() {
        assertTrue(compare(10, "1") < 0);
        assertTrue(compare("z", List.of("a")) < 0);
        assertTrue(compare(new Keyword("a"), 1) > 0);
    }

    @Test
    void theRestIsOrderedByKindAndThenByItsText() {
        assertTrue(compare(List.of(1), List.of(2)) < 0);
        assertEquals(0, compare(new ArrayList<>(List.of(1)), Arrays.asList(1)), "lists of two classes are lists");
        assertTrue(compare(new BigDecimal("1.5"), List.of("z")) > 0 == "java.math".compareTo("list") > 0);
        assertTrue(compare(new Keyword("b"), new Keyword("a")) > 0);
    }

    private static int compare(Object one, Object other) {
        return ValueOrder.INSTANCE.compare(one, other);
    }
}
