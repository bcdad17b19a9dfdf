package dev.orrery.sim.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.explore.Search.Order;
import org.junit.jupiter.api.Test;

/** On random small systems the search finds what a plain one finds, and its reductions change no verdict. */
final class SearchAgreesTest {
    private static final Bounds BOUNDS = Bounds.DEFAULT.crashes(1).timers(1);
    private static final int SYSTEMS = 16;

    /** A plain search takes long. */
    private static final int PLAINLY = 6;

    private static Exploration search(Model model, Bounds bounds, Order order) {
        return new Search(model, bounds, order).run(Search.PATIENT);
    }

    private static int length(Exploration found) {
        Counterexample way = found.counterexample();
        return way == null ? -1 : way.way().size();
    }

    @Test
    void aPlainSearchMeetsAsManyStatesAndFindsAsShortAWay() {
        int violated = 0;
        for (long seed = 0; seed < PLAINLY; seed++) {
            Model model = new Automata(seed, true).model().withoutSymmetry();
            PlainSearch plain = new PlainSearch(model, BOUNDS.timers(seed % 2 == 0 ? 1 : 0)).run();
            Exploration found = search(model, BOUNDS.timers(seed % 2 == 0 ? 1 : 0), Order.BREADTH_FIRST);
            assertEquals(plain.shortest(), length(found), "seed " + seed);
            if (plain.shortest() < 0) {
                assertEquals(plain.states(), found.states(), "seed " + seed);
                assertEquals(plain.steps(), found.steps(), "seed " + seed);
            } else {
                violated++;
            }
        }
        assertTrue(violated > 0 && violated < PLAINLY, violated + " were violated");
    }

    @Test
    void lossesAndDuplicatesAreCountedAsPlainly() {
        for (long seed = 0; seed < PLAINLY; seed++) {
            Model model = new Automata(seed, true).model().withoutSymmetry();
            Bounds bounds = BOUNDS.crashes(0).timers(0).drops(1).duplicates(1).depth(Integer.MAX_VALUE);
            PlainSearch plain = new PlainSearch(model, bounds).run();
            Exploration found = search(model, bounds, Order.BREADTH_FIRST);
            assertEquals(plain.shortest(), length(found), "seed " + seed);
            if (plain.shortest() < 0) {
                assertEquals(plain.states(), found.states(), "seed " + seed);
            }
        }
    }

    @Test
    void symmetryChangesNoVerdictAndSavesStates() {
        long with = 0;
        long without = 0;
        for (long seed = 0; seed < 4 * SYSTEMS; seed++) {
            Model model = new Automata(seed, true).model();
            Exploration reduced = search(model, BOUNDS, Order.BREADTH_FIRST);
            Exploration full = search(model.withoutSymmetry(), BOUNDS, Order.BREADTH_FIRST);
            assertEquals(length(full), length(reduced), "seed " + seed);
            with += reduced.states();
            without += full.states();
        }
        assertTrue(10 * with < 7 * without, with + " of " + without);
    }

    @Test
    void whatProcessesTellChangesNoVerdictAndSavesStates() {
        for (long seed = 0; seed < SYSTEMS; seed++) {
            Exploration told = search(new Automata(seed, true).model(), BOUNDS, Order.BREADTH_FIRST);
            Exploration untold = search(new Automata(seed, false).model(), BOUNDS, Order.BREADTH_FIRST);
            assertEquals(length(untold), length(told), "seed " + seed);
            assertTrue(told.states() <= untold.states(), "seed " + seed);
        }
    }

    @Test
    void depthFirstFindsAViolationIfThereIsOneAndElseTheSameStates() {
        for (long seed = 0; seed < 4 * SYSTEMS; seed++) {
            Model model = new Automata(seed, true).model();
            Exploration broad = search(model, BOUNDS, Order.BREADTH_FIRST);
            Exploration deep = search(model, BOUNDS, Order.DEPTH_FIRST);
            assertEquals(length(broad) < 0, length(deep) < 0, "seed " + seed);
            assertTrue(length(broad) <= length(deep), "seed " + seed);
            if (length(broad) < 0) {
                assertEquals(broad.states(), deep.states(), "seed " + seed);
            }
        }
    }

    @Test
    void aBoundOnDepthHidesNothingThatIsNearer() {
        for (long seed = 0; seed < SYSTEMS; seed++) {
            Model model = new Automata(seed, true).model();
            int shortest = length(search(model, BOUNDS, Order.BREADTH_FIRST));
            if (shortest > 0) {
                for (Order order : Order.values()) {
                    assertEquals(-1, length(search(model, BOUNDS.depth(shortest - 1), order)), "seed " + seed);
                    assertEquals(shortest, length(search(model, BOUNDS.depth(shortest), order)), "seed " + seed);
                }
            }
        }
    }

    @Test
    void everyWayThatIsFoundEndsInTheSameViolationWhenItIsGoneAgain() {
        for (long seed = 0; seed < 4 * SYSTEMS; seed++) {
            Model model = new Automata(seed, true).model();
            for (Order order : Order.values()) {
                Counterexample way = search(model, BOUNDS, order).counterexample();
                if (way != null) {
                    Enactment again = new Enactment(model);
                    again.boot();
                    way.way().forEach(again::enact);
                    Enactment.Broken broken = again.broken();
                    assertEquals(way.invariant(), broken == null ? "nothing" : broken.invariant(), "seed " + seed);
                }
            }
        }
    }
}
