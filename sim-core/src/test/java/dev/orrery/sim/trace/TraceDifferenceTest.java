package dev.orrery.sim.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import org.junit.jupiter.api.Test;

final class TraceDifferenceTest {
    private static final NodeId N1 = new NodeId(0, "n1");
    private static final NodeId N2 = new NodeId(1, "n2");

    private record Vote(int term) implements Message {}

    /** Votes of terms 1, 2 and so on, as many as there are numbers. */
    private static Trace votes(int... terms) {
        TraceRecorder recorder = new TraceRecorder(100);
        recorder.joined(N1);
        recorder.joined(N2);
        for (int i = 0; i < terms.length; i++) {
            recorder.sent(1_000_000L * i, N1, N2, new Vote(terms[i]));
        }
        return recorder.trace();
    }

    @Test
    void equalRunsHaveNone() {
        assertNull(TraceDifference.between(votes(1, 2, 3), votes(1, 2, 3)));
    }

    @Test
    void namesTheFirstEventThatDiffersByItsContentAlone() {
        assertEquals(
                new TraceDifference(2, "1ms n1 sends Vote {\"term\":2} to n2", "1ms n1 sends Vote {\"term\":5} to n2"),
                TraceDifference.between(votes(1, 2, 3), votes(1, 5, 6)));
    }

    @Test
    void aRunThatGoesOnWhereTheOtherEndsDiffersToo() {
        assertEquals(
                new TraceDifference(3, "2ms n1 sends Vote {\"term\":3} to n2", TraceDifference.NOTHING),
                TraceDifference.between(votes(1, 2, 3), votes(1, 2)));
    }
}
