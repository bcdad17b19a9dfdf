package dev.orrery.sim.fault;

import static dev.orrery.sim.fault.Village.MS;
import static dev.orrery.sim.fault.Village.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.fault.NetworkFault.Clog;
import dev.orrery.sim.fault.NetworkFault.Partition;
import dev.orrery.sim.fault.NetworkFault.Partition.Shape;
import dev.orrery.sim.fault.ProcessFault.Kill;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.time.DurationRange;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was executed is a plan that makes the same run. */
class ExecutedPlanTest {
    private static final long END = 8 * SECOND;

    private static DurationRange range(long min, long max) {
        return new DurationRange(min * MS, max * MS);
    }

    private static Trigger trigger(Trigger.Source source, String name, DurationRange after, long times) {
        return new Trigger(source, name, null, after, times);
    }

    /** A bit of everything that is drawn, triggered or repeated. */
    private static List<PlannedFault> everything() {
        List<PlannedFault> faults = new ArrayList<>();
        faults.add(new PlannedFault(
                new Partition(Shape.ISOLATE, Target.role("leader")),
                new Timing.When(trigger(Trigger.Source.ROLE, "leader", range(0, 100), 5)),
                range(50, 300)));
        faults.add(new PlannedFault(
                new Kill(Target.ofReport(), range(10, 200), CrashPolicy.LOSE_UNSYNCED, null),
                new Timing.When(new Trigger(
                        Trigger.Source.STATE,
                        "answered",
                        new Trigger.Condition("", Trigger.Comparison.AT_LEAST, 30),
                        range(0, 0),
                        3)),
                null));
        faults.add(new PlannedFault(
                new Kill(
                        Target.servers(Target.Mode.MINORITY),
                        range(10, 500),
                        CrashPolicy.LOSE_UNSYNCED,
                        Kill.Moment.MID_BROADCAST),
                new Timing.Every(range(700, 1200)),
                null));
        faults.add(new PlannedFault(
                new ProcessFault.Rolling(Target.all(), range(20, 50), range(10, 90), false),
                new Timing.At(2 * SECOND),
                null));
        faults.add(new PlannedFault(
                new Clog(Clog.Strategy.SWIZZLE, 500 * MS, Links.ALL), new Timing.At(3 * SECOND), range(200, 400)));
        faults.add(new PlannedFault(
                new Partition(Shape.MAJORITIES_RING, Target.one()), new Timing.At(4 * SECOND), range(100, 500)));
        faults.add(
                new PlannedFault(new MembershipFault.ReplaceNode(Target.one(), null), new Timing.At(5 * SECOND), null));
        faults.add(new PlannedFault(
                new ClockFault.Strobe(Target.one(), 500 * MS, 33 * MS), new Timing.At(SECOND), range(500, 900)));
        return faults;
    }

    private static FaultPlan plan(@Nullable Heal heal) {
        Nemesis nemesis = new Nemesis(Nemesis.Profile.ALL, true, Probability.percent(60), Budget.MINORITY);
        return new FaultPlan(everything(), nemesis, heal);
    }

    @Test
    void makesTheSameRun() {
        TreeSet<String> kinds = new TreeSet<>();
        for (long seed = 0; seed < 24; seed++) {
            Heal heal = seed % 2 == 0 ? null : new Heal(6 * SECOND, List.of(), SECOND);
            Village first = new Village(seed, 5, plan(heal)).run(END);
            Village again = new Village(seed, 5, first.faults.executedPlan()).run(END);
            assertEquals(first.faults.executed(), again.faults.executed(), "seed " + seed);
            assertEquals(
                    first.simulation.digest().value(), again.simulation.digest().value(), "seed " + seed);
            assertEquals(first.faults.core(), again.faults.core(), "seed " + seed);
            first.faults
                    .executed()
                    .forEach(fault -> kinds.add(fault.planned().fault().kind()));
        }
        // All but what no villager is planned to suffer.
        assertTrue(kinds.size() >= 24, () -> kinds.toString());
    }

    @Test
    void isNotJustARunWithoutFaults() {
        Village faulty = new Village(1, 5, plan(null)).run(END);
        Village calm = new Village(1, 5, FaultPlan.NONE).run(END);
        assertNotEquals(
                faulty.simulation.digest().value(), calm.simulation.digest().value());
    }

    @Test
    void numbersFaultsInTheOrderInWhichTheyBegin() {
        List<ExecutedFault> executed =
                new Village(3, 5, plan(null)).run(END).faults.executed();
        for (int i = 0; i < executed.size(); i++) {
            assertEquals("f" + (i + 1), executed.get(i).id());
            assertTrue(i == 0 || executed.get(i - 1).at() <= executed.get(i).at());
        }
    }

    @Test
    void leavesNothingOpen() {
        for (ExecutedFault executed :
                new Village(3, 5, plan(null)).run(END).faults.executed()) {
            PlannedFault planned = executed.planned();
            assertEquals(new Timing.At(executed.at()), planned.timing());
            assertTrue(planned.length() == null
                    || planned.length().min() == planned.length().max());
            boolean named = planned.fault() instanceof MembershipFault.AddNode
                    || (planned.fault() instanceof Partition partition && partition.shape() == Shape.GROUPS)
                    || !planned.fault().target().nodes().isEmpty();
            assertTrue(named, planned::toString);
        }
    }
}
