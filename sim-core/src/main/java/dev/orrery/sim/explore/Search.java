package dev.orrery.sim.explore;

import dev.orrery.sim.explore.Exploration.Ending;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at each state that can be reached within the bounds, once.
 *
 * <pre>{@code
 * Exploration found = new Search(model, Bounds.DEFAULT.crashes(1), Search.Order.BREADTH_FIRST).run(Search.PATIENT);
 * }</pre>
 */
public final class Search {
    /** Lets a search come to its own end. */
    public static final Watcher PATIENT = (states, steps, depth) -> true;

    private static final int STATES_A_QUESTION = 1 << 12;
    private static final int NOWHERE = -1;

    private final Bounds bounds;
    private final Model model;
    private final Space space;
    private final StateTable table = new StateTable();
    private final Pending pending;

    /** The state that is gone on from; {@link #NOWHERE} at first. */
    private int from = NOWHERE;

    private int fromDepth = NOWHERE;
    private long steps;
    private int deepest;
    private boolean cutAtDepth;
    private @Nullable Finding finding;

    /** Which states are gone on from first. */
    public enum Order {
        /** Those that were met first: the first violation is found on a shortest way. */
        BREADTH_FIRST,
        /** Those that were met last: it is deep soon, and keeps fewer states in full; its first way is seldom a short one. */
        DEPTH_FIRST
    }

    /** Looks on while a search goes on, and may end it. */
    @FunctionalInterface
    public interface Watcher {
        /**
         * Whether it goes on; asked every few thousand states.
         *
         * @param states how many were met
         * @param steps how many were taken
         * @param depth how long the way to the present state is
         */
        boolean goesOn(long states, long steps, int depth);
    }

    private record Finding(int state, int choice, String invariant, String message) {}

    /** A search that has not begun. */
    public Search(Model model, Bounds bounds, Order order) {
        this.model = model;
        this.bounds = bounds;
        space = new Space(model, bounds, new Arrivals());
        pending = new Pending(order == Order.DEPTH_FIRST);
    }

    /** Searches until something is found, all was looked at, or somebody ends it. */
    public Exploration run(Watcher watcher) {
        Ending ending = space.begin() ? look(watcher) : Ending.VIOLATED;
        return new Exploration(
                ending,
                table.size(),
                steps,
                deepest,
                space.localStates(),
                space.envelopes().size(),
                space.symmetries(),
                space.beyond(),
                space.watched(),
                space.glanced(),
                counterexample());
    }

    private Ending look(Watcher watcher) {
        int untilQuestion = STATES_A_QUESTION;
        while (pending.next()) {
            from = pending.number();
            fromDepth = table.depth(from);
            if (fromDepth >= bounds.depth()) {
                cutAtDepth = true;
                continue;
            }
            space.expand(pending.state(), pending.length());
            if (finding != null) {
                return Ending.VIOLATED;
            }
            if (table.size() >= bounds.most()) {
                return Ending.FULL;
            }
            if (--untilQuestion == 0) {
                untilQuestion = STATES_A_QUESTION;
                if (!watcher.goesOn(table.size(), steps, fromDepth)) {
                    return Ending.INTERRUPTED;
                }
            }
        }
        return cutAtDepth ? Ending.DEPTH : Ending.EXHAUSTED;
    }

    /** Takes in where steps lead. */
    private final class Arrivals implements Space.Steps {
        @Override
        public void step(int choice, int[] state, int length, long hash) {
            if (finding != null) {
                return;
            }
            steps += choice == Space.NO_CHOICE ? 0 : 1;
            int depth = fromDepth + 1;
            int known = table.get(hash);
            // Depth first, a state may be met on a long way before a shorter one, on which the bound leaves it more to
            // come.
            if (known == LongTable.NONE || depth < table.depth(known)) {
                deepest = Math.max(deepest, depth);
                pending.add(state, length, table.add(hash, from, choice, depth));
            }
        }

        @Override
        public void violation(int choice, String invariant, String message) {
            if (finding == null) {
                finding = new Finding(from, choice, invariant, message);
            }
        }
    }

    private @Nullable Counterexample counterexample() {
        Finding found = finding;
        if (found == null) {
            return null;
        }
        List<Integer> choices = new ArrayList<>();
        if (found.state() != NOWHERE) {
            for (int choice : table.way(found.state())) {
                choices.add(choice);
            }
            choices.add(found.choice());
        }
        List<Step> way = new Retelling(model, space).steps(choices);
        return new Counterexample(found.invariant(), found.message(), way);
    }
}
