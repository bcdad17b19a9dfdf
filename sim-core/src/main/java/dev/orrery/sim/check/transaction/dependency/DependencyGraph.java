package dev.orrery.sim.check.transaction.dependency;

import java.util.Arrays;

/**
 * Which transactions must come before which others, and why, in flat arrays: the edges that leave a node lie side by side.
 *
 * <p>The nodes from 0 to {@link #transactions()} stand for transactions. Those after them stand for nothing; they are there
 * so that "each of these before each of those" takes a number of edges that is the sum of both and not the product. An
 * edge that leads to such a node says why, and those that go on from it are {@link Dependency#ONWARD}.
 */
public final class DependencyGraph {
    private final int transactions;
    private final int[] first;
    private final int[] target;
    private final byte[] code;
    private final int[] evidence;

    private DependencyGraph(int transactions, int[] first, int[] target, byte[] code, int[] evidence) {
        this.transactions = transactions;
        this.first = first;
        this.target = target;
        this.code = code;
        this.evidence = evidence;
    }

    /** How many nodes are transactions: they come first. */
    int transactions() {
        return transactions;
    }

    /** How many nodes there are. */
    int nodes() {
        return first.length - 1;
    }

    /** How many edges there are. */
    int edges() {
        return target.length;
    }

    boolean isTransaction(int node) {
        return node < transactions;
    }

    /** The first edge that leaves a node; the last is before {@code first(node + 1)}. */
    int first(int node) {
        return first[node];
    }

    /** Where an edge leads. */
    int target(int edge) {
        return target[edge];
    }

    /** Why an edge is there. */
    Dependency dependency(int edge) {
        return Dependency.of(code[edge]);
    }

    /** Whether an edge is one of this set of dependencies. */
    boolean isOneOf(int edge, int dependencies) {
        return (1 << code[edge] & dependencies) != 0;
    }

    /** What the maker of the graph knows an edge by. */
    int evidence(int edge) {
        return evidence[edge];
    }

    /** Collects edges. */
    public static final class Builder {
        private final int transactions;
        private int nodes;
        private int edges;
        private int[] from = new int[1024];
        private int[] target = new int[1024];
        private byte[] code = new byte[1024];
        private int[] evidence = new int[1024];

        /**
         * @param transactions how many nodes stand for transactions, numbered from 0
         */
        public Builder(int transactions) {
            this.transactions = transactions;
            this.nodes = transactions;
        }

        /** A new node that stands for no transaction. */
        public int node() {
            return nodes++;
        }

        /**
         * One comes before the other. An edge from a node to itself is left out: nobody waits for himself.
         *
         * @param evidence any number to know the edge by; of a path through nodes that are no transactions the last one
         *     counts
         */
        public void edge(int from, int to, Dependency dependency, int evidence) {
            if (from != to) {
                append(from, to, dependency.code(), evidence);
            }
        }

        private void append(int from, int to, byte dependency, int known) {
            if (edges == target.length) {
                this.from = Arrays.copyOf(this.from, 2 * edges);
                target = Arrays.copyOf(target, 2 * edges);
                code = Arrays.copyOf(code, 2 * edges);
                evidence = Arrays.copyOf(evidence, 2 * edges);
            }
            this.from[edges] = from;
            target[edges] = to;
            code[edges] = dependency;
            evidence[edges++] = known;
        }

        /** The graph. Of the edges that leave a node, those that were appended first come first. */
        public DependencyGraph build() {
            int[] first = new int[nodes + 1];
            for (int edge = 0; edge < edges; edge++) {
                first[from[edge] + 1]++;
            }
            for (int node = 0; node < nodes; node++) {
                first[node + 1] += first[node];
            }
            int[] next = Arrays.copyOf(first, nodes);
            int[] sortedTarget = new int[edges];
            byte[] sortedCode = new byte[edges];
            int[] sortedEvidence = new int[edges];
            for (int edge = 0; edge < edges; edge++) {
                int at = next[from[edge]]++;
                sortedTarget[at] = target[edge];
                sortedCode[at] = code[edge];
                sortedEvidence[at] = evidence[edge];
            }
            return new DependencyGraph(transactions, first, sortedTarget, sortedCode, sortedEvidence);
        }
    }
}
