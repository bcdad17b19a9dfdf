package dev.orrery.sim.check.transaction.dependency;

import java.util.Arrays;

/**
 * The sets of nodes each of which leads to each other one, by Tarjan's algorithm (Depth-first search and linear graph
 * algorithms, 1972) with a stack of its own, since a path may be as long as the history.
 */
final class StrongComponents {
    private final int[] componentOf;
    private final int[] sizes;

    private StrongComponents(int[] componentOf, int[] sizes) {
        this.componentOf = componentOf;
        this.sizes = sizes;
    }

    /** Of the graph that has only the edges of this set of dependencies. */
    static StrongComponents of(DependencyGraph graph, int dependencies) {
        return new Search(graph, dependencies).run();
    }

    /** How many components there are. */
    int count() {
        return sizes.length;
    }

    /** The component of a node; components that are reached from it have smaller numbers. */
    int of(int node) {
        return componentOf[node];
    }

    /** How many nodes a component has. */
    int size(int component) {
        return sizes[component];
    }

    /** Whether the node leads back to itself, by way of another one. */
    boolean isOnCycle(int node) {
        return sizes[componentOf[node]] > 1;
    }

    /** Whether both lead to each other. */
    boolean together(int one, int other) {
        return componentOf[one] == componentOf[other];
    }

    private static final class Search {
        private static final int NEW = 0;

        private final DependencyGraph graph;
        private final int dependencies;
        private final int[] componentOf;

        /** The place in the order of discovery, from 1. */
        private final int[] number;

        /** The lowest number among the open nodes that are known to be reached. */
        private final int[] low;

        private final int[] nextEdge;
        private final int[] path;
        private final int[] open;
        private int openCount;
        private int discovered;
        private int components;
        private int[] sizes = new int[64];

        Search(DependencyGraph graph, int dependencies) {
            this.graph = graph;
            this.dependencies = dependencies;
            int nodes = graph.nodes();
            componentOf = new int[nodes];
            Arrays.fill(componentOf, -1);
            number = new int[nodes];
            low = new int[nodes];
            nextEdge = new int[nodes];
            path = new int[nodes];
            open = new int[nodes];
        }

        StrongComponents run() {
            for (int node = 0; node < graph.nodes(); node++) {
                if (number[node] == NEW) {
                    explore(node);
                }
            }
            return new StrongComponents(componentOf, Arrays.copyOf(sizes, components));
        }

        private void explore(int root) {
            int depth = 0;
            path[0] = root;
            discover(root);
            while (depth >= 0) {
                int node = path[depth];
                int child = nextNew(node);
                if (child >= 0) {
                    path[++depth] = child;
                    discover(child);
                } else {
                    finish(node);
                    depth--;
                    if (depth >= 0) {
                        lower(path[depth], node);
                    }
                }
            }
        }

        private void discover(int node) {
            number[node] = ++discovered;
            low[node] = discovered;
            nextEdge[node] = graph.first(node);
            open[openCount++] = node;
        }

        /** The next undiscovered node that an edge leads to, or -1; edges to open ones are taken into account on the way. */
        private int nextNew(int node) {
            int end = graph.first(node + 1);
            for (int edge = nextEdge[node]; edge < end; edge++) {
                if (graph.isOneOf(edge, dependencies)) {
                    int target = graph.target(edge);
                    if (number[target] == NEW) {
                        nextEdge[node] = edge + 1;
                        return target;
                    }
                    lower(node, target);
                }
            }
            nextEdge[node] = end;
            return -1;
        }

        /**
         * What an open node reaches, this node reaches. The lowest number of the other one is taken even where Tarjan
         * takes its own number: it is that of an open node too, so the roots are the same.
         */
        private void lower(int node, int target) {
            if (componentOf[target] < 0 && low[target] < low[node]) {
                low[node] = low[target];
            }
        }

        private void finish(int node) {
            if (low[node] < number[node]) {
                return;
            }
            int at = openCount;
            do {
                componentOf[open[--at]] = components;
            } while (open[at] != node);
            if (components == sizes.length) {
                sizes = Arrays.copyOf(sizes, 2 * components);
            }
            sizes[components++] = openCount - at;
            openCount = at;
        }
    }
}
