package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.StandingCheck;
import dev.orrery.scenarios.history.HistoryFormat;
import dev.orrery.scenarios.history.Judge;
import dev.orrery.scenarios.language.form.Key;
import dev.orrery.scenarios.language.keys.Catalog;
import dev.orrery.scenarios.language.keys.FaultKeys;
import dev.orrery.scenarios.language.keys.ScenarioReader;
import dev.orrery.scenarios.library.Library;
import dev.orrery.sim.system.Option;
import dev.orrery.sim.system.SystemProvider;
import dev.orrery.sim.workload.WorkloadProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What can be listed: things with a name and a description, and further properties that are lists of texts or of such
 * things themselves.
 */
enum Listing {
    SCENARIOS {
        @Override
        List<Map<String, Object>> all() {
            return Library.names().stream().map(Listing::scenario).toList();
        }
    },
    SYSTEMS {
        @Override
        List<Map<String, Object>> all() {
            return Catalog.onClassPath().systems().values().stream()
                    .map(Listing::system)
                    .toList();
        }
    },
    WORKLOADS {
        @Override
        List<Map<String, Object>> all() {
            return Catalog.onClassPath().workloads().values().stream()
                    .map(Listing::workload)
                    .toList();
        }
    },
    CHECKS {
        @Override
        List<Map<String, Object>> all() {
            Map<String, Map<String, Object>> byName = new TreeMap<>();
            for (StandingCheck check : StandingCheck.values()) {
                byName.put(check.text(), check(check.text(), check.description(), ""));
            }
            for (Catalog.Origin origin : Catalog.onClassPath().checks()) {
                String name = origin.check().name();
                byName.put(name, check(name, origin.check().description(), origin.owner()));
            }
            return List.copyOf(byName.values());
        }

        private Map<String, Object> check(String name, String description, String owner) {
            return thing(name, description, "of", owner.isEmpty() ? List.of() : List.of(owner.split(", ", -1)));
        }
    },
    FAULTS {
        @Override
        List<Map<String, Object>> all() {
            return FaultKeys.kinds().stream().map(Listing::fault).toList();
        }
    },
    MODELS {
        @Override
        List<Map<String, Object>> all() {
            return Judge.all().stream()
                    .map(judge -> thing(judge.model(), judge.description(), "levels", judge.levels()))
                    .toList();
        }
    },
    FORMATS {
        @Override
        List<Map<String, Object>> all() {
            return Arrays.stream(HistoryFormat.values())
                    .map(format -> thing(format.text(), format.description(), "writable", format.isWritable()))
                    .toList();
        }
    };

    /** All things of this kind, in order, each with {@code name} and {@code description} first. */
    abstract List<Map<String, Object>> all();

    private static Map<String, Object> scenario(String name) {
        try (InputStream in = Library.open(name)) {
            Scenario scenario = ScenarioReader.read(name, in).scenario();
            if (scenario == null) {
                throw new IllegalStateException(
                        "the bundled scenario " + name + " has errors: orrery validate " + name);
            }
            return thing(
                    name,
                    scenario.description(),
                    "system",
                    scenario.system().provider().name(),
                    "expect",
                    scenario.expectedFailure().orElse("pass"));
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read the bundled scenario " + name, broken);
        }
    }

    private static Map<String, Object> system(SystemProvider system) {
        List<Object> events = new ArrayList<>();
        for (SystemProvider.EventType event : system.events()) {
            events.add(thing(event.name(), event.description(), "field", event.field()));
        }
        return thing(
                system.name(),
                system.description(),
                "operations",
                system.operations(),
                "roles",
                system.roles(),
                "checks",
                system.checks().stream().map(check -> check.name()).toList(),
                "options",
                options(system.options()),
                "events",
                events);
    }

    private static Map<String, Object> workload(WorkloadProvider workload) {
        return thing(
                workload.name(),
                workload.description(),
                "mix",
                workload.mix().parts(),
                "options",
                options(workload.options()));
    }

    private static List<Object> options(List<Option<?>> table) {
        List<Object> options = new ArrayList<>();
        table.forEach(option -> options.add(thing(option.name(), option.description(), "default", option.initial())));
        return options;
    }

    private static Map<String, Object> fault(Key<?, ?> key) {
        return thing(
                key.name(),
                key.description(),
                "example",
                key.name() + ": " + key.examples().get(0));
    }

    private static Map<String, Object> thing(String name, String description, Object... more) {
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("name", name);
        thing.put("description", description);
        for (int i = 0; i < more.length; i += 2) {
            thing.put((String) more[i], more[i + 1]);
        }
        return thing;
    }
}
