package dev.orrery.reports.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.reports.SampleRun;
import dev.orrery.reports.run.Run;
import dev.orrery.reports.series.Lane.Segment;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LaneTest {
    private static final long MILLISECOND = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    void aLaneChangesWithTheRoleAndWithTheTerm() throws Exception {
        assertEquals(
                List.of(
                        new Segment(0, 180 * MILLISECOND, "follower", null),
                        new Segment(180 * MILLISECOND, 182 * MILLISECOND, "candidate", null),
                        new Segment(182 * MILLISECOND, 195 * MILLISECOND, "candidate", 1L),
                        new Segment(195 * MILLISECOND, 60_000 * MILLISECOND, "leader", 1L)),
                lane(SampleRun.small().withoutFaults(), 0).segments());
    }

    @Test
    void aNodeThatIsKilledIsDownUntilItSaysWhatItIs() throws Exception {
        List<Segment> segments = lane(SampleRun.small(), 2).segments();
        Segment down = segments.stream()
                .filter(segment -> segment.role().equals(Lane.DOWN))
                .findFirst()
                .orElseThrow();

        assertEquals(30_000 * MILLISECOND, down.from());
        assertEquals(36_000 * MILLISECOND, down.until());
    }

    private Lane lane(SampleRun run, int node) throws Exception {
        run.writeTo(folder);
        return Lane.of(Run.read(folder).result()).get(node);
    }
}
