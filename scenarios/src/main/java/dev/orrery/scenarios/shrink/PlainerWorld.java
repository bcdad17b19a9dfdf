package dev.orrery.scenarios.shrink;

import dev.orrery.scenarios.ClockSpec;
import dev.orrery.scenarios.Scenario;
import dev.orrery.sim.disk.DiskConfig;
import java.util.ArrayList;
import java.util.List;

/** Makes clocks true and disks ordinary, or at least of constant speed. */
final class PlainerWorld implements Reduction {
    @Override
    public String dimension() {
        return "clocks and disks";
    }

    @Override
    public Scenario reduce(Scenario scenario, Oracle oracle) {
        Scenario least = scenario;
        for (int change = 0; change < changes(least).size(); change++) {
            Scenario candidate = changes(least).get(change);
            if (!candidate.equals(least) && oracle.fails(candidate)) {
                least = candidate;
            }
        }
        return least;
    }

    private static List<Scenario> changes(Scenario now) {
        DiskConfig disk = now.disk();
        List<Scenario> changes = new ArrayList<>();
        changes.add(Draft.of(now).clock(ClockSpec.TRUE).scenario());
        changes.add(
                Draft.of(now).clock(new ClockSpec(0, now.clock().driftPpm())).scenario());
        changes.add(Draft.of(now).clock(new ClockSpec(now.clock().skew(), 0)).scenario());
        changes.add(Draft.of(now).disk(DiskConfig.DEFAULT).scenario());
        for (DiskConfig plainer : List.of(
                new DiskConfig(disk.read(), disk.write(), disk.sync(), Long.MAX_VALUE),
                new DiskConfig(DiskConfig.DEFAULT.read(), disk.write(), disk.sync(), disk.capacityBytes()),
                new DiskConfig(disk.read(), DiskConfig.DEFAULT.write(), disk.sync(), disk.capacityBytes()),
                new DiskConfig(disk.read(), disk.write(), DiskConfig.DEFAULT.sync(), disk.capacityBytes()),
                new DiskConfig(
                        CalmerNetwork.steady(disk.read()),
                        CalmerNetwork.steady(disk.write()),
                        CalmerNetwork.steady(disk.sync()),
                        disk.capacityBytes()))) {
            changes.add(Draft.of(now).disk(plainer).scenario());
        }
        return changes;
    }
}
