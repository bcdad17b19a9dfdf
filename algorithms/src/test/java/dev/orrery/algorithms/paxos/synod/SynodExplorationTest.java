package dev.orrery.algorithms.paxos.synod;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.explore.Bounds;
import dev.orrery.sim.explore.Counterexample;
import dev.orrery.sim.explore.Enactment;
import dev.orrery.sim.explore.Exploration;
import dev.orrery.sim.explore.Exploration.Ending;
import dev.orrery.sim.explore.Model;
import dev.orrery.sim.explore.Search;
import dev.orrery.sim.explore.Search.Order;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Synod in all ways in which it can go. */
final class SynodExplorationTest {
    private static final Bounds QUIET = Bounds.DEFAULT.crashes(0).timers(0);

    private static Exploration explore(Model model, Bounds bounds) {
        return new Search(model, bounds, Order.BREADTH_FIRST).run(Search.PATIENT);
    }

    /**
     * With one proposer, one acceptor and one client all happens in a row: the client's request, prepare, promise, accept,
     * accepted, answer. 7 states with the first.
     */
    @Test
    void oneOfEachGoesOneWay() {
        Exploration found = explore(SynodModel.of(1, 1, "none"), QUIET);
        assertEquals(Ending.EXHAUSTED, found.ending());
        assertEquals(7, found.states());
        assertEquals(6, found.steps());
    }

    /**
     * One proposer and two acceptors, counted by hand. The request: 1 state before it. Each acceptor's prepare is under way,
     * answered, or its answer is there: 3·3 states, of which the last one has issued the proposal, and both have promised.
     * Then each acceptor's accept is under way, answered, or told: 3·3 states, of which the last one has chosen, and the
     * answer to the client is under way; then it is there. 1 + 9 + (9 - 1) + 1, since issuing is the last of the first nine
     * and the first of the second.
     */
    @Test
    void oneProposerWithTwoAcceptorsIsAsManyStatesAsByHand() {
        Exploration found = explore(SynodModel.of(1, 2, "none").withoutSymmetry(), QUIET);
        assertEquals(Ending.EXHAUSTED, found.ending());
        assertEquals(1 + 9 + 8 + 1, found.states());
    }

    @Test
    void acceptorsThatAreAlikeAreCountedOnce() {
        // Of the 9 states of two like acceptors 6 are different: 1 + 6 + 5 + 1.
        assertEquals(13, explore(SynodModel.of(1, 2, "none"), QUIET).states());
    }

    @Test
    void twoProposersAndAnAcceptorChooseOneValueWithACrashAndATimeOut() {
        Exploration found =
                explore(SynodModel.of(2, 1, "none"), Bounds.DEFAULT.crashes(1).timers(1));
        assertEquals(Ending.EXHAUSTED, found.ending());
        assertEquals(List.of("agreement", "validity", "promise-monotonic"), found.watched());
    }

    @Test
    void anAcceptorThatForgetsLetsTwoValuesBeChosen() {
        Counterexample way = violation("P02", Bounds.DEFAULT.crashes(1).timers(0));
        // Two requests; two prepares each, at one acceptor in common; its crash; two promises and two accepts each.
        assertEquals(2 + 4 + 1 + 4 + 4, way.way().size());
    }

    @Test
    void aProposerThatKeepsItsOwnValueLetsTwoBeChosen() {
        assertEquals(14, violation("P03", QUIET).way().size());
    }

    @Test
    void twoProposersWithOneNumberLetTwoValuesBeChosen() {
        assertEquals(14, violation("P11", QUIET).way().size());
    }

    @Test
    void acceptingWithoutPromisingShowsAtOnce() {
        Exploration found = explore(SynodModel.of(2, 3, "P01", "promise-monotonic"), QUIET);
        Counterexample way = found.counterexample();
        assertNotNull(way);
        assertEquals("promise-monotonic", way.invariant());
        assertTrue(way.message().contains("promised no more than"), way::message);
    }

    private static Counterexample violation(String mutant, Bounds bounds) {
        Model model = SynodModel.of(2, 3, mutant, "agreement");
        Exploration found = explore(model, bounds);
        assertEquals(Ending.VIOLATED, found.ending());
        Counterexample way = found.counterexample();
        assertNotNull(way);
        Enactment again = new Enactment(model);
        again.boot();
        way.way().forEach(again::enact);
        assertEquals(new Enactment.Broken("agreement", way.message()), again.broken());
        return way;
    }
}
