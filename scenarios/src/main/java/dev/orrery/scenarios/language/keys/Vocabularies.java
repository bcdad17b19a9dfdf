package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.language.ProblemCode;
import dev.orrery.scenarios.language.form.Choice;
import dev.orrery.scenarios.language.form.Definitions;
import dev.orrery.scenarios.language.form.Scope;
import dev.orrery.scenarios.language.form.Vocabulary;
import dev.orrery.sim.system.SystemProvider.EventType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names that a scenario may use because its own nodes, or the class path, have them. */
final class Vocabularies {

    /** Systems on the class path. */
    static final Vocabulary SYSTEM = new Vocabulary(
            "system",
            ProblemCode.UNKNOWN_SYSTEM,
            scope -> Optional.of(Catalog.onClassPath().systems().keySet()),
            described(systems()));

    /** Workloads on the class path. */
    static final Vocabulary WORKLOAD = new Vocabulary(
            "workload",
            ProblemCode.UNKNOWN_WORKLOAD,
            scope -> Optional.of(Catalog.onClassPath().workloads().keySet()),
            described(workloads()));

    /** Servers. */
    static final Vocabulary SERVER =
            new Vocabulary("server", ProblemCode.UNKNOWN_NODE, scope -> scope.known(Facts.SERVERS));

    /** Servers and clients. */
    static final Vocabulary NODE = new Vocabulary("node", ProblemCode.UNKNOWN_NODE, Vocabularies::nodes);

    /** Zones that a server stands in. */
    static final Vocabulary ZONE = new Vocabulary("zone", ProblemCode.UNKNOWN_ZONE, scope -> scope.known(Facts.ZONES));

    /** Roles that the system's nodes play. */
    static final Vocabulary ROLE = new Vocabulary(
            "role", ProblemCode.UNKNOWN_ROLE, scope -> scope.known(Facts.SYSTEM).map(system -> system.roles()));

    /** Events that the system notes. */
    static final Vocabulary EVENT = new Vocabulary(
            "event",
            ProblemCode.UNKNOWN_EVENT,
            scope -> scope.known(Facts.SYSTEM)
                    .map(system -> system.events().stream().map(EventType::name).toList()));

    /** Operations that the workload asks for. */
    static final Vocabulary OPERATION = new Vocabulary(
            "operation",
            ProblemCode.UNKNOWN_OPERATION,
            scope -> scope.known(Facts.WORKLOAD)
                    .map(workload -> workload.mix().parts().keySet()));

    /** Checks that fit the system and the workload. */
    static final Vocabulary CHECK =
            new Vocabulary("check", ProblemCode.UNKNOWN_CHECK, scope -> scope.known(Facts.CHECKS));

    private Vocabularies() {}

    private static Optional<Collection<String>> nodes(Scope scope) {
        return scope.known(Facts.SERVERS)
                .flatMap(servers -> scope.known(Facts.CLIENTS).map(clients -> {
                    Set<String> names = new LinkedHashSet<>(servers);
                    scope.known(Facts.NEWCOMERS).ifPresent(names::addAll);
                    for (int client = 1; client <= clients; client++) {
                        names.add("c" + client);
                    }
                    return names;
                }));
    }

    private static Map<String, String> systems() {
        Map<String, String> descriptions = new LinkedHashMap<>();
        Catalog.onClassPath().systems().forEach((name, system) -> descriptions.put(name, system.description()));
        return descriptions;
    }

    private static Map<String, String> workloads() {
        Map<String, String> descriptions = new LinkedHashMap<>();
        Catalog.onClassPath().workloads().forEach((name, workload) -> descriptions.put(name, workload.description()));
        return descriptions;
    }

    private static Map<String, Object> described(Map<String, String> descriptions) {
        return descriptions.isEmpty() ? Definitions.object("type", "string") : Choice.oneOf(descriptions);
    }
}
