package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.language.ProblemCode;
import dev.orrery.scenarios.language.form.Choice;
import dev.orrery.scenarios.language.form.Form;
import dev.orrery.scenarios.language.form.Key;
import dev.orrery.scenarios.language.form.ListForm;
import dev.orrery.scenarios.language.form.Scope;
import dev.orrery.scenarios.language.form.Shape;
import dev.orrery.scenarios.language.form.Values;
import dev.orrery.sim.fault.Links;
import dev.orrery.sim.fault.Target;
import dev.orrery.sim.fault.Target.Mode;
import java.util.List;

/** Whom a fault hits: {@code target: {role: leader}}. */
final class TargetKeys {

    private static final Choice<Mode> MODES = new Choice<Mode>("mode")
            .word("one", Mode.ONE, "One of them, drawn.")
            .word("all", Mode.ALL, "All of them.")
            .word("fixed", Mode.FIXED, "So many as value says, or all if there are fewer.")
            .word("fixed-percent", Mode.FIXED_PERCENT, "So many percent of them as value says, rounded down.")
            .word("minority", Mode.MINORITY, "The greatest number that is less than half of them: 2 of 5, 1 of 4.")
            .word("majority", Mode.MAJORITY, "The least number that is more than half of them: 3 of 5, 3 of 4.");

    /** A list of nodes, servers and clients, each once. */
    static final Form<List<String>> NODE_LIST = new ListForm<>("a list of nodes", Vocabularies.NODE, 1, true);

    private static final Key<Target, List<String>> NODES = Key.<Target, List<String>>of(
                    "nodes",
                    NODE_LIST,
                    target -> target.nodes().isEmpty() ? null : target.nodes(),
                    "These nodes. Clients, c1 and so on, are hit only where they are named.")
            .otherwise("all servers, of which mode takes some")
            .examples("[n1]", "[n2, n3]");

    private static final Key<Target, String> ZONE = Key.<Target, String>of(
                    "zone", Vocabularies.ZONE, Target::zone, "The servers of this zone.")
            .examples("a", "b");

    private static final Key<Target, String> ROLE = Key.<Target, String>of(
                    "role",
                    Vocabularies.ROLE,
                    Target::role,
                    "The servers that say they play this role at the moment at which the fault begins.")
            .examples("leader", "follower");

    private static final Key<Target, Boolean> REPORTER = Key.<Target, Boolean>of(
                    "reporter",
                    Scalars.FLAG,
                    target -> target.reporter() ? true : null,
                    "The node whose report was the trigger: for a fault with 'when' only.")
            .otherwise("false")
            .examples("true", "false")
            .within("faults: [{pause: {target: {…}}, when: {event: recovered, times: 3}, for: 500ms}]");

    private static final Key<Target, Mode> MODE = Key.<Target, Mode>of(
                    "mode",
                    MODES,
                    target -> target.mode() == usualMode(target) ? null : target.mode(),
                    "How many of the selected nodes are hit.")
            .otherwise("all where nodes or a zone are named, else one")
            .examples("all", "minority");

    private static final Key<Target, Integer> VALUE = Key.<Target, Integer>of(
                    "value",
                    Scalars.count(0, 10_000),
                    target -> target.value() == 0 && target.mode() != Mode.FIXED_PERCENT ? null : target.value(),
                    "The number that the modes fixed (nodes) and fixed-percent (percent) need.")
            .examples("1", "2")
            .beside("mode: fixed");

    /** Which nodes. An empty mapping is one server, drawn. */
    static final Shape<Target> SHAPE = Shape.<Target>of(
                    "target",
                    "Whom a fault hits. It is resolved at the moment at which the fault begins; which nodes are taken of a"
                            + " selection is then drawn. With none of nodes, zone, role and reporter, all servers are"
                            + " selected.",
                    "faults: [{pause: {target: {…}}, at: 1s, for: 1s}]")
            .key(NODES)
            .key(ZONE)
            .key(ROLE)
            .key(REPORTER)
            .key(MODE)
            .key(VALUE)
            .atMostOne(List.of(NODES, ZONE, ROLE, REPORTER))
            .rule(TargetKeys::valueFitsMode)
            .rule(TargetKeys::enoughNodes)
            .make(TargetKeys::target);

    private TargetKeys() {}

    /** The key {@code target} of a fault that hits one server unless it says otherwise. */
    static <F> Key<F, Target> one(Key.Getter<F, Target> getter) {
        return Key.<F, Target>of("target", SHAPE, getter, "Whom it hits.")
                .initially("{}")
                .examples("{nodes: [n1]}", "{nodes: [n2]}", "{role: leader}");
    }

    /** The key {@code target} of a fault of links. */
    static <F> Key<F, Target> links(Key.Getter<F, Links> links) {
        return Key.<F, Target>of(
                        "target",
                        SHAPE,
                        fault -> {
                            Links found = links.of(fault);
                            return found == null || found.target().equals(Target.all()) ? null : found.target();
                        },
                        "Whose links.")
                .otherwise("all servers")
                .examples("{nodes: [n1]}", "{nodes: [n2]}", "{role: leader}");
    }

    private static Target target(Values values) {
        List<String> nodes = values.find(NODES);
        boolean reporter = Boolean.TRUE.equals(values.find(REPORTER));
        Target selected = new Target(
                nodes == null ? List.of() : nodes, values.find(ZONE), values.find(ROLE), reporter, Mode.ALL, 0);
        Mode mode = values.find(MODE);
        Integer value = values.find(VALUE);
        return new Target(
                selected.nodes(),
                selected.zone(),
                selected.role(),
                reporter,
                mode == null ? usualMode(selected) : mode,
                value == null ? 0 : value);
    }

    private static Mode usualMode(Target target) {
        return target.nodes().isEmpty() && target.zone() == null && !target.reporter() ? Mode.ONE : Mode.ALL;
    }

    private static void valueFitsMode(Values values, Scope scope) {
        Mode mode = values.find(MODE);
        Integer value = values.find(VALUE);
        boolean counts = mode == Mode.FIXED || mode == Mode.FIXED_PERCENT;
        if (values.has(VALUE) && !counts) {
            scope.problem(
                    ProblemCode.NEEDS_ANOTHER_KEY,
                    values.keyAt(VALUE),
                    "'value' has an effect only with the mode fixed or fixed-percent");
        } else if (counts && !values.has(VALUE)) {
            scope.problem(
                    ProblemCode.MISSING_KEY, values.at(MODE), "the key 'value' is missing: the mode needs a number");
        } else if (value != null && (mode == Mode.FIXED ? value < 1 : value > 100)) {
            scope.problem(
                    ProblemCode.NOT_A_NUMBER,
                    values.at(VALUE),
                    mode == Mode.FIXED ? "at least one node is to be hit" : "there are only 100 percent");
        }
    }

    private static void enoughNodes(Values values, Scope scope) {
        List<String> nodes = values.find(NODES);
        Integer value = values.find(VALUE);
        if (values.find(MODE) != Mode.FIXED || value == null) {
            return;
        }
        int there = nodes != null
                ? nodes.size()
                : scope.known(Facts.SERVERS).map(names -> names.size()).orElse(Integer.MAX_VALUE);
        if (value > there) {
            scope.problem(
                    ProblemCode.STRIKES_NOBODY, values.at(VALUE), value + " nodes of " + there + " cannot be hit");
        }
    }
}
