package dev.orrery.sim.check.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The immutable list that grows at its end. */
final class SequenceTest {
    private static final Sequence ONE_TWO = Sequence.of(List.of(1, 2));

    @Test
    void listsOfTheSameElementsAreEqualHoweverTheyCameAbout() {
        Sequence other = Sequence.of(List.of(1, 3)).withoutLast().with(2);

        assertEquals(ONE_TWO, other);
        assertEquals(ONE_TWO.hashCode(), other.hashCode());
    }

    @Test
    void eachElementCounts() {
        assertNotEquals(ONE_TWO, Sequence.of(List.of(1, 3)));
        assertNotEquals(ONE_TWO, Sequence.of(List.of(3, 2)));
        assertNotEquals(ONE_TWO.hashCode(), Sequence.of(List.of(3, 2)).hashCode());
        assertNotEquals(ONE_TWO.hashCode(), Sequence.of(List.of(2, 1)).hashCode());
    }

    /** Texts that have one hash though they differ: the elements themselves are compared. */
    @Test
    void elementsOfOneHashAreToldApart() {
        assertNotEquals(Sequence.of(List.of("Aa")), Sequence.of(List.of("BB")));
        assertNotEquals(Sequence.of(List.of("Aa", "x")), Sequence.of(List.of("BB", "x")));
    }

    @Test
    void theNumberOfElementsCounts() {
        assertNotEquals(ONE_TWO, ONE_TWO.withoutLast());
        assertNotEquals(Sequence.EMPTY, ONE_TWO);
        assertNotEquals(ONE_TWO, List.of(1, 2));
    }

    @Test
    void theLastElementGoesFirst() {
        assertEquals(2, ONE_TWO.last());
        assertEquals(1, ONE_TWO.withoutLast().last());
        assertNull(Sequence.EMPTY.last());
        assertSame(Sequence.EMPTY, Sequence.EMPTY.withoutLast());
    }

    @Test
    void itHoldsJustItsElements() {
        assertTrue(ONE_TWO.holds(List.of(1, 2)));
        assertFalse(ONE_TWO.holds(List.of(1)));
        assertFalse(ONE_TWO.holds(List.of(2, 1)));
        assertTrue(Sequence.EMPTY.with(null).holds(Arrays.asList((Object) null)));
    }

    @Test
    void aLongListIsToldByItsEnd() {
        assertEquals("[1, 2]", ONE_TWO.toString());
        assertTrue(
                Sequence.of(IntStream.range(0, 10).boxed().toList()).toString().startsWith("[0, 1, 2,"));
        String told = Sequence.of(IntStream.range(0, 12).boxed().toList()).toString();
        assertTrue(told.endsWith("2, 3, 4, 5, 6, 7, 8, 9, 10, 11]"), told);
        assertFalse(told.contains("[0, 1"), told);
    }
}
