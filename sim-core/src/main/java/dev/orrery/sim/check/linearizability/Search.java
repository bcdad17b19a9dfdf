package dev.orrery.sim.check.linearizability;

import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.history.Operation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for a legal order of one partition's operations, depth first, and can be interrupted and continued.
 *
 * <p>A search node is what matters of the operations placed so far: the first return whose operation is not placed yet,
 * which of the operations open there are placed, the state, and which operations of unknown outcome were spent. All that
 * returned before is placed, all that is invoked later is not. Five observations keep the nodes few:
 *
 * <ul>
 *   <li>an operation that changes nothing and may be placed now is placed now, without a branch;
 *   <li>an unknown operation that would change nothing here is not spent;
 *   <li>nor is one whose effect nothing that can come next would notice: it could as well be left out;
 *   <li>of unknown operations that ask for the same, the one invoked first is spent first;
 *   <li>a node that has spent a superset of what an otherwise equal node has spent can do nothing that the other cannot.
 * </ul>
 */
final class Search<S> {

    enum Verdict {
        LINEARIZABLE,
        NOT_LINEARIZABLE,
        UNDECIDED
    }

    /** All of a search node but the spent operations. */
    private record Frontier<S>(int next, BitSet placed, S state) {}

    /** @param placedAll whether all that was answered has been tried here, so that unknown operations are left */
    private record Node<S>(Frontier<S> frontier, BitSet spent, boolean placedAll) {}

    private final Partition partition;
    private final Model<S> model;
    private final ArrayDeque<Node<S>> unexplored = new ArrayDeque<>();

    /** For each frontier reached, the minimal sets of unknown operations it was reached with. */
    private final Map<Frontier<S>, List<BitSet>> reached = new LinkedHashMap<>();

    private final Set<S> statesAtFarthest = new LinkedHashSet<>();
    private int farthest = -1;
    private long steps;
    private Verdict verdict = Verdict.UNDECIDED;

    Search(Partition partition, Model<S> model) {
        this.partition = partition;
        this.model = model;
        reach(0, new BitSet(), model.initial(), new BitSet());
    }

    Partition partition() {
        return partition;
    }

    Verdict verdict() {
        return verdict;
    }

    /** How often the model was asked, and nodes were explored, so far. */
    long steps() {
        return steps;
    }

    /** The return that no order gets past; of the search so far. */
    int farthest() {
        return farthest;
    }

    /** The states in which some order arrives at {@link #farthest()}. */
    Set<S> statesAtFarthest() {
        return statesAtFarthest;
    }

    /** Continues until the search is decided or has spent about this many more steps. */
    void advance(long moreSteps) {
        long limit = steps + moreSteps;
        while (verdict == Verdict.UNDECIDED && steps < limit) {
            Node<S> node = unexplored.poll();
            if (node == null) {
                verdict = Verdict.NOT_LINEARIZABLE;
            } else {
                explore(node);
            }
        }
    }

    /** Tries what was answered first, the most urgent operation ahead, and unknown operations only when that led nowhere. */
    private void explore(Node<S> node) {
        steps++;
        if (node.placedAll()) {
            spendUnknowns(node);
            return;
        }
        unexplored.push(new Node<>(node.frontier(), node.spent(), true));
        List<Answered> open = partition.open(node.frontier().next());
        for (int i = open.size() - 1; i >= 0 && verdict == Verdict.UNDECIDED; i--) {
            place(open.get(i), node);
        }
    }

    private void spendUnknowns(Node<S> node) {
        S state = node.frontier().state();
        for (int i = partition.unknowns(node.frontier().next()) - 1; i >= 0; i--) {
            steps++;
            if (node.spent().get(i) || partition.hasUnusedTwin(i, node.spent())) {
                continue;
            }
            S after = model.step(state, partition.unknown(i));
            if (after != null && !after.equals(state) && isNoticed(after, i, node)) {
                BitSet spent = copy(node.spent());
                spent.set(i);
                reach(node.frontier().next(), copy(node.frontier().placed()), after, spent);
            }
        }
    }

    /** Whether some operation could come next in this state that tells it from the state of the node. */
    private boolean isNoticed(S after, int spending, Node<S> node) {
        int next = node.frontier().next();
        S before = node.frontier().state();
        for (Answered answered : partition.open(next)) {
            if (!node.frontier().placed().get(answered.slot()) && isNoticedBy(answered.operation(), after, before)) {
                return true;
            }
        }
        for (int i = 0; i < partition.unknowns(next); i++) {
            Operation unknown = partition.unknown(i);
            if (i == spending || node.spent().get(i) || model.overwrites(unknown)) {
                continue;
            }
            steps++;
            S then = model.step(after, unknown);
            if (then != null && !then.equals(after) && !then.equals(model.step(before, unknown))) {
                return true;
            }
        }
        return false;
    }

    private boolean isNoticedBy(Operation operation, S after, S before) {
        steps++;
        S then = model.step(after, operation);
        return then != null && !then.equals(model.step(before, operation));
    }

    private void place(Answered answered, Node<S> node) {
        Frontier<S> frontier = node.frontier();
        if (answered.onlyLooks() || frontier.placed().get(answered.slot())) {
            return;
        }
        steps++;
        S after = model.step(frontier.state(), answered.operation());
        if (after != null) {
            BitSet placed = copy(frontier.placed());
            placed.set(answered.slot());
            reach(frontier.next(), placed, after, node.spent());
        }
    }

    /** Adds a node, unless one that is at least as good was reached before. Takes over {@code placed}. */
    private void reach(int from, BitSet placed, S state, BitSet spent) {
        int next = settle(from, placed, state);
        if (next == partition.returns()) {
            verdict = Verdict.LINEARIZABLE;
            return;
        }
        if (next > farthest) {
            farthest = next;
            statesAtFarthest.clear();
        }
        if (next == farthest) {
            statesAtFarthest.add(state);
        }
        Frontier<S> frontier = new Frontier<>(next, placed, state);
        List<BitSet> minimal = reached.computeIfAbsent(frontier, f -> new ArrayList<>(1));
        for (BitSet other : minimal) {
            steps++;
            if (isSubset(other, spent)) {
                return;
            }
        }
        minimal.removeIf(other -> isSubset(spent, other));
        minimal.add(spent);
        unexplored.push(new Node<>(frontier, spent, false));
    }

    /** Places what only looks and may, passes the returns that are placed, and returns the first one that is not. */
    private int settle(int from, BitSet placed, S state) {
        int next = from;
        while (next < partition.returns()) {
            for (Answered answered : partition.open(next)) {
                if (answered.onlyLooks() && !placed.get(answered.slot())) {
                    steps++;
                    if (model.step(state, answered.operation()) != null) {
                        placed.set(answered.slot());
                    }
                }
            }
            int slot = partition.returning(next).slot();
            if (!placed.get(slot)) {
                return next;
            }
            placed.clear(slot);
            next++;
        }
        return next;
    }

    private static boolean isSubset(BitSet small, BitSet large) {
        BitSet rest = copy(small);
        rest.andNot(large);
        return rest.isEmpty();
    }

    private static BitSet copy(BitSet bits) {
        return (BitSet) bits.clone();
    }
}
