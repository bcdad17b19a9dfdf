package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.SystemSpec;
import dev.orrery.scenarios.SystemSpec.Node;
import dev.orrery.scenarios.language.ProblemCode;
import dev.orrery.scenarios.language.YamlNode;
import dev.orrery.scenarios.language.form.ByKind;
import dev.orrery.scenarios.language.form.Definitions;
import dev.orrery.scenarios.language.form.Form;
import dev.orrery.scenarios.language.form.Key;
import dev.orrery.scenarios.language.form.ListForm;
import dev.orrery.scenarios.language.form.Scope;
import dev.orrery.scenarios.language.form.Shape;
import dev.orrery.scenarios.language.form.TextForm;
import dev.orrery.scenarios.language.form.Values;
import dev.orrery.sim.system.Option;
import dev.orrery.sim.system.Options;
import dev.orrery.sim.system.SystemProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What runs on the servers: {@code system: {name: raft-kv, nodes: 5, options: {heartbeat: 50ms}}}. */
final class SystemKeys {

    private static final Key<Node, String> NODE_NAME = Key.<Node, String>of(
                    "name", Scalars.NAME, Node::name, "The node's name. Names of c and digits belong to clients.")
            .required()
            .examples("a1", "a2");

    private static final Key<Node, String> NODE_ZONE = Key.<Node, String>of(
                    "zone", Scalars.NAME, Node::zone, "Where the node stands. A fault may take a whole zone.")
            .otherwise("in none")
            .examples("a", "b")
            .beside("name: n1");

    private static final Shape<Node> NODE = Shape.<Node>of(
                    "node",
                    "A server with a zone.",
                    "system: {name: raft-kv, nodes: [{…}, {name: n2, zone: a}, {name: n3, zone: b}]}\n"
                            + "faults: [{partition: {shape: zone, target: {zone: b}}, at: 1s, for: 1s}]")
            .key(NODE_NAME)
            .key(NODE_ZONE)
            .make(values -> new Node(values.get(NODE_NAME), values.find(NODE_ZONE)));

    private static final Form<Node> NAME_ALONE = new TextForm<>(
            Scalars.NAME.words(),
            ProblemCode.NOT_A_NAME,
            text -> new Node(Scalars.name(text), null),
            Node::name,
            Scalars.NAME_SCHEMA);

    private static final Form<Node> ONE_NODE = new ByKind<>(
            "a name, as n1, or a mapping, as {name: n1, zone: a}",
            NAME_ALONE,
            NODE,
            node -> node.zone() == null ? NAME_ALONE : NODE);

    private static final Form<List<Node>> COUNT = new TextForm<>(
            "a whole number from 1 to " + SystemSpec.MOST_NODES,
            ProblemCode.NOT_A_NUMBER,
            text -> numbered((int) Scalars.number(text, 1, SystemSpec.MOST_NODES)),
            nodes -> Integer.toString(nodes.size()),
            Scalars.count(1, SystemSpec.MOST_NODES).schema(new Definitions()));

    private static final Form<List<Node>> NAMED = new ListForm<>("a list of nodes", ONE_NODE, 1, false);

    private static final Key<SystemSpec, String> NAME = Key.<SystemSpec, String>of(
                    "name",
                    Vocabularies.SYSTEM,
                    system -> system.provider().name(),
                    "Which system it is; `orrery list systems` shows those on the class path.")
            .required()
            .examples("raft-kv", "raft-kv")
            .teaches((name, scope) ->
                    scope.learn(Facts.SYSTEM, Catalog.onClassPath().system(name)));

    private static final Key<SystemSpec, List<Node>> NODES = Key.<SystemSpec, List<Node>>of(
                    "nodes",
                    new ByKind<>(
                            "a whole number from 1 to " + SystemSpec.MOST_NODES + ", or a list of nodes",
                            COUNT,
                            NAMED,
                            nodes -> nodes.equals(numbered(nodes.size())) ? COUNT : NAMED),
                    SystemSpec::nodes,
                    "The servers at the beginning: how many, named n1, n2 and so on, or a list of names, with zones or"
                            + " without.")
            .initially("5")
            .examples("3", "5", "[{name: n1, zone: a}, {name: n2, zone: b}, {name: n3, zone: c}]")
            .beside("name: raft-kv")
            .teaches(SystemKeys::teachNames);

    private static final Key<SystemSpec, Map<String, String>> OPTIONS = Key.<SystemSpec, Map<String, String>>of(
                    "options",
                    new OptionsForm("system", scope -> scope.known(Facts.SYSTEM).map(SystemProvider::options)),
                    system -> chosen(system.provider().options(), system.options()),
                    "What can be chosen of this system; `orrery list systems` shows its options and their defaults.")
            .initially("{}")
            .examples("{heartbeat: 20ms}", "{heartbeat: 80ms}")
            .beside("name: raft-kv");

    /** What stands behind {@code system:}. */
    static final Shape<SystemSpec> SHAPE = Shape.<SystemSpec>of("system", "What runs on the servers.", "system: {…}")
            .key(NAME)
            .key(NODES)
            .key(OPTIONS)
            .rule(SystemKeys::namesDiffer)
            .rule(SystemKeys::optionsFitTheServers)
            .condition(() -> OptionsForm.conditions(optionsByName()))
            .make(values -> {
                SystemProvider provider = Catalog.onClassPath().system(values.get(NAME));
                return new SystemSpec(provider, values.get(NODES), Options.of(provider.options(), values.get(OPTIONS)));
            });

    private SystemKeys() {}

    /** Whether it is a name as clients have: c1, c2 and so on. */
    static boolean isClientName(String name) {
        return name.matches("c[0-9]+");
    }

    /** What differs from the initial values; nothing is null. */
    static Map<String, String> chosen(List<Option<?>> table, Options options) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (Option<?> option : table) {
            String text = options.texts().getOrDefault(option.name(), option.initial());
            if (!text.equals(option.initial())) {
                chosen.put(option.name(), text);
            }
        }
        return chosen;
    }

    private static List<Node> numbered(int count) {
        List<Node> nodes = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            nodes.add(new Node("n" + number, null));
        }
        return List.copyOf(nodes);
    }

    private static void teachNames(List<Node> nodes, Scope scope) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> zones = new LinkedHashSet<>();
        for (Node node : nodes) {
            names.add(node.name());
            Optional.ofNullable(node.zone()).ifPresent(zones::add);
        }
        scope.learn(Facts.SERVERS, names);
        scope.learn(Facts.ZONES, zones);
    }

    private static void namesDiffer(Values values, Scope scope) {
        List<Node> nodes = values.find(NODES);
        if (nodes == null || !(values.at(NODES) instanceof YamlNode.Sequence places)) {
            return;
        }
        if (nodes.size() > SystemSpec.MOST_NODES) {
            scope.problem(ProblemCode.NOT_A_NUMBER, places, "there are at most " + SystemSpec.MOST_NODES + " nodes");
        }
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < nodes.size(); i++) {
            String name = nodes.get(i).name();
            if (!names.add(name)) {
                scope.problem(ProblemCode.GIVEN_TWICE, places.items().get(i), "the node '" + name + "' is given twice");
            } else if (isClientName(name)) {
                scope.problem(
                        ProblemCode.NOT_A_NAME,
                        places.items().get(i),
                        "'" + name + "' is a client's name: servers have other names than c and digits");
            }
        }
    }

    private static void optionsFitTheServers(Values values, Scope scope) {
        String name = values.find(NAME);
        List<Node> nodes = values.find(NODES);
        Map<String, String> chosen = values.find(OPTIONS);
        if (name == null || nodes == null || chosen == null) {
            return;
        }
        SystemProvider provider = Catalog.onClassPath().system(name);
        String objection = provider.objection(nodes.size(), Options.of(provider.options(), chosen));
        if (objection != null) {
            scope.problem(ProblemCode.WRONG_OPTION, values.at(OPTIONS), objection);
        }
    }

    private static Map<String, List<Option<?>>> optionsByName() {
        Map<String, List<Option<?>>> options = new LinkedHashMap<>();
        Catalog.onClassPath().systems().forEach((name, system) -> options.put(name, system.options()));
        return options;
    }
}
