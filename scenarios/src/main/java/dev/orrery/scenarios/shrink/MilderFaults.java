package dev.orrery.scenarios.shrink;

import dev.orrery.scenarios.Scenario;
import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.fault.Fault;
import dev.orrery.sim.fault.PlannedFault;
import dev.orrery.sim.fault.ProcessFault.Kill;
import dev.orrery.sim.fault.ProcessFault.Stop;
import dev.orrery.sim.fault.Timing;
import dev.orrery.sim.time.DurationRange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Lets each fault hit fewer nodes, for a shorter time, earlier, and at a rounder moment. */
final class MilderFaults implements Reduction {
    @Override
    public String dimension() {
        return "targets, times and lengths of faults";
    }

    @Override
    public Scenario reduce(Scenario scenario, Oracle oracle) {
        Scenario least = allEarlier(scenario, oracle);
        for (int fault = 0; fault < scenario.faults().faults().size(); fault++) {
            least = milder(least, fault, oracle);
        }
        return least;
    }

    /** All by as much: what lies between them stays. */
    private static Scenario allEarlier(Scenario scenario, Oracle oracle) {
        List<PlannedFault> faults = scenario.faults().faults();
        if (faults.size() < 2 || !faults.stream().allMatch(fault -> fault.timing() instanceof Timing.At)) {
            return scenario;
        }
        long first = faults.stream().mapToLong(MilderFaults::time).min().orElse(0);
        for (long time : Grid.below(first)) {
            Scenario candidate = Draft.of(scenario)
                    .faults(faults.stream()
                            .map(fault -> FaultEdits.at(fault, time(fault) - first + time))
                            .toList())
                    .scenario();
            if (oracle.fails(candidate)) {
                return candidate;
            }
        }
        return scenario;
    }

    private static long time(PlannedFault planned) {
        return planned.timing() instanceof Timing.At at ? at.time() : 0;
    }

    private static Scenario milder(Scenario scenario, int fault, Oracle oracle) {
        PlannedFault[] now = {scenario.faults().faults().get(fault)};
        Predicate<PlannedFault> take = candidate -> {
            boolean fails = !candidate.equals(now[0]) && oracle.fails(with(scenario, fault, candidate));
            if (fails) {
                now[0] = candidate;
            }
            return fails;
        };
        fewerNodes(now[0], take);
        first(simpler(now[0]), take);
        first(shorter(now[0]), take);
        first(earlier(now[0]), take);
        first(rounder(now[0]), take);
        return with(scenario, fault, now[0]);
    }

    private static void first(List<PlannedFault> candidates, Predicate<PlannedFault> take) {
        for (PlannedFault candidate : candidates) {
            if (take.test(candidate)) {
                return;
            }
        }
    }

    private static Scenario with(Scenario scenario, int place, PlannedFault fault) {
        List<PlannedFault> faults = new ArrayList<>(scenario.faults().faults());
        faults.set(place, fault);
        return Draft.of(scenario).faults(faults).scenario();
    }

    private static void fewerNodes(PlannedFault planned, Predicate<PlannedFault> take) {
        List<String> nodes = planned.fault().target().nodes();
        if (nodes.size() > 1) {
            Subsets.least(
                    nodes,
                    left -> !left.isEmpty()
                            && FaultEdits.among(planned, left).filter(take).isPresent());
        }
    }

    /** Simpler faults of the same kind. */
    private static List<PlannedFault> simpler(PlannedFault planned) {
        List<Fault> simpler = new ArrayList<>();
        if (planned.fault() instanceof Kill kill) {
            simpler.add(new Kill(kill.target(), null, CrashPolicy.LOSE_UNSYNCED, null));
            simpler.add(new Kill(kill.target(), kill.restartAfter(), CrashPolicy.LOSE_UNSYNCED, kill.moment()));
            simpler.add(new Kill(kill.target(), kill.restartAfter(), kill.disk(), null));
            simpler.add(new Kill(kill.target(), null, kill.disk(), kill.moment()));
        } else if (planned.fault() instanceof Stop stop) {
            simpler.add(new Stop(stop.target(), null));
        }
        return simpler.stream().map(fault -> FaultEdits.doing(planned, fault)).toList();
    }

    /** The least length first. */
    private static List<PlannedFault> shorter(PlannedFault planned) {
        List<PlannedFault> shorter = new ArrayList<>();
        if (planned.length() != null) {
            long length = planned.length().max();
            Grid.below(length).forEach(less -> shorter.add(FaultEdits.lasting(planned, less)));
            Grid.rounder(length).forEach(round -> shorter.add(FaultEdits.lasting(planned, round)));
        } else if (planned.fault() instanceof Kill kill && kill.restartAfter() != null) {
            for (long less : Grid.below(kill.restartAfter().max())) {
                DurationRange after = new DurationRange(less, less);
                shorter.add(FaultEdits.doing(planned, new Kill(kill.target(), after, kill.disk(), kill.moment())));
            }
        } else if (planned.fault() instanceof Stop stop && stop.restartAfter() != null) {
            for (long less : Grid.below(stop.restartAfter().max())) {
                shorter.add(FaultEdits.doing(planned, new Stop(stop.target(), new DurationRange(less, less))));
            }
        }
        return shorter;
    }

    /** The earliest first. */
    private static List<PlannedFault> earlier(PlannedFault planned) {
        return planned.timing() instanceof Timing.At at
                ? Grid.below(at.time()).stream()
                        .map(time -> FaultEdits.at(planned, time))
                        .toList()
                : List.of();
    }

    private static List<PlannedFault> rounder(PlannedFault planned) {
        return planned.timing() instanceof Timing.At at
                ? Grid.rounder(at.time()).stream()
                        .map(time -> FaultEdits.at(planned, time))
                        .toList()
                : List.of();
    }
}
