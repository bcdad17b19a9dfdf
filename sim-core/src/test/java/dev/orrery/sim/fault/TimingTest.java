package dev.orrery.sim.fault;

import static dev.orrery.sim.fault.Village.MS;
import static dev.orrery.sim.fault.Village.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.Observer;
import dev.orrery.sim.fault.ClockFault.Jump;
import dev.orrery.sim.fault.Trigger.Comparison;
import dev.orrery.sim.fault.Trigger.Condition;
import dev.orrery.sim.fault.Trigger.Source;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.time.DurationRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When faults begin, told by one that changes nothing that a villager looks at: a jump of a clock. */
class TimingTest {
    private static DurationRange range(long min, long max) {
        return new DurationRange(min * MS, max * MS);
    }

    private static PlannedFault jump(Target target, Timing timing) {
        return new PlannedFault(new Jump(target, MS), timing, null);
    }

    private static Village village(PlannedFault... faults) {
        return new Village(7, 3, new FaultPlan(List.of(faults), null, null));
    }

    private static List<Long> times(Village village) {
        return village.faults.executed().stream().map(ExecutedFault::at).toList();
    }

    @Test
    void everyComesBackAfterItsPeriod() {
        Village village =
                village(jump(Target.one(), new Timing.Every(range(300, 300)))).run(SECOND);
        assertEquals(List.of(300 * MS, 600 * MS, 900 * MS), times(village));
    }

    @Test
    void everyBeginsAndEndsAsItIsTold() {
        Village village = village(jump(Target.one(), new Timing.Every(range(100, 100), 0, 3)))
                .run(SECOND);
        assertEquals(List.of(0L, 100 * MS, 200 * MS), times(village));
    }

    @Test
    void aPeriodIsDrawnEachTime() {
        List<Long> times =
                times(village(jump(Target.one(), new Timing.Every(range(50, 150), 0, Timing.Every.WITHOUT_END)))
                        .run(10 * SECOND));
        List<Long> periods = new ArrayList<>();
        for (int i = 1; i < times.size(); i++) {
            periods.add(times.get(i) - times.get(i - 1));
        }
        assertTrue(periods.stream().allMatch(period -> period >= 50 * MS && period <= 150 * MS));
        // The deviation of one is 28.9 ms, that of the mean of about a hundred a tenth of it; five of them.
        assertEquals(
                100.0 * MS,
                periods.stream().mapToLong(period -> period).average().orElseThrow(),
                14.5 * MS);
    }

    /** When and by whom a note, role or state was reported, as the observer of the run has it. */
    private record Report(long at, NodeId node, long value) {}

    private static List<Report> reports(Source source, String wanted) {
        Village village = village();
        List<Report> reports = new ArrayList<>();
        village.simulation.observe(new Observer() {
            @Override
            public void role(NodeId node, String role, long at) {
                take(Source.ROLE, node, role, 0, at);
            }

            @Override
            public void state(NodeId node, String name, long value, long at) {
                take(Source.STATE, node, name, value, at);
            }

            @Override
            public void note(NodeId node, String event, String field, long value, long at) {
                take(Source.EVENT, node, event, value, at);
            }

            private void take(Source kind, NodeId node, String name, long value, long at) {
                if (kind == source && name.equals(wanted)) {
                    reports.add(new Report(at, node, value));
                }
            }
        });
        village.run(2 * SECOND);
        return reports;
    }

    private static Village triggered(
            Source source, String name, @Nullable Condition condition, DurationRange after, long times) {
        Trigger trigger = new Trigger(source, name, condition, after, times);
        return village(jump(Target.ofReport(), new Timing.When(trigger))).run(2 * SECOND);
    }

    @Test
    void aTriggerFiresOneNanosecondAfterItsReport() {
        for (Source source : Source.values()) {
            String name = switch (source) {
                case EVENT -> "spoke";
                case ROLE -> "leader";
                case STATE -> "answered";
            };
            Report first = reports(source, name).get(0);
            Village village = triggered(source, name, null, range(0, 0), 1);
            assertEquals(List.of(first.at() + 1), times(village), name);
            assertEquals(List.of(first.node()), village.faults.executed().get(0).nodes(), name);
        }
    }

    @Test
    void aTriggerFiresLaterAndAgainIfToldSo() {
        List<Long> expected = reports(Source.EVENT, "spoke").stream()
                .limit(4)
                .map(report -> report.at() + 70 * MS)
                .toList();
        assertEquals(expected, times(triggered(Source.EVENT, "spoke", null, range(70, 70), 4)));
    }

    @Test
    void aTriggerWaitsForTheNumberItWants() {
        Report wanted = reports(Source.STATE, "answered").stream()
                .filter(report -> report.value() >= 17)
                .findFirst()
                .orElseThrow();
        Condition condition = new Condition("", Comparison.AT_LEAST, 17);
        assertEquals(List.of(wanted.at() + 1), times(triggered(Source.STATE, "answered", condition, range(0, 0), 1)));
    }

    @Test
    void aTriggerThatNobodyPullsIsReported() {
        Village village = triggered(Source.EVENT, "doomsday", null, range(0, 0), 1);
        assertEquals(List.of("clock-jump: nobody reported event doomsday"), village.faults.neverFired());
    }

    @Test
    void leavingAFaultOutChangesNothingThatIsDrawnForTheOthers() {
        PlannedFault first = jump(Target.one(), new Timing.Every(range(50, 150)));
        PlannedFault second = new PlannedFault(
                new ClockFault.Skew(Target.servers(Target.Mode.MINORITY), MS),
                new Timing.Every(range(100, 300)),
                range(10, 90));
        List<ExecutedFault> both = village(first, second).run(3 * SECOND).faults.executed();
        List<ExecutedFault> alone = village(second).run(3 * SECOND).faults.executed();
        List<PlannedFault> seconds = both.stream()
                .map(ExecutedFault::planned)
                .filter(planned -> planned.fault() instanceof ClockFault.Skew)
                .toList();
        assertEquals(alone.stream().map(ExecutedFault::planned).toList(), seconds);
    }

    @Test
    void twoFaultsThatAreAlikeAreDrawnApart() {
        PlannedFault one =
                new PlannedFault(new ClockFault.Skew(Target.one(), MS), new Timing.At(SECOND), range(10, 900));
        List<ExecutedFault> both = village(one, one).run(3 * SECOND).faults.executed();
        assertEquals(2, both.size());
        assertTrue(both.get(0).until() != both.get(1).until());
    }

    @Test
    void aFaultOfNoLengthBeginsAndEndsAtOnce() {
        PlannedFault brief = new PlannedFault(new ProcessFault.Pause(Target.one()), new Timing.At(SECOND), range(0, 0));
        ExecutedFault executed =
                village(brief).run(2 * SECOND).faults.executed().get(0);
        assertEquals(SECOND, executed.until());
    }
}
