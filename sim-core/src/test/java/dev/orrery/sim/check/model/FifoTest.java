package dev.orrery.sim.check.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The immutable queue against a plain one, and by what it is told apart. */
final class FifoTest {
    @Test
    void itIsAQueueAndTwoThatHoldTheSameAreEqualHoweverTheyCameAbout() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            ArrayDeque<Object> plain = new ArrayDeque<>();
            Fifo queue = Fifo.EMPTY;
            for (int step = 0; step < 60; step++) {
                if (random.nextInt(5) < 3) {
                    Object value = random.nextInt(4);
                    plain.add(value);
                    queue = queue.with(value);
                } else {
                    plain.poll();
                    queue = queue.withoutFirst();
                }
                Fifo anew = of(plain.toArray());
                String story = "seed " + seed + ", step " + step + ": " + plain;
                assertEquals(new ArrayList<>(plain), values(queue), story);
                assertEquals(plain.size(), queue.size(), story);
                assertEquals(plain.peek(), queue.first(), story);
                assertEquals(anew, queue, story);
                assertEquals(anew.hashCode(), queue.hashCode(), story);
            }
        }
    }

    @Test
    void theOrderCounts() {
        assertNotEquals(of(1, 2), of(2, 1));
        assertNotEquals(of(1, 2).hashCode(), of(2, 1).hashCode());
    }

    @Test
    void theNumberOfValuesCounts() {
        assertNotEquals(of(0), of(0, 0));
        assertNotEquals(of(0, 0), of(0));
    }

    @Test
    void anotherThingIsNoQueue() {
        assertNotEquals(of(1), List.of(1));
    }

    /** Texts that have one hash though they differ: the values themselves are compared. */
    @Test
    void valuesOfOneHashAreToldApart() {
        assertEquals("Aa".hashCode(), "BB".hashCode());

        assertNotEquals(of("Aa"), of("BB"));
        assertNotEquals(of("x", "Aa"), of("x", "BB"));
    }

    @Test
    void theEmptyQueueStaysAsItIs() {
        assertSame(Fifo.EMPTY, Fifo.EMPTY.withoutFirst());
    }

    @Test
    void nothingComesAfterTheLastValue() {
        Iterator<Object> values = of(1).iterator();
        values.next();

        assertThrows(NoSuchElementException.class, values::next);
    }

    @Test
    void aLongQueueIsToldByItsBeginning() {
        assertEquals("[1, 2]", of(1, 2).toString());
        assertEquals(
                "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]",
                of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9).toString());
        assertEquals(
                "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ... 2 more]",
                of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11).toString());
    }

    private static Fifo of(Object... values) {
        Fifo queue = Fifo.EMPTY;
        for (Object value : values) {
            queue = queue.with(value);
        }
        return queue;
    }

    private static List<Object> values(Fifo queue) {
        List<Object> values = new ArrayList<>();
        queue.forEach(values::add);
        return values;
    }
}
