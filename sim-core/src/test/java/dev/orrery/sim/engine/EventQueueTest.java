package dev.orrery.sim.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.random.RandomStream;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

class EventQueueTest {
    private record Event(long time, long sequence) {}

    @Test
    void givesWhatASortedQueueGivesWhateverIsDone() {
        for (long seed = 0; seed < 200; seed++) {
            RandomStream random = new RandomStream(seed);
            EventQueue queue = new EventQueue();
            PriorityQueue<Event> model =
                    new PriorityQueue<>(Comparator.comparingLong(Event::time).thenComparingLong(Event::sequence));
            long scheduled = 0;
            long now = 0;
            for (int step = 0; step < 2_000; step++) {
                if (random.below(100) < 55 - step / 100) {
                    // Few different delays, so that ties are frequent.
                    long time = now + random.below(5);
                    queue.schedule(time, scheduled, -scheduled, time, ~scheduled, scheduled);
                    model.add(new Event(time, scheduled++));
                } else if (random.below(2) == 0) {
                    long expected =
                            model.isEmpty() ? Long.MAX_VALUE : model.element().time();
                    assertEquals(expected, queue.nextTime(), "seed " + seed);
                } else {
                    Event expected = model.poll();
                    assertEquals(expected != null, queue.next(), "seed " + seed);
                    if (expected != null) {
                        now = expected.time();
                        assertEquals(expected, new Event(queue.time(), queue.sequence()), "seed " + seed);
                        assertEquals(expected.sequence(), queue.head(), "seed " + seed);
                        assertEquals(-expected.sequence(), queue.first(), "seed " + seed);
                        assertEquals(expected.time(), queue.second(), "seed " + seed);
                        assertEquals(~expected.sequence(), queue.third(), "seed " + seed);
                        assertEquals(expected.sequence(), queue.payload(), "seed " + seed);
                    }
                }
                assertEquals(model.size(), queue.pending(), "seed " + seed);
            }
        }
    }

    @Test
    void eventsOfOneTimeComeInTheOrderOfTheirScheduling() {
        EventQueue queue = new EventQueue();
        for (int i = 0; i < 1_000; i++) {
            queue.schedule(7, i, 0, 0, 0, null);
        }
        for (int i = 0; i < 1_000; i++) {
            assertTrue(queue.next());
            assertEquals(i, queue.head());
        }
        assertFalse(queue.next());
    }

    @Test
    void theLastNanosecondIsATimeLikeAnyOther() {
        EventQueue queue = new EventQueue();
        queue.schedule(Long.MAX_VALUE, 1, 0, 0, 0, null);
        queue.schedule(0, 2, 0, 0, 0, null);
        queue.next();
        assertEquals(2, queue.head());
        queue.next();
        assertEquals(1, queue.head());
    }
}
