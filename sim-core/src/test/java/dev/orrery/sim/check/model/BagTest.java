package dev.orrery.sim.check.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The immutable bag against a plain sorted list, and by what it is told apart. */
final class BagTest {
    @Test
    void itIsABagAndTwoThatHoldTheSameAreEqualHoweverTheyCameAbout() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            List<Object> plain = new ArrayList<>();
            Bag bag = Bag.EMPTY;
            for (int step = 0; step < 80; step++) {
                Object value = value(random);
                if (random.nextInt(5) < 3) {
                    plain.add(value);
                    bag = bag.with(value);
                } else if (plain.remove(value)) {
                    bag = bag.without(value);
                }
                plain.sort(ValueOrder.INSTANCE);
                List<Object> shuffled = new ArrayList<>(plain);
                Collections.shuffle(shuffled, random);
                Bag anew = of(shuffled.toArray());
                String story = "seed " + seed + ", step " + step + ": " + plain;
                assertEquals(plain.size(), bag.size(), story);
                assertEquals(plain.isEmpty() ? null : plain.get(0), bag.least(), story);
                assertEquals(plain.contains(value), bag.holds(value), story);
                assertEquals(anew, bag, story);
                assertEquals(anew.hashCode(), bag.hashCode(), story);
            }
        }
    }

    /** Whole numbers, and texts of which every two have one hash. */
    private static Object value(Random random) {
        String few = random.nextBoolean() ? "Aa" : "BB";
        return random.nextInt(3) > 0 ? (Object) random.nextInt(12) : few + (random.nextBoolean() ? "Aa" : "BB");
    }

    @Test
    void howOftenAValueIsHeldCounts() {
        assertNotEquals(of(1), of(1, 1));
        assertNotEquals(of(1).hashCode(), of(1, 1).hashCode());
        assertNotEquals(of(1).hashCode(), of(2).hashCode());
        assertNotEquals(of(1), List.of(1));
    }

    @Test
    void itIsOnlyWhatItHoldsOnce() {
        assertTrue(of(1, 2).isOnly(List.of(2, 1, 2)));
        assertFalse(of(1, 2).isOnly(List.of(1)));
        assertFalse(of(1, 2).isOnly(List.of(1, 3)));
    }

    @Test
    void nothingIsTheLeastOfNothing() {
        assertNull(Bag.EMPTY.least());
    }

    @Test
    void whatIsNotHeldCannotBeTakenOut() {
        assertThrows(IllegalArgumentException.class, () -> of(1, 3).without(2));
    }

    @Test
    void aLargeBagIsToldByItsLeastValues() {
        assertEquals("{}", Bag.EMPTY.toString());
        assertEquals("{1, 1, 2, 3}", of(3, 1, 2, 1).toString());
        assertEquals(
                "{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}",
                of(9, 8, 7, 6, 5, 4, 3, 2, 1, 0).toString());
        assertEquals(
                "{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ... 2 more}",
                of(11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0).toString());
        assertEquals(
                "{7, 7, 7, 7, 7, 7, 7, 7, 7, 7, ... 2 more}",
                of(7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8).toString());
    }

    private static Bag of(Object... values) {
        Bag bag = Bag.EMPTY;
        for (Object value : values) {
            bag = bag.with(value);
        }
        return bag;
    }
}
