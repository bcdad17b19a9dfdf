package dev.orrery.sim.check.transaction.dependency;

import java.util.ArrayList;
import java.util.List;

/**
 * One strong component of a graph by itself: nodes that all lead to each other. What has no cycle in its tangle has none
 * at all, so nothing beyond it need be looked at.
 */
final class Tangle {
    private final DependencyGraph graph;
    private final int[] nameOf;

    private Tangle(DependencyGraph graph, int[] nameOf) {
        this.graph = graph;
        this.nameOf = nameOf;
    }

    /** The tangles of a graph: its components of more than one node. */
    static List<Tangle> of(DependencyGraph whole, StrongComponents components) {
        int[] start = new int[components.count() + 1];
        for (int component = 0; component < components.count(); component++) {
            int size = components.size(component);
            start[component + 1] = start[component] + (size > 1 ? size : 0);
        }
        int[] members = new int[start[components.count()]];
        int[] localOf = new int[whole.nodes()];
        int[] filled = start.clone();
        for (int node = 0; node < whole.nodes(); node++) {
            int component = components.of(node);
            if (components.isOnCycle(node)) {
                localOf[node] = filled[component] - start[component];
                members[filled[component]++] = node;
            }
        }
        List<Tangle> tangles = new ArrayList<>();
        for (int component = 0; component < components.count(); component++) {
            if (components.size(component) > 1) {
                int[] nodes = new int[components.size(component)];
                System.arraycopy(members, start[component], nodes, 0, nodes.length);
                tangles.add(new Tangle(inner(whole, components, nodes, localOf), nodes));
            }
        }
        return tangles;
    }

    /** What leads from one member to another. */
    private static DependencyGraph inner(
            DependencyGraph whole, StrongComponents components, int[] members, int[] localOf) {
        int transactions = 0;
        while (transactions < members.length && whole.isTransaction(members[transactions])) {
            transactions++;
        }
        DependencyGraph.Builder inner = new DependencyGraph.Builder(transactions);
        for (int i = transactions; i < members.length; i++) {
            inner.node();
        }
        for (int i = 0; i < members.length; i++) {
            for (int edge = whole.first(members[i]); edge < whole.first(members[i] + 1); edge++) {
                int target = whole.target(edge);
                if (components.together(members[i], target)) {
                    inner.edge(i, localOf[target], whole.dependency(edge), whole.evidence(edge));
                }
            }
        }
        return inner.build();
    }

    /** The tangle as a graph, its transactions first. */
    DependencyGraph graph() {
        return graph;
    }

    /** The node of the whole graph that a node of the tangle is. */
    int nameOf(int node) {
        return nameOf[node];
    }
}
