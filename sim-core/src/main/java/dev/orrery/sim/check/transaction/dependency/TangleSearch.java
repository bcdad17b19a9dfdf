package dev.orrery.sim.check.transaction.dependency;

import dev.orrery.sim.check.transaction.isolation.Ordering;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks for one cycle of each kind in one tangle. */
final class TangleSearch {
    /** How many times the edges of a tangle may be looked at for one kind before a search is the last. */
    private static final int WORK_PER_EDGE = 8;

    private static final int SHORTEST = 2;
    private static final int FLOW = Dependency.WW.bit() | Dependency.WR.bit();

    private final Tangle tangle;
    private final DependencyGraph graph;
    private final EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
    private final List<Cycle> found = new ArrayList<>();
    private @Nullable List<Cycle.Step> shortest;

    /** A question about the ends of an edge. */
    private interface Ends {
        boolean test(int node, int target);
    }

    TangleSearch(Tangle tangle) {
        this.tangle = tangle;
        this.graph = tangle.graph();
    }

    /** What was found so far. */
    List<Cycle> found() {
        return found;
    }

    /** Looks for cycles that need this order or none. */
    void search(Ordering ordering) {
        int order = Dependency.of(ordering);
        if (!kinds.contains(Kind.G0)) {
            cycleOfWrites(ordering, Dependency.WW.bit() | order);
        }
        if (!kinds.contains(Kind.G1C)) {
            cycleThrough(dependency -> dependency == Dependency.WR, FLOW | order);
            keep(Kind.G1C, ordering);
        }
        if (!kinds.contains(Kind.G_SINGLE) && !kinds.contains(Kind.G_NONADJACENT)) {
            cycleWithoutTwoInARow(ordering, order);
        }
        if (!kinds.contains(Kind.G_SINGLE) && !kinds.contains(Kind.G_NONADJACENT) && !kinds.contains(Kind.G2_ITEM)) {
            cycleThrough(Dependency::isAnti, Dependency.DATA | order | Dependency.later(ordering));
            keep(Kind.G2_ITEM, ordering);
        }
    }

    private void cycleOfWrites(Ordering ordering, int dependencies) {
        StrongComponents components = components(graph, dependencies);
        PathSearch paths = new PathSearch(graph, dependencies);
        for (int node = 0; node < graph.transactions() && goOn(paths); node++) {
            if (components.isOnCycle(node)) {
                offer(steps(node, paths.path(node, node)));
            }
        }
        keep(Kind.G0, ordering);
    }

    /** Through an edge of this kind, with any others of the set. */
    private void cycleThrough(Predicate<Dependency> through, int dependencies) {
        StrongComponents components = components(graph, dependencies);
        PathSearch paths = new PathSearch(graph, dependencies);
        closeAfterEach(through, (node, target) -> components.together(node, target), paths);
    }

    /**
     * Closes cycles after edges of this kind. Those that lead back in the order of invocation come first: each cycle has
     * one that does, and few others do.
     */
    private void closeAfterEach(Predicate<Dependency> kind, Ends mayClose, PathSearch paths) {
        for (boolean back : new boolean[] {true, false}) {
            for (int node = 0; node < graph.transactions(); node++) {
                for (int edge = graph.first(node); edge < graph.first(node + 1) && goOn(paths); edge++) {
                    int target = graph.target(edge);
                    if (target < node == back && kind.test(graph.dependency(edge)) && mayClose.test(node, target)) {
                        closeAfter(node, edge, paths);
                    }
                }
            }
        }
    }

    private void closeAfter(int node, int edge, PathSearch paths) {
        int[] back = paths.path(graph.target(edge), node);
        if (back.length > 0) {
            int[] round = new int[back.length + 1];
            round[0] = edge;
            System.arraycopy(back, 0, round, 1, back.length);
            offer(steps(node, round));
        }
    }

    private void cycleWithoutTwoInARow(Ordering ordering, int order) {
        int flow = FLOW | order | Dependency.laterWrites(ordering);
        Alternation alternation = new Alternation(graph, flow | Dependency.RW.bit() | Dependency.laterReads(ordering));
        StrongComponents components = components(alternation.graph(), ~0);
        PathSearch paths = new PathSearch(graph, flow);
        closeAfterEach(
                Dependency::isAnti,
                (node, target) ->
                        components.together(alternation.otherwise(node), alternation.byAntiDependency(target)),
                paths);
        if (shortest == null) {
            cycleWithSeveral(alternation, components);
        }
        if (shortest != null) {
            keep(Kind.of(shortest), ordering);
        }
    }

    private void cycleWithSeveral(Alternation alternation, StrongComponents components) {
        PathSearch paths = new PathSearch(alternation.graph(), ~0);
        for (int node = 0; node < graph.transactions() && goOn(paths); node++) {
            int reached = alternation.byAntiDependency(node);
            if (components.isOnCycle(reached)) {
                offer(steps(alternation, reached, paths.path(reached, reached)));
            }
        }
    }

    private static StrongComponents components(DependencyGraph graph, int dependencies) {
        return StrongComponents.of(graph, dependencies | Dependency.ONWARD.bit());
    }

    private boolean goOn(PathSearch paths) {
        boolean spent = paths.work() > (long) WORK_PER_EDGE * graph.edges();
        return !spent && (shortest == null || shortest.size() > SHORTEST);
    }

    private void offer(List<Cycle.Step> steps) {
        if (shortest == null || steps.size() < shortest.size()) {
            shortest = steps;
        }
    }

    private void keep(Kind kind, Ordering ordering) {
        if (shortest != null) {
            kinds.add(kind);
            found.add(new Cycle(kind.anomaly(ordering), shortest));
            shortest = null;
        }
    }

    private List<Cycle.Step> steps(int start, int[] edges) {
        Steps steps = new Steps(tangle.nameOf(start));
        for (int edge : edges) {
            int target = graph.target(edge);
            steps.add(graph, edge, tangle.nameOf(target), graph.isTransaction(target));
        }
        return steps.done;
    }

    private List<Cycle.Step> steps(Alternation alternation, int start, int[] edges) {
        Steps steps = new Steps(tangle.nameOf(Alternation.single(start)));
        for (int edge : edges) {
            int target = Alternation.single(alternation.graph().target(edge));
            steps.add(alternation.graph(), edge, tangle.nameOf(target), graph.isTransaction(target));
        }
        return steps.done;
    }

    /** Joins the edges before and after nodes that stand for no transaction. */
    private static final class Steps {
        private final List<Cycle.Step> done = new ArrayList<>();
        private int from;
        private Dependency dependency = Dependency.ONWARD;

        Steps(int start) {
            from = start;
        }

        void add(DependencyGraph graph, int edge, int target, boolean isTransaction) {
            if (graph.dependency(edge) != Dependency.ONWARD) {
                dependency = graph.dependency(edge);
            }
            if (isTransaction) {
                done.add(new Cycle.Step(from, target, dependency, graph.evidence(edge)));
                from = target;
            }
        }
    }
}
