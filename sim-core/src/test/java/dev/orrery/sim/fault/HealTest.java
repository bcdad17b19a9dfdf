package dev.orrery.sim.fault;

import static dev.orrery.sim.fault.Village.MS;
import static dev.orrery.sim.fault.Village.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.fault.NetworkFault.Partition;
import dev.orrery.sim.fault.NetworkFault.Partition.Shape;
import dev.orrery.sim.fault.ProcessFault.Kill;
import dev.orrery.sim.fault.ProcessFault.Pause;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.time.DurationRange;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** At 2 s n1, n2 and n3 of five servers are healed. */
class HealTest {
    private static final Heal HEAL = new Heal(2 * SECOND, List.of("n1", "n2", "n3"), SECOND);

    private static DurationRange exactly(long nanos) {
        return new DurationRange(nanos, nanos);
    }

    private static Village healed(Fault fault, @Nullable DurationRange length) {
        PlannedFault planned = new PlannedFault(fault, new Timing.At(SECOND), length);
        return new Village(7, 5, new FaultPlan(List.of(planned), null, HEAL));
    }

    @Test
    void linksInsideTheCoreAreMendedAndOthersStayCutForGood() {
        Village village = healed(new Partition(Shape.ISOLATE, Target.all()), exactly(2 * SECOND))
                .run(5 * SECOND);
        assertEquals(0, village.heard("n1", "n2", SECOND + 2 * MS, 2 * SECOND));
        assertTrue(village.heard("n1", "n2", 2 * SECOND, 5 * SECOND) > 0);
        assertEquals(0, village.heard("n1", "n4", SECOND + 2 * MS, 5 * SECOND));
        assertEquals(0, village.heard("n4", "n1", SECOND + 2 * MS, 5 * SECOND));
        assertEquals(0, village.heard("n4", "n5", SECOND + 2 * MS, 5 * SECOND));
    }

    @Test
    void whatACloggedLinkHoldsInsideTheCoreArrivesAndTheRestNeverDoes() {
        Village village = healed(
                        new NetworkFault.Clog(NetworkFault.Clog.Strategy.AT_ONCE, NetworkFault.Clog.STAGGER, Links.ALL),
                        exactly(2 * SECOND))
                .run(5 * SECOND);
        assertTrue(village.heard("n1", "n2", 2 * SECOND, 2 * SECOND + 1) > 20);
        assertEquals(0, village.heard("n1", "n4", SECOND + 2 * MS, 5 * SECOND));
    }

    @Test
    void whoIsDownInTheCoreIsRestartedAndOthersStayDown() {
        Village village = healed(new Kill(Target.all(), exactly(2 * SECOND), CrashPolicy.KEEP, null), null)
                .run(5 * SECOND);
        for (String name : List.of("n1", "n2", "n3")) {
            assertNotNull(village.simulation.process(village.node(name)), name);
        }
        for (String name : List.of("n4", "n5")) {
            assertNull(village.simulation.process(village.node(name)), name);
        }
        assertEquals(ExecutedFault.NEVER, village.faults.executed().get(0).until());
    }

    @Test
    void clientsAreHealedToo() {
        Village village = healed(new Kill(Target.nodes("c1"), null, CrashPolicy.KEEP, null), null)
                .run(3 * SECOND);
        assertNotNull(village.simulation.process(village.node("c1")));
    }

    @Test
    void whoIsPausedInTheCoreGoesOnAndOthersNeverDo() {
        Village village = healed(new Pause(Target.all()), exactly(2 * SECOND)).run(5 * SECOND);
        assertTrue(village.heard("n1", "n2", 2 * SECOND, 5 * SECOND) > 0);
        assertEquals(0, village.heard("n4", "n1", SECOND + 2 * MS, 5 * SECOND));
    }

    @Test
    void aFaultOfTheCoreAloneIsOverWithTheHeal() {
        Village village = healed(new Pause(Target.nodes("n2")), null).run(5 * SECOND);
        assertEquals(2 * SECOND, village.faults.executed().get(0).until());
    }

    @Test
    void nothingNewBeginsAfterwards() {
        FaultPlan plan = new FaultPlan(
                List.of(
                        new PlannedFault(new Pause(Target.one()), new Timing.Every(exactly(100 * MS)), exactly(MS)),
                        new PlannedFault(
                                new Pause(Target.ofReport()),
                                new Timing.When(
                                        new Trigger(Trigger.Source.EVENT, "spoke", null, exactly(0), Long.MAX_VALUE)),
                                exactly(MS))),
                new Nemesis(Nemesis.Profile.CRASHES, false, Probability.ALWAYS, Budget.MINORITY),
                HEAL);
        Village village = new Village(7, 5, plan).run(6 * SECOND);
        List<ExecutedFault> executed = village.faults.executed();
        assertTrue(executed.size() > 20);
        assertTrue(executed.stream().allMatch(fault -> fault.at() <= HEAL.at()));
        assertTrue(village.simulation.history().faults().stream().allMatch(fault -> fault.at() <= HEAL.at()));
    }

    @Test
    void aKillThatWaitsForItsMomentIsCalledOff() {
        Kill lurking = new Kill(Target.all(), null, CrashPolicy.KEEP, Kill.Moment.UNSYNCED_WRITE);
        PlannedFault stalled = new PlannedFault(new Pause(Target.all()), new Timing.At(SECOND), null);
        PlannedFault kill = new PlannedFault(lurking, new Timing.At(SECOND + 1), null);
        Village village = new Village(7, 5, new FaultPlan(List.of(stalled, kill), null, HEAL)).run(4 * SECOND);
        // A write that was unsynced already makes the kill strike at once; whoever had none then is spared for good.
        long down = village.simulation.nodes().stream()
                .filter(node -> village.simulation.process(node) == null)
                .count();
        assertTrue(down <= 2, () -> down + " are down");
    }

    @Test
    void aDrawnCoreIsTheLeastMajorityAndAnotherForOtherSeeds() {
        TreeSet<String> cores = new TreeSet<>();
        for (long seed = 0; seed < 40; seed++) {
            FaultPlan plan = new FaultPlan(List.of(), null, new Heal(10 * MS, List.of(), SECOND));
            List<NodeId> core = new Village(seed, 5, plan).run(20 * MS).faults.core();
            assertEquals(3, core.size(), "seed " + seed);
            cores.add(core.toString());
        }
        // Of 10 possible cores, one is missing in 40 draws with a chance of 10 * 0.9^40 = 15 %, three with less than
        // 1e-3.
        assertTrue(cores.size() >= 7, () -> cores.toString());
    }

    @Test
    void aDrawnCoreAvoidsWhoseDiskIsDamaged() {
        for (long seed = 0; seed < 20; seed++) {
            PlannedFault rot =
                    new PlannedFault(new DiskFault.BitRot(Target.nodes("n2", "n4"), 1, null), new Timing.At(MS), null);
            FaultPlan plan = new FaultPlan(List.of(rot), null, new Heal(10 * MS, List.of(), SECOND));
            List<NodeId> core = new Village(seed, 5, plan).run(20 * MS).faults.core();
            assertEquals("[n1, n3, n5]", core.toString(), "seed " + seed);
        }
    }

    @Test
    void theHealIsToldToTheHistory() {
        Village village = healed(new Pause(Target.nodes("n2")), null).run(3 * SECOND);
        assertTrue(village.simulation.history().faults().stream()
                .anyMatch(
                        fault -> fault.f().equals("heal") && fault.what().equals("the core n1, n2 and n3 is healed")));
        assertNotEquals(List.of(), village.faults.core());
    }
}
