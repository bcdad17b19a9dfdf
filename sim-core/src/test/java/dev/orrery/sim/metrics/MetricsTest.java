package dev.orrery.sim.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class MetricsTest {
    @Test
    void aMetricIsFoundAgainByNameAndLabel() {
        Metrics metrics = new Metrics();
        metrics.counter("messages", "Ping").increment();
        metrics.counter("messages", "Ping").add(2);
        metrics.counter("messages", "Echo").increment();
        assertEquals(3, metrics.counter("messages", "Ping").value());
        assertEquals(
                List.of("Echo", "Ping"),
                metrics.counters().keySet().stream().map(Metrics.Key::label).toList());
    }

    @Test
    void aCounterNeverShrinks() {
        assertThrows(IllegalArgumentException.class, () -> new Counter().add(-1));
    }

    @Test
    void aLatencyOverAnHourCountsAsAnHour() {
        Histogram latency = new Metrics().histogram("latency", "");
        Metrics.record(latency, Long.MAX_VALUE);
        assertEquals(1, latency.getTotalCount());
    }

    @Test
    void aGaugeWeighsItsValuesByTime() {
        Gauge queue = new Gauge();
        queue.set(10, 0);
        queue.set(0, 100);
        assertEquals(2.5, queue.mean(400), 0);
        assertEquals(10, queue.highest());
    }

    @Test
    void aGaugeKeepsItsSeriesWithinBoundsAndInOrder() {
        Gauge busy = new Gauge();
        for (int i = 0; i < 100_000; i++) {
            busy.set(i % 7, i);
        }
        assertTrue(busy.points() <= Gauge.CAPACITY);
        assertTrue(busy.points() >= Gauge.CAPACITY / 2);
        for (int i = 1; i < busy.points(); i++) {
            assertTrue(busy.timeOf(i) > busy.timeOf(i - 1));
        }
    }
}
