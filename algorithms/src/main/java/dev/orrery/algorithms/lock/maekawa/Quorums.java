package dev.orrery.algorithms.lock.maekawa;

import java.util.ArrayList;
import java.util.List;

/**
 * Quorums any two of which have a member in common, each peer being in its own.
 *
 * <p>For N = K(K-1) + 1 with a perfect difference set they are lines of a finite projective plane, each of K members
 * (Maekawa §4): of 7 peers the quorum of the peer i is {i, i+1, i+3} modulo 7. For every other N they are a row and a column
 * of a grid of about √N columns, each of about 2√N - 1 members; the last row may be shorter, and its missing members are
 * missing in the columns: two quorums still meet, since of two peers one's row has a member in the other's column.
 */
final class Quorums {
    /** One of K members for N = K(K-1) + 1 peers: each difference but 0 occurs once between its members, modulo N. */
    private static final List<List<Integer>> PERFECT_DIFFERENCE_SETS = List.of(
            List.of(0, 1),
            List.of(0, 1, 3),
            List.of(0, 1, 3, 9),
            List.of(0, 1, 4, 14, 16),
            List.of(0, 1, 3, 8, 12, 18));

    private Quorums() {}

    /**
     * The quorum of a peer, in order.
     *
     * @param peer from 0
     * @param peers how many there are, more than {@code peer}
     */
    static List<Integer> of(int peer, int peers) {
        for (List<Integer> differences : PERFECT_DIFFERENCE_SETS) {
            if (peers == differences.size() * (differences.size() - 1) + 1) {
                return line(peer, peers, differences);
            }
        }
        return grid(peer, peers);
    }

    private static List<Integer> line(int peer, int peers, List<Integer> differences) {
        return differences.stream()
                .map(difference -> (peer + difference) % peers)
                .sorted()
                .toList();
    }

    private static List<Integer> grid(int peer, int peers) {
        int columns = 1;
        while (columns * columns < peers) {
            columns++;
        }
        List<Integer> quorum = new ArrayList<>();
        for (int other = 0; other < peers; other++) {
            if (other / columns == peer / columns || other % columns == peer % columns) {
                quorum.add(other);
            }
        }
        return quorum;
    }
}
