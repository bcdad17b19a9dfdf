package dev.orrery.sim.fault;

import static dev.orrery.sim.fault.Village.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.fault.ProcessFault.Kill;
import dev.orrery.sim.fault.Target.Mode;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.Mix;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetChoiceTest {
    private static Village killing(Target target) {
        PlannedFault kill =
                new PlannedFault(new Kill(target, null, CrashPolicy.KEEP, null), new Timing.At(SECOND), null);
        return new Village(7, 5, new FaultPlan(List.of(kill), null, null)).run(SECOND);
    }

    private static List<String> hit(Target target) {
        return killing(target).faults.executed().stream()
                .flatMap(fault -> fault.nodes().stream())
                .map(NodeId::name)
                .toList();
    }

    private static Target mode(Mode mode, int value) {
        return new Target(List.of(), null, null, false, mode, value);
    }

    @Test
    void aModeTakesAsManyAsItSays() {
        assertEquals(1, hit(Target.one()).size());
        assertEquals(List.of("n1", "n2", "n3", "n4", "n5"), hit(Target.all()));
        assertEquals(3, hit(mode(Mode.FIXED, 3)).size());
        assertEquals(5, hit(mode(Mode.FIXED, 9)).size());
        assertEquals(2, hit(mode(Mode.FIXED_PERCENT, 59)).size());
        assertEquals(5, hit(mode(Mode.FIXED_PERCENT, 100)).size());
        assertEquals(2, hit(Target.servers(Mode.MINORITY)).size());
        assertEquals(3, hit(Target.servers(Mode.MAJORITY)).size());
    }

    @Test
    void minoritiesAndMajoritiesAreStrict() {
        assertEquals(
                List.of(0, 0, 0, 1, 1, 2),
                List.of(0, 1, 2, 3, 4, 5).stream().map(TargetChoice::minority).toList());
        assertEquals(
                List.of(1, 2, 2, 3, 3),
                List.of(1, 2, 3, 4, 5).stream().map(TargetChoice::majority).toList());
    }

    @Test
    void zonesNamesAndRolesSelect() {
        assertEquals(List.of("n1", "n3", "n5"), hit(Target.zone("odd")));
        assertEquals(List.of("n2", "c1"), hit(Target.nodes("n2", "c1")));
        assertEquals(
                1,
                hit(new Target(List.of(), "even", null, false, Mode.MINORITY, 0))
                                .size()
                        + 1);
        for (String follower : hit(new Target(List.of(), null, "follower", false, Mode.ALL, 0))) {
            assertTrue(follower.startsWith("n"));
        }
    }

    @Test
    void whereNobodyFitsNothingHappensAndThatIsReported() {
        for (Target target : List.of(
                Target.zone("nowhere"),
                Target.role("emperor"),
                Target.nodes("n9"),
                mode(Mode.FIXED_PERCENT, 0),
                mode(Mode.FIXED_PERCENT, 19))) {
            Village village = killing(target);
            assertEquals(List.of(), village.faults.executed());
            assertEquals(List.of("kill at 1s: nobody fits " + target), village.faults.neverFired());
            assertEquals(
                    new Village(7, 5, FaultPlan.NONE)
                            .run(SECOND)
                            .simulation
                            .digest()
                            .value(),
                    village.simulation.digest().value());
        }
    }

    private static List<NodeId> nodes(int count) {
        List<NodeId> nodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            nodes.add(new NodeId(i, "n" + (i + 1)));
        }
        return nodes;
    }

    @Test
    void everyNodeIsTakenAsOften() {
        int[] taken = new int[5];
        for (int i = 0; i < 5_000; i++) {
            taken[TargetChoice.lowest(nodes(5), 1, Mix.mix64(i)).get(0).index()]++;
        }
        for (int each : taken) {
            // 1,000 of 5,000, with a deviation of 28.3; five of them.
            assertEquals(1_000, each, 142);
        }
    }

    @Test
    void whoJoinsTakesThePlaceOfNobodyElse() {
        for (int i = 0; i < 1_000; i++) {
            List<NodeId> before = TargetChoice.lowest(nodes(5), 2, Mix.mix64(i));
            List<NodeId> after = new ArrayList<>(TargetChoice.lowest(nodes(6), 2, Mix.mix64(i)));
            after.removeIf(node -> node.index() == 5);
            assertTrue(before.containsAll(after), "key of " + i);
        }
    }
}
