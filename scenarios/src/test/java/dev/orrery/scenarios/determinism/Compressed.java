package dev.orrery.scenarios.determinism;

import dev.orrery.scenarios.Scenario;
import dev.orrery.sim.fault.FaultPlan;
import dev.orrery.sim.fault.Heal;
import dev.orrery.sim.fault.PlannedFault;
import dev.orrery.sim.fault.Timing;
import dev.orrery.sim.fault.Trigger;
import dev.orrery.sim.time.DurationRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scenario whose faults happen in a shorter time, so that an interpreter gets through them too. */
final class Compressed {
    private final long from;
    private final long to;

    private Compressed(long from, long to) {
        this.from = from;
        this.to = to;
    }

    /**
     * The same scenario in less time.
     *
     * @param duration virtual nanoseconds that it takes then
     */
    static Scenario of(Scenario scenario, long duration) {
        Compressed compressed = new Compressed(scenario.duration(), duration);
        return new Scenario(
                scenario.name(),
                scenario.description(),
                scenario.system(),
                scenario.seed(),
                duration,
                scenario.schedule(),
                scenario.network(),
                scenario.clock(),
                scenario.disk(),
                scenario.workload(),
                compressed.plan(scenario.faults()),
                scenario.checks(),
                scenario.goals(),
                scenario.thresholds(),
                scenario.expectedFailure());
    }

    private FaultPlan plan(FaultPlan plan) {
        List<PlannedFault> faults = plan.faults().stream().map(this::fault).toList();
        return new FaultPlan(faults, plan.nemesis(), heal(plan.heal()));
    }

    private @Nullable Heal heal(@Nullable Heal heal) {
        return heal == null ? null : new Heal(time(heal.at()), heal.core(), time(heal.convergeWithin()));
    }

    private PlannedFault fault(PlannedFault planned) {
        DurationRange length = planned.length();
        return new PlannedFault(planned.fault(), timing(planned.timing()), length == null ? null : range(length));
    }

    private Timing timing(Timing timing) {
        if (timing instanceof Timing.At at) {
            return new Timing.At(time(at.time()));
        }
        if (timing instanceof Timing.Every every) {
            return new Timing.Every(range(every.period()), time(every.first()), every.times());
        }
        Trigger trigger = ((Timing.When) timing).trigger();
        return new Timing.When(new Trigger(
                trigger.source(), trigger.name(), trigger.condition(), range(trigger.after()), trigger.times()));
    }

    private DurationRange range(DurationRange range) {
        return new DurationRange(time(range.min()), time(range.max()));
    }

    /** As far along in the shorter run; a time that was not 0 does not become it. */
    private long time(long nanos) {
        return nanos == 0
                ? 0
                : Math.max(1, Math.multiplyExact(nanos / 1_000_000, to / 1_000_000) * 1_000_000 / (from / 1_000_000));
    }
}
