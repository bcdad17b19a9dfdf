package dev.orrery.reports.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.reports.series.Throughput.Counts;
import dev.orrery.sim.history.History;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SeriesTest {
    private static final long SECOND = 1_000_000_000;

    private final History history = new History();

    @Test
    void windowsAreAsNarrowAsTheirNumberAllows() {
        assertEquals(new Windows(500_000_000, 120), Windows.over(60 * SECOND, 120));
        assertEquals(new Windows(SECOND, 61), Windows.over(60 * SECOND + 1, 120));
        assertEquals(new Windows(1, 1), Windows.over(0, 120));
    }

    @Test
    void theEndOfARunIsInItsLastWindow() {
        assertEquals(119, Windows.over(60 * SECOND, 120).of(60 * SECOND));
    }

    @Test
    void operationsCountWhenTheyComplete() {
        int slow = history.invoke(0, "read", null, null, 0, 0);
        int failed = history.invoke(1, "read", null, null, 0, 0);
        int unknown = history.invoke(2, "read", null, null, 0, 0);
        history.invoke(3, "read", null, null, 0, 0);
        history.fail(failed, "no leader", SECOND);
        history.info(unknown, "timed out", SECOND);
        history.ok(slow, 1L, 119 * SECOND);

        Throughput throughput = Throughput.of(history, 120 * SECOND);

        assertEquals(120, throughput.counts().size());
        assertEquals(new Counts(0, 1, 1), throughput.counts().get(1));
        assertEquals(new Counts(1, 0, 0), throughput.counts().get(119));
        assertEquals(2, throughput.highest());
    }

    @Test
    void latencyCountsFromWhenTheClientMeantToAsk() {
        history.ok(history.invoke(0, "read", null, null, 5, 20), 1L, 30);

        assertEquals(25, Latencies.of(history).points().get(0).length());
        assertEquals(5, Latencies.of(history).points().get(0).at());
    }

    @Test
    void aQuantileIsTheLeastLengthThatSoManyDoNotExceed() {
        for (int process = 0; process < 100; process++) {
            history.invoke(process, "read", null, null, 10, 10);
        }
        for (int process = 0; process < 100; process++) {
            history.ok(process, 1L, 11 + process);
        }
        Windows windows = new Windows(1000, 2);

        assertArrayEquals(new long[] {50, Latencies.NONE}, Latencies.of(history).quantile(0.5, windows));
        assertArrayEquals(new long[] {99, Latencies.NONE}, Latencies.of(history).quantile(0.99, windows));
        assertArrayEquals(
                new long[] {100, Latencies.NONE}, Latencies.of(history).quantile(1, windows));
    }

    @Test
    void aSpectrumRunsFromTheQuickestToTheSlowestOfEachKind() {
        history.ok(history.invoke(0, "write", null, 1L, 0, 0), null, 7);
        history.ok(history.invoke(0, "read", null, null, 7, 7), 1L, 9);
        history.ok(history.invoke(0, "read", null, null, 9, 9), 1L, 10);
        history.fail(history.invoke(0, "cas", null, null, 10, 10), "no leader", 99);

        List<Spectrum> spectra = Spectrum.of(history);

        assertEquals(List.of("read", "write"), spectra.stream().map(Spectrum::f).toList());
        List<Spectrum.Point> points = spectra.get(0).points();
        assertEquals(new Spectrum.Point(1, 1), points.get(0));
        assertEquals(new Spectrum.Point(2, 2), points.get(points.size() - 1));
    }
}
