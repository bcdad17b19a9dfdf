package dev.orrery.algorithms.lock.maekawa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class QuorumsTest {
    @Test
    void anyTwoQuorumsMeetAndEachPeerIsInItsOwnWhateverTheNumberOfPeers() {
        for (int peers = 1; peers <= 60; peers++) {
            for (int one = 0; one < peers; one++) {
                List<Integer> quorum = Quorums.of(one, peers);
                assertTrue(quorum.contains(one), one + " of " + peers);
                for (int other = 0; other < peers; other++) {
                    List<Integer> another = Quorums.of(other, peers);
                    assertTrue(quorum.stream().anyMatch(another::contains), one + " and " + other + " of " + peers);
                }
            }
        }
    }

    @Test
    void projectivePlanesGiveTheSmallestQuorums() {
        int[][] sizes = {{3, 2}, {7, 3}, {13, 4}, {21, 5}, {31, 6}};
        for (int[] size : sizes) {
            assertEquals(size[1], Quorums.of(0, size[0]).size(), size[0] + " peers");
        }
        assertEquals(5, Quorums.of(0, 9).size());
    }
}
