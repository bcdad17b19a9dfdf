package dev.orrery.sim.fault;

import static dev.orrery.sim.fault.Village.MS;
import static dev.orrery.sim.fault.Village.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.Scrutiny;
import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.fault.NetworkFault.Corrupt;
import dev.orrery.sim.fault.NetworkFault.Partition;
import dev.orrery.sim.fault.NetworkFault.Partition.Shape;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.time.DurationRange;
import dev.orrery.sim.trace.Trace;
import dev.orrery.sim.trace.TraceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a trace tells of faults. */
class FaultTraceTest {
    private static final DurationRange HALF_A_SECOND = new DurationRange(SECOND / 2, SECOND / 2);

    private static List<String> lines(TraceKind kind, Fault... faults) {
        List<PlannedFault> planned = new ArrayList<>();
        for (Fault fault : faults) {
            planned.add(new PlannedFault(fault, new Timing.At(SECOND), fault.lasts() ? HALF_A_SECOND : null));
        }
        FaultPlan plan = new FaultPlan(planned, null, null);
        Village village = new Village(7, 3, plan, Scrutiny.DEFAULT.tracing(1_000_000)).run(2 * SECOND);
        Trace trace = Objects.requireNonNull(village.simulation.trace());
        List<String> lines = new ArrayList<>();
        for (long id = trace.first(); id <= trace.last(); id++) {
            if (trace.kind(id) == kind) {
                lines.add(trace.line(id));
            }
        }
        return lines;
    }

    private static boolean anyHas(List<String> lines, String part) {
        return lines.stream().anyMatch(line -> line.contains(part));
    }

    @Test
    void aPartitionIsToldWithItsSidesAndItsEnd() {
        Partition partition = new Partition(Shape.ISOLATE, Target.nodes("n2"));
        List<String> begun = lines(TraceKind.FAULT, partition);
        assertEquals(1, begun.size());
        assertTrue(
                anyHas(begun, "\"t\":1000000000") && anyHas(begun, "\"f1\"") && anyHas(begun, "[\"n1\",\"n3\"]"),
                () -> begun.toString());
        List<String> ended = lines(TraceKind.HEAL, partition);
        assertTrue(anyHas(ended, "\"t\":1500000000") && anyHas(ended, "\"f1\""), () -> ended.toString());
    }

    @Test
    void whatAFaultLosesIsPutDownToIt() {
        List<String> lost = lines(
                TraceKind.DROP,
                new Partition(Shape.ISOLATE, Target.nodes("n2")),
                new Corrupt(Probability.ALWAYS, Probability.NEVER, Corrupt.Mode.DETECTED, Links.ALL));
        assertTrue(anyHas(lost, "\"why\":\"partition:f1\""));
        assertTrue(anyHas(lost, "\"why\":\"corrupt:f2\""));
    }

    @Test
    void theTraceOfARunChangesNothingInIt() {
        PlannedFault kill = new PlannedFault(
                new ProcessFault.Kill(
                        Target.ofReport(), new DurationRange(MS, 50 * MS), CrashPolicy.LOSE_UNSYNCED, null),
                new Timing.When(new Trigger(Trigger.Source.EVENT, "spoke", null, new DurationRange(0, 10 * MS), 20)),
                null);
        FaultPlan plan = new FaultPlan(List.of(kill), null, null);
        Village traced = new Village(7, 3, plan, Scrutiny.DEFAULT.tracing(1_000)).run(2 * SECOND);
        Village untraced = new Village(7, 3, plan).run(2 * SECOND);
        assertEquals(
                untraced.simulation.digest().value(), traced.simulation.digest().value());
    }
}
