package dev.orrery.sim.fault;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.fault.NetworkFault.Loss;
import dev.orrery.sim.fault.NetworkFault.Partition;
import dev.orrery.sim.fault.NetworkFault.Partition.Shape;
import dev.orrery.sim.fault.Trigger.Comparison;
import dev.orrery.sim.fault.Trigger.Condition;
import dev.orrery.sim.fault.Trigger.Source;
import dev.orrery.sim.network.Block;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.time.DurationRange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class FaultRecordsTest {
    private static final DurationRange SECOND = new DurationRange(1_000_000_000, 1_000_000_000);

    private static void refused(String words, Executable making) {
        assertEquals(words, assertThrows(IllegalArgumentException.class, making).getMessage());
    }

    @Test
    void aTargetIsSelectedInOneWay() {
        refused(
                "a target names nodes, a zone, a role or the reporter, not more than one of them",
                () -> new Target(List.of("n1"), null, "leader", false, Target.Mode.ALL, 0));
        refused("a target names each node once, not [n1, n1]", () -> Target.nodes("n1", "n1"));
    }

    @Test
    void onlyTheModesThatCountTakeANumber() {
        refused(
                "only fixed and fixed-percent take a value",
                () -> new Target(List.of(), null, null, false, Target.Mode.MINORITY, 1));
        refused(
                "the mode fixed needs a value of at least 1, not 0",
                () -> new Target(List.of(), null, null, false, Target.Mode.FIXED, 0));
        refused(
                "the value of the mode fixed-percent is from 0 to 100, not 101",
                () -> new Target(List.of(), null, null, false, Target.Mode.FIXED_PERCENT, 101));
    }

    @Test
    void aShapeHasWhatItNeedsAndNothingElse() {
        refused("the shape groups needs at least one group", () -> new Partition(Shape.GROUPS, Target.one()));
        refused(
                "only the shape groups takes groups",
                () -> new Partition(
                        Shape.HALVES, Target.one(), Links.Direction.BOTH, Block.DROP, List.of(List.of("n1"))));
        refused("the shape zone needs a target with a zone to cut off", () -> new Partition(Shape.ZONE, Target.one()));
        refused(
                "a majorities-ring has no inside, so its direction is both",
                () -> new Partition(Shape.MAJORITIES_RING, Target.all(), Links.Direction.TO, Block.DROP, List.of()));
    }

    @Test
    void aCorrelationLeavesRoomForChance() {
        assertDoesNotThrow(() -> new Loss(Probability.ALWAYS, Probability.percent(99), Links.ALL));
        refused(
                "a correlation is at most 99%, not 100%",
                () -> new Loss(Probability.ALWAYS, Probability.ALWAYS, Links.ALL));
    }

    @Test
    void whatHappensAtOnceTakesNoLength() {
        refused(
                "disk-bit-rot happens at once and takes no length",
                () -> new PlannedFault(new DiskFault.BitRot(Target.one(), 1, null), new Timing.At(0), SECOND));
        assertDoesNotThrow(() -> new PlannedFault(new ProcessFault.Pause(Target.one()), new Timing.At(0), SECOND));
    }

    @Test
    void onlyAReportHasAReporter() {
        refused(
                "only a fault that waits for a report can hit the reporter",
                () -> new PlannedFault(new ProcessFault.Pause(Target.ofReport()), new Timing.At(0), SECOND));
    }

    @Test
    void nothingIsPlannedForAfterTheHeal() {
        PlannedFault late = new PlannedFault(new ProcessFault.Pause(Target.one()), new Timing.At(11), SECOND);
        refused(
                "a pause is planned for a time after the heal",
                () -> new FaultPlan(List.of(late), null, new Heal(10, List.of(), 1)));
    }

    @Test
    void aTriggerComparesTheNumberOfItsReport() {
        Trigger second = new Trigger(
                Source.EVENT,
                "leader-elected",
                new Condition("term", Comparison.AT_LEAST, 2),
                new DurationRange(0, 0),
                1);
        assertTrue(second.fits(Source.EVENT, "leader-elected", "term", 2));
        assertFalse(second.fits(Source.EVENT, "leader-elected", "term", 1));
        assertFalse(second.fits(Source.EVENT, "leader-elected", "round", 2));
        assertFalse(second.fits(Source.EVENT, "leader-lost", "term", 2));
        assertFalse(second.fits(Source.STATE, "leader-elected", "term", 2));
        assertEquals("event leader-elected, term >= 2", second.toString());
    }

    @Test
    void everyComparisonMeansItsSign() {
        for (Comparison comparison : Comparison.values()) {
            Condition condition = new Condition("", comparison, 5);
            List<Boolean> holds = List.of(condition.holds(4), condition.holds(5), condition.holds(6));
            List<Boolean> expected = switch (comparison.sign()) {
                case "==" -> List.of(false, true, false);
                case "!=" -> List.of(true, false, true);
                case "<" -> List.of(true, false, false);
                case "<=" -> List.of(true, true, false);
                case ">" -> List.of(false, false, true);
                default -> List.of(false, true, true);
            };
            assertEquals(expected, holds, comparison.sign());
        }
    }
}
