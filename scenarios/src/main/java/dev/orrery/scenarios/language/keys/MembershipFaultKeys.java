package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.language.ProblemCode;
import dev.orrery.scenarios.language.form.Key;
import dev.orrery.scenarios.language.form.Scope;
import dev.orrery.scenarios.language.form.Shape;
import dev.orrery.scenarios.language.form.Values;
import dev.orrery.sim.fault.MembershipFault.AddNode;
import dev.orrery.sim.fault.MembershipFault.RemoveNode;
import dev.orrery.sim.fault.MembershipFault.ReplaceNode;
import dev.orrery.sim.fault.MembershipFault.TransferLeadership;
import dev.orrery.sim.fault.Target;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an operator does to the membership while the run goes on. */
final class MembershipFaultKeys {

    private MembershipFaultKeys() {}

    static Shape<AddNode> add() {
        Key<AddNode, String> name = newName(AddNode::name);
        Key<AddNode, String> zone = Key.<AddNode, String>of(
                        "zone", Scalars.NAME, AddNode::zone, "Where it stands; a zone of its own if no other is there.")
                .otherwise("in none")
                .examples("a", "b")
                .within("faults: [{add-node: {…}, at: 1s}," + " {kill: {target: {zone: b}}, at: 1500ms}]");
        return Shape.<AddNode>of(
                        "add-node", "Starts a new server and asks the system to take it in.", frame("add-node"))
                .key(name)
                .key(zone)
                .rule((values, scope) -> isNew(values, scope, name))
                .make(values -> new AddNode(values.find(name), values.find(zone)));
    }

    static Shape<RemoveNode> remove() {
        Key<RemoveNode, Target> target = TargetKeys.one(RemoveNode::target);
        Key<RemoveNode, Long> leave = Key.<RemoveNode, Long>of(
                        "leave-after",
                        Scalars.TIME,
                        RemoveNode::leaveAfter,
                        "How long the machine still runs after the command.")
                .initially("2s")
                .examples("100ms", "1s")
                .beside("target: {nodes: [n1]}");
        return Shape.<RemoveNode>of(
                        "remove-node",
                        "Asks the system to let servers go, and takes their machines away later, for good.",
                        frame("remove-node"))
                .key(target)
                .key(leave)
                .make(values -> new RemoveNode(values.get(target), values.get(leave)));
    }

    static Shape<ReplaceNode> replace() {
        Key<ReplaceNode, Target> target = TargetKeys.one(ReplaceNode::target);
        Key<ReplaceNode, String> name = newName(ReplaceNode::name);
        return Shape.<ReplaceNode>of(
                        "replace-node",
                        "Kills a server for good, starts a new one, and asks the system to take the new one in and to let the"
                                + " old one go. Of several targets it takes the first.",
                        frame("replace-node"))
                .key(target)
                .key(name.beside("target: {nodes: [n1]}"))
                .rule((values, scope) -> isNew(values, scope, name))
                .make(values -> new ReplaceNode(values.get(target), values.find(name)));
    }

    static Shape<TransferLeadership> transfer() {
        Key<TransferLeadership, Target> target = TargetKeys.one(TransferLeadership::target);
        return Shape.<TransferLeadership>of(
                        "transfer-leadership",
                        "Asks the system to make another server its leader. Of several targets it takes the first.",
                        frame("transfer-leadership"))
                .key(target)
                .make(values -> new TransferLeadership(values.get(target)));
    }

    private static <F> Key<F, String> newName(Key.Getter<F, String> getter) {
        return Key.<F, String>of("name", Scalars.NAME, getter, "The new node's name.")
                .otherwise("the first free one of n1, n2 and so on")
                .examples("n8", "n9");
    }

    /** The name is nobody else's, and from now on it is that of a node. */
    private static void isNew(Values values, Scope scope, Key<?, String> name) {
        Set<String> taken = new LinkedHashSet<>();
        scope.known(Facts.SERVERS).ifPresent(taken::addAll);
        scope.known(Facts.NEWCOMERS).ifPresent(taken::addAll);
        String found = values.find(name);
        if (found == null && values.has(name)) {
            return;
        }
        String added = found == null ? firstFree(taken) : found;
        if (taken.contains(added)) {
            scope.problem(ProblemCode.GIVEN_TWICE, values.at(name), "there is a node '" + added + "' already");
        } else if (SystemKeys.isClientName(added)) {
            scope.problem(ProblemCode.NOT_A_NAME, values.at(name), "a name of c and digits belongs to a client");
        }
        List<String> newcomers = new ArrayList<>(scope.known(Facts.NEWCOMERS).orElse(List.of()));
        newcomers.add(added);
        scope.learn(Facts.NEWCOMERS, newcomers);
    }

    private static String firstFree(Set<String> taken) {
        int number = 1;
        while (taken.contains("n" + number)) {
            number++;
        }
        return "n" + number;
    }

    private static String frame(String kind) {
        return "faults: [{" + kind + ": {…}, at: 1s}]";
    }
}
