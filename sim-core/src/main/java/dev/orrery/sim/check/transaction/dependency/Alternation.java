package dev.orrery.sim.check.transaction.dependency;

/**
 * A graph in which no two anti-dependencies can follow each other: what snapshots do not allow is a cycle in it (Cerone
 * and Gotsman, Analysing Snapshot Isolation, PODC 2016, theorem 9).
 *
 * <p>Each node is there twice: once as reached by an anti-dependency, from which no other one leaves, and once as reached
 * otherwise. A node that stands for no transaction hands on how it was reached.
 */
final class Alternation {
    private final DependencyGraph base;
    private final DependencyGraph graph;

    /**
     * @param base the graph whose nodes are doubled
     * @param dependencies which edges it is about
     */
    Alternation(DependencyGraph base, int dependencies) {
        this.base = base;
        DependencyGraph.Builder doubled = new DependencyGraph.Builder(2 * base.transactions());
        for (int node = base.transactions(); node < base.nodes(); node++) {
            doubled.node();
            doubled.node();
        }
        for (int node = 0; node < base.nodes(); node++) {
            for (int edge = base.first(node); edge < base.first(node + 1); edge++) {
                if (base.isOneOf(edge, dependencies | Dependency.ONWARD.bit())) {
                    add(doubled, node, edge);
                }
            }
        }
        this.graph = doubled.build();
    }

    private void add(DependencyGraph.Builder doubled, int node, int edge) {
        int target = base.target(edge);
        Dependency dependency = base.dependency(edge);
        int evidence = base.evidence(edge);
        switch (dependency) {
            case RW, RW_BY_TIME -> doubled.edge(otherwise(node), byAntiDependency(target), dependency, evidence);
            case ONWARD -> {
                doubled.edge(otherwise(node), otherwise(target), dependency, evidence);
                doubled.edge(byAntiDependency(node), byAntiDependency(target), dependency, evidence);
            }
            default -> {
                doubled.edge(otherwise(node), otherwise(target), dependency, evidence);
                doubled.edge(byAntiDependency(node), otherwise(target), dependency, evidence);
            }
        }
    }

    /** The doubled graph. */
    DependencyGraph graph() {
        return graph;
    }

    /** The node as reached otherwise. */
    int otherwise(int node) {
        return 2 * node;
    }

    /** The node as reached by an anti-dependency. */
    int byAntiDependency(int node) {
        return 2 * node + 1;
    }

    /** The node of the base that a node of the doubled graph stands for. */
    static int single(int doubled) {
        return doubled / 2;
    }
}
