package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.language.ProblemCode;
import dev.orrery.scenarios.language.form.Choice;
import dev.orrery.scenarios.language.form.Key;
import dev.orrery.scenarios.language.form.ListForm;
import dev.orrery.scenarios.language.form.Scope;
import dev.orrery.scenarios.language.form.Shape;
import dev.orrery.scenarios.language.form.Values;
import dev.orrery.sim.fault.Links.Direction;
import dev.orrery.sim.fault.NetworkFault.Partition;
import dev.orrery.sim.fault.Target;
import dev.orrery.sim.network.Block;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The fault {@code partition}: which links are cut, and how. */
final class PartitionKeys {

    private static final Choice<Partition.Shape> SHAPES = new Choice<Partition.Shape>("shape")
            .word("isolate", Partition.Shape.ISOLATE, "Each target is cut off from everybody else.")
            .word(
                    "halves",
                    Partition.Shape.HALVES,
                    "The servers fall into two halves; of an odd number the greater half has one more.")
            .word("majority", Partition.Shape.MAJORITY, "A minority is cut off from the least majority.")
            .word(
                    "minority-third",
                    Partition.Shape.MINORITY_THIRD,
                    "Fewer than a third are cut off: what Byzantine quorums tolerate.")
            .word(
                    "bridge",
                    Partition.Shape.BRIDGE,
                    "Two halves that do not see each other, and one server that sees both.")
            .word(
                    "majorities-ring",
                    Partition.Shape.MAJORITIES_RING,
                    "Every server sees a majority, and no two of them the same one.")
            .word("groups", Partition.Shape.GROUPS, "The groups that 'groups' names.")
            .word("zone", Partition.Shape.ZONE, "The target's zone is cut off from the others.");

    /** Which way messages are lost. */
    static final Choice<Direction> DIRECTIONS = new Choice<Direction>("direction")
            .word("both", Direction.BOTH, "In both directions.")
            .word("to", Direction.TO, "Only what is sent to the target.")
            .word("from", Direction.FROM, "Only what the target sends.");

    private static final Choice<Block> BLOCKS = new Choice<Block>("block")
            .word("drop", Block.DROP, "They vanish, as in a black hole; their sender learns nothing.")
            .word("reject", Block.REJECT, "Their sender is told at once, as by a closed port.")
            .word("queue", Block.QUEUE, "They are held, and arrive in order as soon as the link is mended.")
            .word(
                    "deliver-and-time-out",
                    Block.DELIVER_AND_TIME_OUT,
                    "They arrive, but the answer is lost, so that their sender takes for failed what has been done.");

    private static final Key<Partition, Partition.Shape> SHAPE = Key.<Partition, Partition.Shape>of(
                    "shape", SHAPES, Partition::shape, "Which links are cut.")
            .initially("isolate")
            .examples("halves", "bridge");

    private static final Key<Partition, Target> TARGET = Key.<Partition, Target>of(
                    "target",
                    TargetKeys.SHAPE,
                    partition -> isAimless(partition.shape()) ? null : partition.target(),
                    "Whom the shape is built around. isolate: who is cut off, each from everybody else. halves, majority and"
                            + " minority-third: one side, in place of a drawn one. bridge: who sees both sides. zone: the"
                            + " zone, which must be named.")
            .initially("{}")
            .examples("{nodes: [n1]}", "{nodes: [n2]}", "{role: leader}");

    private static final Key<Partition, Direction> DIRECTION = Key.<Partition, Direction>of(
                    "direction",
                    DIRECTIONS,
                    Partition::direction,
                    "Which messages are lost, seen from those that are cut off.")
            .initially("both")
            .examples("to", "from")
            .beside("target: {nodes: [n1]}");

    private static final Key<Partition, Block> BLOCK = Key.<Partition, Block>of(
                    "block", BLOCKS, Partition::block, "What becomes of the messages.")
            .initially("drop")
            .examples("reject", "queue")
            .beside("target: {nodes: [n1]}");

    private static final Key<Partition, List<List<String>>> GROUPS = Key.<Partition, List<List<String>>>of(
                    "groups",
                    new ListForm<>("a list of lists of nodes", TargetKeys.NODE_LIST, 1, true),
                    partition -> partition.groups().isEmpty() ? null : partition.groups(),
                    "For the shape groups: nodes that see each other. A node may be in several groups; servers in none form"
                            + " one more, and clients in none see everybody.")
            .otherwise("there are none")
            .examples("[[n1, n2]]", "[[n1], [n2, n3]]")
            .beside("shape: groups");

    /** What stands behind {@code partition:}. */
    static final Shape<Partition> FORM = Shape.<Partition>of(
                    "partition",
                    "Cuts links. What is in flight meets the link as it is when it arrives. The links of a client are cut"
                            + " only where it is named.",
                    "faults: [{partition: {…}, at: 1s, for: 1s}]")
            .key(SHAPE)
            .key(TARGET)
            .key(DIRECTION)
            .key(BLOCK)
            .key(GROUPS)
            .rule(PartitionKeys::keysFitShape)
            .rule(PartitionKeys::someoneIsCutOff)
            .make(values -> {
                List<List<String>> groups = values.find(GROUPS);
                return new Partition(
                        values.get(SHAPE),
                        values.get(TARGET),
                        values.get(DIRECTION),
                        values.get(BLOCK),
                        groups == null ? List.of() : groups);
            });

    private PartitionKeys() {}

    /** Whether a shape is the same whoever it is aimed at. */
    private static boolean isAimless(Partition.Shape shape) {
        return shape == Partition.Shape.GROUPS || shape == Partition.Shape.MAJORITIES_RING;
    }

    private static void keysFitShape(Values values, Scope scope) {
        Partition.Shape shape = values.find(SHAPE);
        if (shape == null) {
            return;
        }
        if (shape == Partition.Shape.GROUPS && !values.has(GROUPS)) {
            scope.problem(ProblemCode.MISSING_KEY, values.at(SHAPE), "the key 'groups' is missing: the shape needs it");
        }
        if (shape != Partition.Shape.GROUPS && values.has(GROUPS)) {
            scope.problem(
                    ProblemCode.NEEDS_ANOTHER_KEY,
                    values.keyAt(GROUPS),
                    "'groups' has an effect only with the shape groups");
        }
        if (isAimless(shape) && values.has(TARGET)) {
            scope.problem(
                    ProblemCode.NEEDS_ANOTHER_KEY, values.keyAt(TARGET), "'target' has no effect with this shape");
        }
        Target target = values.find(TARGET);
        if (shape == Partition.Shape.ZONE && target != null && target.zone() == null) {
            scope.problem(
                    ProblemCode.MISSING_KEY,
                    values.at(TARGET),
                    "the shape zone needs a target with the zone to cut off");
        }
        Direction direction = values.find(DIRECTION);
        if (shape == Partition.Shape.MAJORITIES_RING && direction != null && direction != Direction.BOTH) {
            scope.problem(
                    ProblemCode.NEEDS_ANOTHER_KEY,
                    values.at(DIRECTION),
                    "a majorities-ring has no inside, so its direction is both");
        }
    }

    private static void someoneIsCutOff(Values values, Scope scope) {
        int servers = scope.known(Facts.SERVERS).map(names -> names.size()).orElse(Integer.MAX_VALUE);
        List<List<String>> groups = values.find(GROUPS);
        if (servers == 1 && !namesClients(values)) {
            scope.problem(ProblemCode.ALONE, values.mapping(), "there is one server, and nobody to part it from");
        } else if (groups != null && groups.size() == 1) {
            Set<String> rest = new LinkedHashSet<>();
            scope.known(Facts.SERVERS).ifPresent(rest::addAll);
            boolean known = !rest.isEmpty();
            groups.get(0).forEach(rest::remove);
            if (known && rest.isEmpty()) {
                scope.problem(ProblemCode.ALONE, values.at(GROUPS), "one group with every server in it parts nobody");
            }
        }
    }

    private static boolean namesClients(Values values) {
        List<List<String>> groups = values.find(GROUPS);
        Target target = values.find(TARGET);
        return (groups != null && groups.size() > 1)
                || (target != null && target.nodes().stream().anyMatch(node -> node.startsWith("c")));
    }
}
