package dev.orrery.scenarios.shrink;

import dev.orrery.scenarios.ClockSpec;
import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.SystemSpec;
import dev.orrery.scenarios.Threshold;
import dev.orrery.scenarios.WorkloadSpec;
import dev.orrery.sim.check.Check;
import dev.orrery.sim.disk.DiskConfig;
import dev.orrery.sim.fault.FaultPlan;
import dev.orrery.sim.fault.PlannedFault;
import dev.orrery.sim.network.NetworkConfig;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.schedule.Schedule;
import dev.orrery.sim.system.Options;
import dev.orrery.sim.workload.Load;
import dev.orrery.sim.workload.OperationMix;
import dev.orrery.sim.workload.Turn;
import java.util.List;
import java.util.Optional;

/** A scenario in the making: another one, of which a few things are changed. */
final class Draft {
    private final Scenario origin;
    private String name;
    private SystemSpec system;
    private Optional<Seed> seed;
    private long duration;
    private Schedule schedule;
    private NetworkConfig network;
    private ClockSpec clock;
    private DiskConfig disk;
    private WorkloadSpec workload;
    private FaultPlan faults;
    private List<Check> checks;
    private List<String> goals;
    private List<Threshold> thresholds;
    private Optional<String> expectedFailure;

    private Draft(Scenario origin) {
        this.origin = origin;
        name = origin.name();
        system = origin.system();
        seed = origin.seed();
        duration = origin.duration();
        schedule = origin.schedule();
        network = origin.network();
        clock = origin.clock();
        disk = origin.disk();
        workload = origin.workload();
        faults = origin.faults();
        checks = origin.checks();
        goals = origin.goals();
        thresholds = origin.thresholds();
        expectedFailure = origin.expectedFailure();
    }

    static Draft of(Scenario origin) {
        return new Draft(origin);
    }

    Scenario scenario() {
        return new Scenario(
                name,
                origin.description(),
                system,
                seed,
                duration,
                schedule,
                network,
                clock,
                disk,
                workload,
                faults,
                checks,
                goals,
                thresholds,
                expectedFailure);
    }

    Draft name(String other) {
        name = other;
        return this;
    }

    Draft seed(Seed other) {
        seed = Optional.of(other);
        return this;
    }

    Draft duration(long nanos) {
        duration = nanos;
        return this;
    }

    Draft schedule(Schedule other) {
        schedule = other;
        return this;
    }

    Draft network(NetworkConfig other) {
        network = other;
        return this;
    }

    Draft clock(ClockSpec other) {
        clock = other;
        return this;
    }

    Draft disk(DiskConfig other) {
        disk = other;
        return this;
    }

    Draft nodes(List<SystemSpec.Node> nodes) {
        system = new SystemSpec(system.provider(), nodes, system.options());
        return this;
    }

    Draft systemOptions(Options options) {
        system = new SystemSpec(system.provider(), system.nodes(), options);
        return this;
    }

    Draft workload(WorkloadSpec other) {
        workload = other;
        return this;
    }

    Draft load(Load load) {
        return workload(new WorkloadSpec(
                workload.provider(),
                load,
                workload.only(),
                workload.timeout(),
                workload.keys(),
                workload.mix(),
                workload.options()));
    }

    Draft only(List<Turn> only) {
        return workload(new WorkloadSpec(
                workload.provider(),
                workload.load(),
                only,
                workload.timeout(),
                workload.keys(),
                workload.mix(),
                workload.options()));
    }

    Draft keys(WorkloadSpec.Keys keys) {
        return workload(new WorkloadSpec(
                workload.provider(),
                workload.load(),
                workload.only(),
                workload.timeout(),
                keys,
                workload.mix(),
                workload.options()));
    }

    Draft mix(OperationMix mix) {
        return workload(new WorkloadSpec(
                workload.provider(),
                workload.load(),
                workload.only(),
                workload.timeout(),
                workload.keys(),
                mix,
                workload.options()));
    }

    Draft workloadOptions(Options options) {
        return workload(new WorkloadSpec(
                workload.provider(),
                workload.load(),
                workload.only(),
                workload.timeout(),
                workload.keys(),
                workload.mix(),
                options));
    }

    Draft plan(FaultPlan plan) {
        faults = plan;
        return this;
    }

    /** The same plan with other faults. */
    Draft faults(List<PlannedFault> planned) {
        return plan(new FaultPlan(planned, faults.nemesis(), faults.heal()));
    }

    Draft checks(List<Check> judged) {
        checks = judged;
        return this;
    }

    Draft noGoals() {
        goals = List.of();
        return this;
    }

    Draft thresholds(List<Threshold> kept) {
        thresholds = kept;
        return this;
    }

    Draft expect(Optional<String> check) {
        expectedFailure = check;
        return this;
    }
}
