package dev.orrery.sim.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.orrery.sim.explore.Exploration.Ending;
import dev.orrery.sim.explore.Letterbox.FewerThan;
import dev.orrery.sim.explore.Search.Order;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SearchTest {
    private static final Bounds QUIET = Bounds.DEFAULT.crashes(0).timers(0);

    private static Exploration explore(Model model, Bounds bounds) {
        return new Search(model, bounds, Order.BREADTH_FIRST).run(Search.PATIENT);
    }

    @Test
    void aStateIsASetOfLettersWhereTheirOrderMeansNothing() {
        Exploration found = explore(Letterbox.model(5, true, List.of()).withoutSymmetry(), QUIET);
        assertEquals(Ending.EXHAUSTED, found.ending());
        assertEquals(1 << 5, found.states());
        assertEquals(5 * (1 << 4), found.steps());
        assertEquals(5, found.depth());
        assertNull(found.counterexample());
    }

    @Test
    void aStateIsAnOrderOfLettersWhereNobodySaysThatItMeansNothing() {
        // 1 + 4 + 4·3 + 4·3·2 + 4·3·2·1 arrangements.
        assertEquals(
                65,
                explore(Letterbox.model(4, false, List.of()).withoutSymmetry(), QUIET)
                        .states());
    }

    @Test
    void aStateIsANumberOfLettersWhereTheSendersAreAlike() {
        Exploration found = explore(Letterbox.model(5, true, List.of()), QUIET);
        assertEquals(6, found.states());
        assertEquals(120, found.symmetries());
    }

    @Test
    void lossesAreStatesOfTheirOwnUpToTheirBound() {
        // Of 3 letters each is under way, there, or one of at most 1 lost: 2^3 + 3·2^2.
        assertEquals(
                20,
                explore(Letterbox.model(3, true, List.of()).withoutSymmetry(), QUIET.drops(1))
                        .states());
    }

    @Test
    void aDoubledLetterIsThereAndUnderWay() {
        // Without a duplicate 2^2. With one, the doubled letter is there, and still under way or not, and the other one
        // is
        // or is not: 2·2·2, of which one is the same for either letter, both having come and nothing being under way.
        assertEquals(
                4 + 8 - 1,
                explore(Letterbox.model(2, true, List.of()).withoutSymmetry(), QUIET.duplicates(1))
                        .states());
    }

    @Test
    void whatIsDeeperThanTheBoundIsNotLookedAt() {
        Exploration found = explore(Letterbox.model(5, true, List.of()).withoutSymmetry(), QUIET.depth(2));
        assertEquals(Ending.DEPTH, found.ending());
        assertEquals(1 + 5 + 10, found.states());
    }

    @Test
    void aSearchThatMeetsTooManyStatesGivesUp() {
        assertEquals(
                Ending.FULL,
                explore(Letterbox.model(5, true, List.of()).withoutSymmetry(), QUIET.most(10))
                        .ending());
    }

    @Test
    void theFirstViolationIsReachedOnAShortestWay() {
        Exploration found = explore(Letterbox.model(5, true, List.of(() -> new FewerThan(3))), QUIET.drops(2));
        assertEquals(Ending.VIOLATED, found.ending());
        Counterexample way = require(found.counterexample());
        assertEquals("fewer-than-3", way.invariant());
        assertEquals("letters of [n2, n3, n4]", way.message());
        assertEquals(
                List.of("deliver 1", "deliver 2", "deliver 3"),
                way.way().stream().map(Step::text).toList());
    }

    @Test
    void aWayCanBeGoneAgainStepByStep() {
        Model model = Letterbox.model(5, true, List.of(() -> new FewerThan(3)));
        Counterexample way = require(explore(model, QUIET).counterexample());
        Enactment again = new Enactment(model);
        again.boot();
        way.way().stream().map(Step::text).map(Step::parse).forEach(again::enact);
        assertEquals(new Enactment.Broken(way.invariant(), way.message()), again.broken());
        assertEquals(
                "3ms fewer-than-3 is violated: letters of [n2, n3, n4]",
                again.trace().words(again.trace().last()));
    }

    private static <T> T require(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
