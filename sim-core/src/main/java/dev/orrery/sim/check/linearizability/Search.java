package dev.orrery.sim.check.linearizability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a legal order of the operations about one object, depth first, and can be interrupted and continued.
 *
 * <p>It goes from return to return. At a stage it places operations only on the way to placing the one that returns there,
 * and puts off whatever can be put off. That keeps the {@link Nodes} few:
 *
 * <ul>
 *   <li>an operation that only looks and may be placed now is placed now, without a branch;
 *   <li>one that overwrites is placed before its return only if the next one placed notices it. Otherwise it either comes
 *       right before another one that overwrites, where it leaves no trace and no time to come at is lost, or it can wait;
 *   <li>a plain one is placed before its return only if some open operation does not commute with it;
 *   <li>of operations of one kind, the one that returns first is placed first, and of unknown ones the one invoked first;
 *   <li>an unknown operation is spent only if it changes the state and the next one placed notices it.
 * </ul>
 */
final class Search<S> {

    enum Verdict {
        LINEARIZABLE,
        NOT_LINEARIZABLE,
        UNDECIDED
    }

    private final Timeline timeline;
    private final Machine<S> machine;
    private final Nodes nodes;

    /** What is left to be tried at a node, besides what was tried before. */
    private static final int URGENT = 0;

    private static final int DETOURS = 1;
    private static final int UNKNOWN = 2;
    private static final int PHASE_BITS = 2;

    /** Nodes to explore, each with what is left to be tried there. */
    private int[] stack = new int[64];

    private int height;

    /** The node that is explored, or made. */
    private int stage;

    private int state;
    private final long[] placed;
    private final long[] free;
    private final long[] spent;

    private final long[] explored;
    private final long[] exploredFree;
    private final long[] exploredSpent;

    /** What can be placed next, with the state after it, and how soon it should be. */
    private final int[] choices;

    private final int[] after;
    private final long[] urgency;

    private final boolean findsAll;

    /** The nodes at the end, if it finds all. */
    private final List<Integer> ends = new ArrayList<>();

    /** Whether there are detours to be tried at the node that is explored. */
    private boolean detours;

    private int farthest = -1;
    private long steps;
    private Verdict verdict = Verdict.UNDECIDED;

    /** A search from the model's initial state. */
    Search(Timeline timeline, Machine<S> machine) {
        this(timeline, machine, List.of(new Standing<>(machine.state(Machine.initial()), new BitSet())), false);
    }

    /**
     * A search that goes on from where others ended.
     *
     * @param findsAll whether it is about {@link #ends}, or else about whether there is one
     */
    Search(Timeline timeline, Machine<S> machine, List<Standing<S>> beginnings, boolean findsAll) {
        this.findsAll = findsAll;
        this.timeline = timeline;
        this.machine = machine;
        nodes = new Nodes(timeline);
        placed = new long[timeline.words];
        free = new long[timeline.words];
        spent = new long[nodes.spentWords()];
        explored = new long[timeline.words];
        exploredFree = new long[timeline.words];
        exploredSpent = new long[nodes.spentWords()];
        int mostOpen = timeline.mostOpen();
        choices = new int[mostOpen];
        after = new int[mostOpen];
        urgency = new long[mostOpen];
        for (Standing<S> beginning : beginnings) {
            begin(beginning);
        }
    }

    private void begin(Standing<S> beginning) {
        if (verdict == Verdict.UNDECIDED) {
            stage = 0;
            state = machine.number(beginning.state());
            Arrays.fill(placed, 0);
            Arrays.fill(free, 0);
            Arrays.fill(spent, 0);
            beginning.spent().stream().forEach(u -> spent[u >> 6] |= 1L << u);
            reach();
        }
    }

    /**
     * Where all legal orders end, but for those that could do nothing that another one could not; null if it takes more
     * steps than this to find out.
     */
    @Nullable
    List<Standing<S>> ends(long mostSteps) {
        while (height > 0) {
            if (steps() >= mostSteps) {
                return null;
            }
            explore(stack[--height]);
        }
        List<Standing<S>> standings = new ArrayList<>();
        for (int node : ends) {
            if (!nodes.isOutdone(node)) {
                nodes.load(node, placed, free, spent);
                standings.add(new Standing<>(machine.state(nodes.state(node)), BitSet.valueOf(spent)));
            }
        }
        return standings;
    }

    Timeline timeline() {
        return timeline;
    }

    Verdict verdict() {
        return verdict;
    }

    /** How often the model was asked, and nodes were compared, so far. */
    long steps() {
        return steps + nodes.comparisons();
    }

    /** The return that no order gets past; of the search so far. */
    int farthest() {
        return farthest;
    }

    /** How much memory it takes, without the model's states. */
    long bytes() {
        return nodes.bytes() + 4L * stack.length + timeline.bytes();
    }

    /**
     * Continues until the search is decided or has spent about this many more steps.
     *
     * @return false if it stopped since it takes more memory than this, with the model's states
     */
    boolean advance(long moreSteps, long mostBytes) {
        long limit = steps() + moreSteps;
        while (verdict == Verdict.UNDECIDED && steps() < limit) {
            if (bytes() + machine.bytes() > mostBytes) {
                return false;
            }
            if (height == 0) {
                verdict = Verdict.NOT_LINEARIZABLE;
            } else {
                explore(stack[--height]);
            }
        }
        return true;
    }

    private void explore(int entry) {
        steps++;
        int node = entry >> PHASE_BITS;
        if (nodes.isOutdone(node)) {
            return;
        }
        stage = nodes.stage(node);
        state = nodes.state(node);
        nodes.load(node, explored, exploredFree, exploredSpent);
        switch (entry & ((1 << PHASE_BITS) - 1)) {
            case URGENT -> placeUrgent(node);
            case DETOURS -> place(chooseDetours());
            default -> spendUnknowns();
        }
    }

    /** Tries what was answered first, and unknown operations only when that led nowhere. */
    private void placeUrgent(int node) {
        int count = chooseUrgent();
        if (count < 0) {
            return;
        }
        int here = stage;
        int from = state;
        if (timeline.unknownBefore[here] > 0) {
            push(node << PHASE_BITS | UNKNOWN);
        }
        if (detours) {
            push(node << PHASE_BITS | DETOURS);
        }
        place(count);
        int returning = timeline.slot[timeline.returning[here]];
        if (verdict == Verdict.UNDECIDED && has(exploredFree, returning)) {
            stage = here;
            state = from;
            load();
            placed[returning >> 6] |= 1L << returning;
            free[returning >> 6] &= ~(1L << returning);
            reach();
        }
    }

    /** Makes a node of each choice; the last one is explored first. */
    private void place(int count) {
        int here = stage;
        for (int i = 0; i < count && verdict == Verdict.UNDECIDED; i++) {
            stage = here;
            load();
            state = after[i];
            int slot = timeline.slot[choices[i]];
            placed[slot >> 6] |= 1L << slot;
            free[slot >> 6] &= ~(1L << slot);
            if (machine.nature(timeline.kind[choices[i]]) == Machine.OVERWRITES) {
                setFree();
            }
            reach();
        }
    }

    private void load() {
        System.arraycopy(explored, 0, placed, 0, placed.length);
        System.arraycopy(exploredFree, 0, free, 0, free.length);
        System.arraycopy(exploredSpent, 0, spent, 0, spent.length);
    }

    /** After something that overwrites was placed, all of the kind that are not placed could come right before it. */
    private void setFree() {
        for (int w = 0; w < free.length; w++) {
            free[w] = timeline.overwrites[stage * timeline.words + w] & ~placed[w];
        }
    }

    /**
     * Fills in what to place next, the least urgent first, and returns how many there are, or -1 if no order goes on:
     * plain operations, the one that returns, and what overwrites so that it can be placed then.
     */
    private int chooseUrgent() {
        int count = 0;
        detours = false;
        int returning = timeline.returning[stage];
        int returningKind = timeline.kind[returning];
        for (int i = timeline.openFrom[stage]; i < timeline.openFrom[stage + 1]; i++) {
            int operation = timeline.open[i];
            int kind = timeline.kind[operation];
            byte nature = machine.nature(kind);
            if (nature == Machine.LOOKS || has(explored, timeline.slot[operation])) {
                continue;
            }
            steps++;
            int then = machine.step(state, kind);
            if (then == Machine.HOPELESS && !mayBeOverwritten(operation, explored)) {
                return -1;
            }
            if (then < 0) {
                continue;
            }
            boolean useful = operation == returning;
            if (!useful && nature == Machine.PLAIN) {
                useful = isPlainAndUseful(operation, kind);
            } else if (!useful) {
                boolean opensTheWay =
                        machine.nature(returningKind) != Machine.OVERWRITES && machine.step(then, returningKind) >= 0;
                useful = opensTheWay && !hasEarlierLike(operation, then);
                detours |= !opensTheWay;
            }
            if (useful) {
                count = insert(count, operation, then);
            }
        }
        return count;
    }

    /** Fills in what overwrites and is noticed by another operation than the one that returns. */
    private int chooseDetours() {
        int count = 0;
        int returning = timeline.returning[stage];
        int returningKind = timeline.kind[returning];
        for (int i = timeline.openFrom[stage]; i < timeline.openFrom[stage + 1]; i++) {
            int operation = timeline.open[i];
            int kind = timeline.kind[operation];
            if (machine.nature(kind) != Machine.OVERWRITES
                    || operation == returning
                    || has(explored, timeline.slot[operation])) {
                continue;
            }
            steps++;
            int then = machine.step(state, kind);
            boolean opensTheWay =
                    machine.nature(returningKind) != Machine.OVERWRITES && machine.step(then, returningKind) >= 0;
            if (!opensTheWay && isMet(then) && !hasEarlierLike(operation, then)) {
                count = insert(count, operation, then);
            }
        }
        return count;
    }

    /** Whether another operation that overwrites and leaves the same state returns earlier. */
    private boolean hasEarlierLike(int overwriting, int then) {
        for (int i = timeline.openFrom[stage]; i < timeline.openFrom[stage + 1]; i++) {
            int other = timeline.open[i];
            if (timeline.returns[other] < timeline.returns[overwriting]
                    && machine.nature(timeline.kind[other]) == Machine.OVERWRITES
                    && !has(explored, timeline.slot[other])) {
                steps++;
                if (machine.step(state, timeline.kind[other]) == then) {
                    return true;
                }
            }
        }
        return false;
    }

    private int insert(int count, int operation, int then) {
        boolean plain = machine.nature(timeline.kind[operation]) == Machine.PLAIN;
        long soon = plain ? timeline.seen[operation] : timeline.returns[operation];
        long rank = (soon << 1) + (operation == timeline.returning[stage] ? 0 : 1);
        int at = count;
        while (at > 0 && urgency[at - 1] < rank) {
            choices[at] = choices[at - 1];
            after[at] = after[at - 1];
            urgency[at] = urgency[at - 1];
            at--;
        }
        choices[at] = operation;
        after[at] = then;
        urgency[at] = rank;
        return count + 1;
    }

    private boolean isPlainAndUseful(int operation, int kind) {
        for (int i = timeline.openFrom[stage]; i < timeline.openFrom[stage + 1]; i++) {
            int other = timeline.open[i];
            if (timeline.kind[other] == kind
                    && timeline.returns[other] < timeline.returns[operation]
                    && !has(explored, timeline.slot[other])) {
                return false;
            }
        }
        return hasOpponent(kind, operation, Timeline.NONE);
    }

    /** Whether some operation that can be placed, but for one answered and one unknown, does not commute with this kind. */
    private boolean hasOpponent(int kind, int answered, int unknown) {
        for (int i = timeline.openFrom[stage]; i < timeline.openFrom[stage + 1]; i++) {
            int other = timeline.open[i];
            if (other != answered
                    && !has(explored, timeline.slot[other])
                    && !machine.commute(kind, timeline.kind[other])) {
                return true;
            }
        }
        for (int u = 0; u < timeline.unknownBefore[stage]; u++) {
            if (u != unknown && !has(exploredSpent, u) && !machine.commute(kind, timeline.unknownKind[u])) {
                return true;
            }
        }
        return false;
    }

    private void spendUnknowns() {
        int here = stage;
        int from = state;
        for (int u = timeline.unknownBefore[here] - 1; u >= 0 && verdict == Verdict.UNDECIDED; u--) {
            stage = here;
            state = from;
            if (has(exploredSpent, u) || hasUnspentTwin(u)) {
                continue;
            }
            steps++;
            int kind = timeline.unknownKind[u];
            int then = machine.step(from, kind);
            if (then >= 0 && isWorthSpending(u, kind, then)) {
                load();
                state = then;
                spent[u >> 6] |= 1L << u;
                if (machine.nature(kind) == Machine.OVERWRITES) {
                    setFree();
                }
                reach();
            }
        }
    }

    /** Whether the next one placed notices it, or it lets another one that overwrites leave no trace. */
    private boolean isWorthSpending(int u, int kind, int then) {
        if (then != state && (isNoticedByAnswered(then) || isNoticedByUnknown(u, then))) {
            return hasOpponent(kind, Timeline.NONE, u);
        }
        return machine.nature(kind) == Machine.OVERWRITES && someAreBound() && isMet(then);
    }

    /** Whether some open operation that overwrites is neither placed nor free. */
    private boolean someAreBound() {
        for (int w = 0; w < explored.length; w++) {
            if ((timeline.overwrites[stage * timeline.words + w] & ~explored[w] & ~exploredFree[w]) != 0) {
                return true;
            }
        }
        return false;
    }

    private boolean hasUnspentTwin(int u) {
        int twin = timeline.twin[u];
        return twin != Timeline.NONE && !has(exploredSpent, twin);
    }

    /** Whether some answered operation can come next in this state, and finds it other than the one before. */
    private boolean isNoticedByAnswered(int then) {
        for (int i = timeline.openFrom[stage]; i < timeline.openFrom[stage + 1]; i++) {
            int other = timeline.open[i];
            if (!has(explored, timeline.slot[other])) {
                int otherKind = timeline.kind[other];
                steps++;
                int next = machine.step(then, otherKind);
                if (next >= 0 && next != machine.step(state, otherKind)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether some other unknown operation would come next and change this state, and finds it other than the one before. */
    private boolean isNoticedByUnknown(int spending, int then) {
        for (int u = 0; u < timeline.unknownBefore[stage]; u++) {
            int otherKind = timeline.unknownKind[u];
            if (u == spending || has(exploredSpent, u) || machine.nature(otherKind) == Machine.OVERWRITES) {
                continue;
            }
            steps++;
            int next = machine.step(then, otherKind);
            if (next >= 0 && next != then && next != machine.step(state, otherKind)) {
                return true;
            }
        }
        return false;
    }

    /** Whether some operation that does not overwrite can come next in this state. */
    private boolean isMet(int then) {
        for (int i = timeline.openFrom[stage]; i < timeline.openFrom[stage + 1]; i++) {
            int other = timeline.open[i];
            int kind = timeline.kind[other];
            if (!has(explored, timeline.slot[other]) && machine.nature(kind) != Machine.OVERWRITES) {
                steps++;
                if (machine.step(then, kind) >= 0) {
                    return true;
                }
            }
        }
        return changesUnknown(then);
    }

    /** Whether some unknown operation that does not overwrite would change this state. */
    private boolean changesUnknown(int then) {
        for (int u = 0; u < timeline.unknownBefore[stage]; u++) {
            int kind = timeline.unknownKind[u];
            if (!has(exploredSpent, u) && machine.nature(kind) != Machine.OVERWRITES) {
                steps++;
                int next = machine.step(then, kind);
                if (next >= 0 && next != then) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Settles and adds a node to explore, unless it leads nowhere or one that is as good was reached before. */
    private void reach() {
        if (!settle()) {
            return;
        }
        if (stage == timeline.size() && !findsAll) {
            verdict = Verdict.LINEARIZABLE;
            return;
        }
        int node = nodes.add(stage, state, placed, free, spent);
        if (node >= 0 && stage == timeline.size()) {
            ends.add(node);
        } else if (node >= 0) {
            farthest = Math.max(farthest, stage);
            push(node << PHASE_BITS | URGENT);
        }
    }

    /** Places what only looks and may, and passes the returns that are placed. False if some return can never be passed. */
    private boolean settle() {
        int size = timeline.size();
        for (boolean first = true; stage < size; first = false) {
            int from = first ? timeline.openFrom[stage] : timeline.invokedBefore[stage - 1];
            int to = first ? timeline.openFrom[stage + 1] : timeline.invokedBefore[stage];
            for (int i = from; i < to; i++) {
                int operation = first ? timeline.open[i] : i;
                int kind = timeline.kind[operation];
                int slot = timeline.slot[operation];
                if (machine.nature(kind) != Machine.LOOKS || has(placed, slot)) {
                    continue;
                }
                steps++;
                int then = machine.step(state, kind);
                if (then >= 0) {
                    placed[slot >> 6] |= 1L << slot;
                } else if (then == Machine.HOPELESS && !mayBeOverwritten(operation, placed)) {
                    return false;
                }
            }
            int returning = timeline.slot[timeline.returning[stage]];
            if (!has(placed, returning)) {
                return true;
            }
            placed[returning >> 6] &= ~(1L << returning);
            stage++;
        }
        return true;
    }

    /** Whether something that overwrites may come before an open operation. */
    private boolean mayBeOverwritten(int operation, long[] placed) {
        if (timeline.unknownOverwrites
                || timeline.overwritesBefore[timeline.returns[operation]] > timeline.overwritesBefore[stage]) {
            return true;
        }
        for (int w = 0; w < placed.length; w++) {
            if ((timeline.overwrites[stage * timeline.words + w] & ~placed[w]) != 0) {
                return true;
            }
        }
        return false;
    }

    private void push(int entry) {
        if (height == stack.length) {
            stack = Arrays.copyOf(stack, 2 * height);
        }
        stack[height++] = entry;
    }

    private static boolean has(long[] set, int bit) {
        return (set[bit >> 6] & (1L << bit)) != 0;
    }
}
