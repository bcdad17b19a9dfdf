package dev.orrery.scenarios;

import dev.orrery.sim.check.Check;
import dev.orrery.sim.disk.DiskConfig;
import dev.orrery.sim.fault.FaultPlan;
import dev.orrery.sim.network.NetworkConfig;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.schedule.Schedule;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is the same in each run of a scenario. With a seed it is a run.
 *
 * @param name in lower case with hyphens
 * @param description what it shows; may be empty
 * @param system what runs on the servers
 * @param seed the seed of a run for which nobody chooses another; empty: one is drawn for each run
 * @param duration virtual nanoseconds that a run takes, more than 0
 * @param schedule in which order events happen; a heal ends any other order than that of time
 * @param network how links behave
 * @param clock how far clocks are off
 * @param disk how fast and how large disks are
 * @param workload what the clients do
 * @param faults what goes wrong, the nemesis and the heal among it
 * @param checks the properties to judge
 * @param goals events of the system that some run of many must have seen
 * @param thresholds what else a run must keep
 * @param expectedFailure the check that must fail, for a bug that is kept; empty: all checks must pass
 */
public record Scenario(
        String name,
        String description,
        SystemSpec system,
        Optional<Seed> seed,
        long duration,
        Schedule schedule,
        NetworkConfig network,
        ClockSpec clock,
        DiskConfig disk,
        WorkloadSpec workload,
        FaultPlan faults,
        List<Check> checks,
        List<String> goals,
        List<Threshold> thresholds,
        Optional<String> expectedFailure) {

    /** The most virtual time that a run takes: 30 days. */
    public static final long LONGEST = 30L * 24 * 3_600_000_000_000L;

    /** Takes the lists as they are now. */
    public Scenario {
        checks = List.copyOf(checks);
        goals = List.copyOf(goals);
        thresholds = List.copyOf(thresholds);
    }

    /** The same with another plan of what goes wrong. */
    public Scenario withFaults(FaultPlan plan) {
        return with(system, duration, schedule, plan);
    }

    /** The same for another stretch of virtual time, in nanoseconds. */
    public Scenario withDuration(long nanos) {
        return with(system, nanos, schedule, faults);
    }

    /** The same in another order of events. */
    public Scenario withSchedule(Schedule other) {
        return with(system, duration, other, faults);
    }

    /** The same with other servers. */
    public Scenario withSystem(SystemSpec other) {
        return with(other, duration, schedule, faults);
    }

    private Scenario with(SystemSpec servers, long nanos, Schedule order, FaultPlan plan) {
        return new Scenario(
                name,
                description,
                servers,
                seed,
                nanos,
                order,
                network,
                clock,
                disk,
                workload,
                plan,
                checks,
                goals,
                thresholds,
                expectedFailure);
    }
}
