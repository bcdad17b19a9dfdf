package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.WorkloadSpec;
import dev.orrery.scenarios.WorkloadSpec.Keys;
import dev.orrery.scenarios.WorkloadSpec.Keys.Kind;
import dev.orrery.scenarios.language.ProblemCode;
import dev.orrery.scenarios.language.YamlNode;
import dev.orrery.scenarios.language.form.Choice;
import dev.orrery.scenarios.language.form.Entries;
import dev.orrery.scenarios.language.form.Key;
import dev.orrery.scenarios.language.form.Scope;
import dev.orrery.scenarios.language.form.Shape;
import dev.orrery.scenarios.language.form.Values;
import dev.orrery.sim.random.KeyDistribution;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.system.Option;
import dev.orrery.sim.system.Options;
import dev.orrery.sim.system.SystemProvider;
import dev.orrery.sim.workload.OperationMix;
import dev.orrery.sim.workload.WorkloadProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the clients do: {@code workload: {name: register, clients: 8, rate: 200/s, mix: {read: 60, write: 40}}}. */
final class WorkloadKeys {

    private static final Choice<Kind> KINDS = new Choice<Kind>("distribution")
            .word("uniform", Kind.UNIFORM, "Each key as often as the others.")
            .word("zipfian", Kind.ZIPFIAN, "A few keys very often, most of them rarely.")
            .word("latest", Kind.LATEST, "As zipfian, the keys added last the most often.")
            .word("hotspot", Kind.HOTSPOT, "A hot set, and the rest.");

    private static final Key<Keys, Integer> COUNT = Key.<Keys, Integer>of(
                    "count", Scalars.count(1, KeyDistribution.MOST_RANKED_KEYS), Keys::count, "How many there are.")
            .initially("16")
            .examples("1", "100");

    private static final Key<Keys, Kind> DISTRIBUTION = Key.<Keys, Kind>of(
                    "distribution", KINDS, Keys::kind, "How they are chosen, in the words of YCSB.")
            .initially("uniform")
            .examples("zipfian", "latest");

    private static final Key<Keys, Integer> HOT = Key.<Keys, Integer>of(
                    "hot",
                    Scalars.count(1, KeyDistribution.MOST_RANKED_KEYS),
                    Keys::hot,
                    "For hotspot: how many keys, from the first on, are hot.")
            .initially("1")
            .examples("2", "8")
            .beside("distribution: hotspot");

    private static final Key<Keys, Probability> HOT_SHARE = Key.<Keys, Probability>of(
                    "hot-share", Scalars.PERCENT, Keys::hotShare, "For hotspot: how many of the operations go to them.")
            .initially("80%")
            .examples("50%", "95%")
            .beside("distribution: hotspot");

    private static final Shape<Keys> KEYS = Shape.<Keys>of(
                    "keys", "Which objects the operations are about.", "workload: {name: register, keys: {…}}")
            .key(COUNT)
            .key(DISTRIBUTION)
            .key(HOT)
            .key(HOT_SHARE)
            .rule(WorkloadKeys::hotNeedsHotspot)
            .make(values ->
                    new Keys(values.get(COUNT), values.get(DISTRIBUTION), values.get(HOT), values.get(HOT_SHARE)));

    private static final Key<WorkloadSpec, String> NAME = Key.<WorkloadSpec, String>of(
                    "name",
                    Vocabularies.WORKLOAD,
                    workload -> workload.provider().name(),
                    "Which workload it is; `orrery list workloads` shows those on the class path.")
            .required()
            .examples("register", "register")
            .teaches((name, scope) ->
                    scope.learn(Facts.WORKLOAD, Catalog.onClassPath().workload(name)));

    private static final Key<WorkloadSpec, Long> TIMEOUT = Key.<WorkloadSpec, Long>of(
                    "timeout", Scalars.DURATION, WorkloadSpec::timeout, "When a client gives an operation up.")
            .initially("1s")
            .examples("5ms", "2s")
            .beside("name: register");

    private static final Key<WorkloadSpec, Keys> KEYS_KEY = Key.<WorkloadSpec, Keys>of(
                    "keys", KEYS, WorkloadSpec::keys, "Which objects the operations are about.")
            .initially("{}")
            .examples("{count: 1}", "{count: 100, distribution: zipfian}")
            .beside("name: register");

    private static final Key<WorkloadSpec, Map<String, Long>> MIX = Key.<WorkloadSpec, Map<String, Long>>of(
                    "mix",
                    new Entries<>(
                            "a mapping of operations and their parts",
                            Vocabularies.OPERATION,
                            Scalars.number(0, 1_000_000)),
                    workload -> workload.mix().equals(workload.provider().mix())
                            ? null
                            : workload.mix().parts(),
                    "How often each operation is asked for, in whole parts of their sum; those left out are not asked for.")
            .otherwise("the workload's own mix")
            .examples("{read: 90, write: 10}", "{read: 60, write: 30, cas: 10}")
            .beside("name: register");

    private static final Key<WorkloadSpec, Map<String, String>> OPTIONS = Key.<WorkloadSpec, Map<String, String>>of(
                    "options",
                    new OptionsForm(
                            "workload", scope -> scope.known(Facts.WORKLOAD).map(WorkloadProvider::options)),
                    workload -> SystemKeys.chosen(workload.provider().options(), workload.options()),
                    "What can be chosen of this workload; `orrery list workloads` shows its options and their defaults.")
            .initially("{}")
            .examples("{linearizable-steps: 1}", "{linearizable-steps: 1000000}")
            .beside("name: register");

    private WorkloadKeys() {}

    /** What stands behind {@code workload:}. */
    static Shape<WorkloadSpec> shape() {
        Shape<WorkloadSpec> shape = Shape.<WorkloadSpec>of(
                        "workload", "What the clients do, and how often.", "workload: {…}")
                .key(NAME);
        LoadKeys.addTo(shape);
        return shape.key(TIMEOUT)
                .key(KEYS_KEY)
                .key(MIX)
                .key(OPTIONS)
                .rule(WorkloadKeys::mixIsServed)
                .condition(() -> OptionsForm.conditions(optionsByName()))
                .make(values -> {
                    WorkloadProvider provider = Catalog.onClassPath().workload(values.get(NAME));
                    Map<String, Long> mix = values.find(MIX);
                    return new WorkloadSpec(
                            provider,
                            LoadKeys.load(values),
                            LoadKeys.only(values),
                            values.get(TIMEOUT),
                            values.get(KEYS_KEY),
                            mix == null ? provider.mix() : new OperationMix(mix),
                            Options.of(provider.options(), values.get(OPTIONS)));
                });
    }

    private static void hotNeedsHotspot(Values values, Scope scope) {
        Kind kind = values.find(DISTRIBUTION);
        for (Key<Keys, ?> key : List.of(HOT, HOT_SHARE)) {
            if (kind != null && kind != Kind.HOTSPOT && values.has(key)) {
                scope.problem(
                        ProblemCode.NEEDS_ANOTHER_KEY,
                        values.keyAt(key),
                        "'" + key + "' has an effect only with the distribution hotspot");
            }
        }
        Integer hot = values.find(HOT);
        Integer count = values.find(COUNT);
        if (hot != null && count != null && hot > count) {
            scope.problem(ProblemCode.NOT_A_NUMBER, values.at(HOT), "of " + count + " keys, " + hot + " cannot be hot");
        }
    }

    private static void mixIsServed(Values values, Scope scope) {
        WorkloadProvider workload = scope.known(Facts.WORKLOAD).orElse(null);
        SystemProvider system = scope.known(Facts.SYSTEM).orElse(null);
        Map<String, Long> chosen = values.find(MIX);
        if (chosen != null && chosen.values().stream().allMatch(part -> part == 0)) {
            scope.problem(ProblemCode.NOT_A_NUMBER, values.at(MIX), "a mix of nothing but 0 asks for nothing");
        }
        if (workload == null || system == null || (chosen == null && values.has(MIX))) {
            return;
        }
        Map<String, Long> mix = chosen == null ? workload.mix().parts() : chosen;
        mix.forEach((operation, parts) -> {
            if (parts > 0 && !system.operations().contains(operation)) {
                YamlNode at = values.has(MIX) ? place(values.at(MIX), operation) : values.at(NAME);
                scope.problem(
                        ProblemCode.NOT_SERVED,
                        at,
                        "the system " + system.name() + " does not serve the operation '" + operation + "', only "
                                + String.join(", ", system.operations()));
            }
        });
    }

    private static YamlNode place(YamlNode mapping, String key) {
        if (mapping instanceof YamlNode.Mapping entries) {
            for (YamlNode.Entry entry : entries.entries()) {
                if (entry.key().text().equals(key)) {
                    return entry.key();
                }
            }
        }
        return mapping;
    }

    private static Map<String, List<Option<?>>> optionsByName() {
        Map<String, List<Option<?>>> options = new LinkedHashMap<>();
        Catalog.onClassPath().workloads().forEach((name, workload) -> options.put(name, workload.options()));
        return options;
    }
}
