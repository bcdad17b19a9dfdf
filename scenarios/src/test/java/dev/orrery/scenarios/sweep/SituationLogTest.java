package dev.orrery.scenarios.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.orrery.sim.fault.ExecutedFault;
import dev.orrery.sim.fault.PlannedFault;
import dev.orrery.sim.fault.ProcessFault;
import dev.orrery.sim.fault.Target;
import dev.orrery.sim.fault.Timing;
import dev.orrery.sim.node.NodeId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class SituationLogTest {
    private static final NodeId N1 = new NodeId(0, "n1");
    private static final NodeId N2 = new NodeId(1, "n2");
    private static final NodeId N3 = new NodeId(2, "n3");

    @Test
    void namesAndTimesMakeNoDifference() {
        assertArrayEquals(
                situations(log -> {
                    log.role(N1, "leader", 5);
                    log.role(N2, "follower", 6);
                }),
                situations(log -> {
                    log.role(N3, "leader", 50);
                    log.role(N1, "follower", 90);
                }));
    }

    @Test
    void whoElsePlaysWhichPartMakesADifference() {
        long alone = elected(log -> {});
        long beside = elected(log -> log.role(N2, "leader", 1));
        long besideOneDown = elected(log -> {
            log.role(N2, "leader", 1);
            log.down(N2, 2);
        });
        assertFalse(alone == beside || beside == besideOneDown || alone == besideOneDown);
    }

    @Test
    void beingBehindMakesADifferenceAndTheNumberDoesNot() {
        long behind = elected(log -> {
            log.state(N1, "term", 3, 1);
            log.state(N2, "term", 4, 1);
        });
        long farBehind = elected(log -> {
            log.state(N1, "term", 3, 1);
            log.state(N2, "term", 400, 1);
        });
        long ahead = elected(log -> {
            log.state(N1, "term", 5, 1);
            log.state(N2, "term", 4, 1);
        });
        assertEquals(behind, farBehind);
        assertFalse(behind == ahead);
    }

    @Test
    void faultsThatAreUnderWayMakeADifference() {
        SituationLog log = new SituationLog();
        log.note(N1, "elected", "", 0, 9);
        log.note(N1, "elected", "", 0, 19);
        log.note(N1, "elected", "", 0, 29);
        assertEquals(1, log.situations(List.of()).length);
        assertEquals(2, log.situations(List.of(pause(15, 25))).length);
        assertEquals(1, log.situations(List.of(pause(0, ExecutedFault.NEVER))).length);
    }

    private static ExecutedFault pause(long from, long to) {
        PlannedFault pause = new PlannedFault(new ProcessFault.Pause(Target.nodes("n1")), new Timing.At(from), null);
        return new ExecutedFault("f1", pause, from, to, List.of(N1), "n1 is paused");
    }

    private static long[] situations(Consumer<SituationLog> run) {
        SituationLog log = new SituationLog();
        run.accept(log);
        return log.situations(List.of());
    }

    /** The situation in which n1 is elected, after something else. */
    private static long elected(Consumer<SituationLog> before) {
        long[] known = situations(before);
        long[] all = situations(log -> {
            before.accept(log);
            log.note(N1, "elected", "term", 1, 9);
        });
        return Arrays.stream(all)
                .filter(number -> Arrays.binarySearch(known, number) < 0)
                .findFirst()
                .orElseThrow();
    }
}
