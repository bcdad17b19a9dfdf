package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.language.form.Fact;
import dev.orrery.sim.fault.Heal;
import dev.orrery.sim.system.SystemProvider;
import dev.orrery.sim.workload.WorkloadProvider;
import java.util.Collection;

/** What the values of some keys teach about others. */
final class Facts {
    /** The system that runs on the servers. */
    static final Fact<SystemProvider> SYSTEM = new Fact<>("system");

    /** The names of the servers at the beginning. */
    static final Fact<Collection<String>> SERVERS = new Fact<>("servers");

    /** The names of the servers that faults add so far. */
    static final Fact<Collection<String>> NEWCOMERS = new Fact<>("newcomers");

    /** The zones that servers stand in. */
    static final Fact<Collection<String>> ZONES = new Fact<>("zones");

    /** The workload. */
    static final Fact<WorkloadProvider> WORKLOAD = new Fact<>("workload");

    /** How many clients there are. */
    static final Fact<Integer> CLIENTS = new Fact<>("clients");

    /** When the run ends, in virtual nanoseconds. */
    static final Fact<Long> END = new Fact<>("end");

    /** The end of the faults. */
    static final Fact<Heal> HEAL = new Fact<>("heal");

    /** The checks that are judged when the scenario does not choose, by name. */
    static final Fact<Collection<String>> USUAL_CHECKS = new Fact<>("usual checks");

    /** The checks that the scenario may ask for, by name. */
    static final Fact<Collection<String>> CHECKS = new Fact<>("checks");

    private Facts() {}
}
