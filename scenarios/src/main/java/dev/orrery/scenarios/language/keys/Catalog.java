package dev.orrery.scenarios.language.keys;

import dev.orrery.sim.check.Check;
import dev.orrery.sim.check.CheckProvider;
import dev.orrery.sim.system.Options;
import dev.orrery.sim.system.SystemProvider;
import dev.orrery.sim.workload.WorkloadProvider;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The systems, workloads and checks that are on the program's class path, by name in alphabetical order. */
public final class Catalog {
    private static final Catalog ON_CLASS_PATH = new Catalog();

    private final Map<String, SystemProvider> systems = new TreeMap<>();
    private final Map<String, WorkloadProvider> workloads = new TreeMap<>();
    private final Map<String, Check> ownChecks = new TreeMap<>();

    private Catalog() {
        ServiceLoader.load(SystemProvider.class).forEach(system -> systems.put(system.name(), system));
        ServiceLoader.load(WorkloadProvider.class).forEach(workload -> workloads.put(workload.name(), workload));
        for (CheckProvider provider : ServiceLoader.load(CheckProvider.class)) {
            provider.checks().forEach(check -> ownChecks.put(check.name(), check));
        }
    }

    /** All that there is; looked for once. */
    public static Catalog onClassPath() {
        return ON_CLASS_PATH;
    }

    /** The systems. */
    public Map<String, SystemProvider> systems() {
        return Collections.unmodifiableMap(systems);
    }

    /** The system of that name, which there must be. */
    SystemProvider system(String name) {
        return Optional.ofNullable(systems.get(name)).orElseThrow();
    }

    /** The workload of that name, which there must be. */
    WorkloadProvider workload(String name) {
        return Optional.ofNullable(workloads.get(name)).orElseThrow();
    }

    /** The workloads. */
    public Map<String, WorkloadProvider> workloads() {
        return Collections.unmodifiableMap(workloads);
    }

    /** The checks that belong to no system and no workload. */
    public Map<String, Check> ownChecks() {
        return Collections.unmodifiableMap(ownChecks);
    }

    /** What is judged when a scenario does not choose: the checks of its system and those of its workload. */
    static Map<String, Check> usualChecks(SystemProvider system, WorkloadProvider workload, Options options) {
        Map<String, Check> checks = new LinkedHashMap<>();
        workload.checks(options).forEach(check -> checks.put(check.name(), check));
        system.checks().forEach(check -> checks.put(check.name(), check));
        return checks;
    }

    /** All checks there are, with what they belong to, in alphabetical order. */
    public List<Origin> checks() {
        Map<String, Origin> checks = new TreeMap<>();
        systems.values().forEach(system -> system.checks().forEach(check -> add(checks, check, system.name())));
        workloads
                .values()
                .forEach(workload -> workload.checks(Options.initial(workload.options()))
                        .forEach(check -> add(checks, check, workload.name())));
        ownChecks.values().forEach(check -> add(checks, check, ""));
        return List.copyOf(checks.values());
    }

    private static void add(Map<String, Origin> checks, Check check, String owner) {
        checks.merge(
                check.name(),
                new Origin(check, owner),
                (one, other) -> new Origin(one.check(), one.owner() + ", " + other.owner()));
    }

    /**
     * A check and where it comes from.
     *
     * @param owner the systems and workloads whose check it is; empty for one that any scenario may ask for
     */
    public record Origin(Check check, String owner) {}
}
