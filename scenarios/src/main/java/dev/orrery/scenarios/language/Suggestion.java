package dev.orrery.scenarios.language;

import java.util.Collection;
import java.util.Optional;

/**
 * What someone who mistyped a word probably meant. Words are compared by the Damerau–Levenshtein distance in its
 * restricted form (optimal string alignment): how many letters were left out, added, changed, or swapped with their
 * neighbour. F. J. Damerau, A technique for computer detection and correction of spelling errors, CACM 7(3), 1964.
 */
public final class Suggestion {

    private static final int FARTHEST = 2;

    private Suggestion() {}

    /**
     * The candidate nearest to a word; of several equally near ones the first. Nothing if none is within two mistakes, or
     * if half of the word or more would have to be wrong.
     */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        String best = null;
        int least = Math.min(FARTHEST, (word.length() - 1) / 2) + 1;
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - word.length()) < least) {
                int distance = distance(word, candidate);
                if (distance < least) {
                    best = candidate;
                    least = distance;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    static int distance(String one, String other) {
        int[][] distance = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                distance[i][j] = i == 0 || j == 0 ? i + j : step(distance, one, i, other, j);
            }
        }
        return distance[one.length()][other.length()];
    }

    private static int step(int[][] distance, String one, int i, String other, int j) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(distance[i - 1][j - 1] + change, Math.min(distance[i - 1][j], distance[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
    }
}
