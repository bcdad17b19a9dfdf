package dev.orrery.scenarios.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.result.Signature;
import dev.orrery.sim.random.Mix;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept of a sweep is bounded, and does not depend on the order in which it comes. */
final class TallyTest {
    private static final int MANY = 3 * Situations.MOST;

    @Test
    void ofMoreSituationsThanFitTheSameOnesAreKeptWhateverTheirOrder() {
        Situations forward = new Situations();
        Situations backward = new Situations();
        Situations merged = new Situations();
        Situations half = new Situations();
        for (int i = 0; i < MANY; i++) {
            forward.add(i, situation(i));
            backward.add(MANY - 1 - i, situation(MANY - 1 - i));
            (i % 2 == 0 ? merged : half).add(i, situation(i));
        }
        merged.add(half);
        assertEquals(Situations.MOST, forward.size());
        assertTrue(forward.isSample());
        for (Situations other : List.of(backward, merged)) {
            assertArrayEquals(forward.numbers(), other.numbers());
            for (long number : forward.numbers()) {
                assertEquals(forward.seed(number), other.seed(number));
            }
        }
    }

    /** Each run is in one situation of its own and in one that a neighbour shares. */
    private static long[] situation(int run) {
        return new long[] {Mix.mix64(run), Mix.mix64(MANY + run / 2)};
    }

    @Test
    void aRunWithASituationOfItsOwnWouldHaveShownSomethingNew() {
        Situations situations = new Situations();
        situations.add(1, new long[] {10, 20, 30});
        situations.add(2, new long[] {10, 20});
        situations.add(3, new long[] {10, 40, 50});
        assertEquals(5, situations.size());
        assertEquals(3, situations.once());
        assertEquals(2, situations.runsWithTheirOwn());
    }

    @Test
    void ofMoreSignaturesThanFitTheSameOnesAreKeptAndTheOthersCounted() {
        Groups forward = new Groups();
        Groups backward = new Groups();
        int many = 2 * Groups.MOST;
        for (int i = 0; i < 2 * many; i++) {
            forward.add(failure(i, many));
            backward.add(failure(2 * many - 1 - i, many));
        }
        assertEquals(Groups.MOST, forward.list().size());
        assertEquals(forward.list(), backward.list());
        assertEquals(2L * many, forward.runs());
        assertEquals(2L * (many - Groups.MOST), forward.others());
    }

    private static Group failure(int seed, int signatures) {
        return Group.of(new Signature("check", "shape " + seed % signatures), seed, "message of " + seed, 1000 - seed);
    }

    @Test
    void aGroupKeepsItsSmallestSeedsAndItsShortestRun() {
        Signature signature = new Signature("check", "shape");
        Group group = Group.of(signature, 9, "nine", 50)
                .with(Group.of(signature, 3, "three", 70))
                .with(Group.of(signature, 5, "five", 60))
                .with(Group.of(signature, 7, "seven", 70));
        assertEquals(new Group(signature, 4, List.of(3L, 5L, 7L), "three", 9, 50), group);
        assertEquals(List.of(3L, 5L, 9L), group.examples());
    }
}
