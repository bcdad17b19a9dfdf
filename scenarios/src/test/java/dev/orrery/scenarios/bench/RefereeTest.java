package dev.orrery.scenarios.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class RefereeTest {
    private static final Referee QUICK = new Referee(3, 1_000_000);

    @Test
    void theSideThatDoesMoreForOneEventHasTheHigherRatio() {
        Measurement measured = QUICK.measure(new Contest("work", () -> work(400), () -> work(10)));
        assertEquals("work", measured.name());
        // Forty times the work; half of that leaves room for whatever else the machine does.
        assertTrue(measured.ratio() > 2, measured::toString);
        assertTrue(measured.value() < measured.baseline(), measured::toString);
    }

    @Test
    void bothSidesOfEachContestDoWhatTheyAreAsked() {
        List<Contest> contests = new ArrayList<>(EngineContests.all());
        contests.addAll(RaftContests.all());
        for (Contest contest : contests) {
            for (Workpiece side :
                    List.of(contest.subject().get(), contest.baseline().get())) {
                assertTrue(side.run(2_000) > 0, contest.name());
            }
        }
    }

    @Test
    void aMeasurementIsWrittenWithTheDocumentedFields() {
        assertEquals(
                "{\"name\":\"ping 5\",\"value\":2.0,\"unit\":\"events/s\",\"baseline\":3.0,\"ratio\":1.5}",
                JsonMapper.shared().writeValueAsString(new Measurement("ping 5", 2, "events/s", 3, 1.5)));
    }

    private static Workpiece work(int times) {
        long[] state = {1};
        return events -> {
            for (long i = 0; i < events * times; i++) {
                state[0] = Long.rotateLeft(state[0] * 0x9E3779B97F4A7C15L + i, 7);
            }
            return events;
        };
    }
}
