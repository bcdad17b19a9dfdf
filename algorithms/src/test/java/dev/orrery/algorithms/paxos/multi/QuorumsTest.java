package dev.orrery.algorithms.paxos.multi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class QuorumsTest {

    @Test
    void anyTwoMajoritiesMeet() {
        assertEquals(new Quorums(5, 3, 3), Quorums.of(5, 0, 0));
        assertEquals(new Quorums(4, 3, 3), Quorums.of(4, 0, 0));
    }

    @Test
    void aSizeThatIsLeftOpenIsTheLeastThatMeetsTheOther() {
        assertEquals(new Quorums(5, 4, 2), Quorums.of(5, 0, 2));
        assertEquals(new Quorums(5, 5, 1), Quorums.of(5, 5, 0));
    }

    @Test
    void quorumsThatNeedNotMeetAreRefused() {
        String why = assertThrows(IllegalArgumentException.class, () -> Quorums.of(5, 3, 2))
                .getMessage();
        assertEquals(
                "quorums of 3 in phase 1 and 2 in phase 2 need not meet among 5 acceptors: together they take more than 5",
                why);
    }

    @Test
    void aQuorumOfMoreThanAllIsRefused() {
        String why = assertThrows(IllegalArgumentException.class, () -> Quorums.of(3, 4, 0))
                .getMessage();
        assertEquals("a phase-1 quorum is from 1 to 3 acceptors, not 4", why);
    }
}
