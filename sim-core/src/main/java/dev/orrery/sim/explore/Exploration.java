package dev.orrery.sim.explore;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a search came out.
 *
 * @param ending why it came to its end
 * @param states how many different states were met; of states that are alike one counts
 * @param steps how many steps were taken from them
 * @param depth how many steps the longest of the ways took
 * @param nodeStates how many different states of single nodes they were made of
 * @param messages how many different messages
 * @param symmetries in how many ways like nodes can stand in for each other; 1 if no two are alike
 * @param beyond how many steps were not taken since a bounded number would have gone beyond its bound
 * @param watched the invariants that were judged on every way to every state
 * @param glanced the invariants that were shown each state by itself, since they do not tell what they remember
 * @param counterexample a way to a violation; null if none was found
 */
public record Exploration(
        Ending ending,
        long states,
        long steps,
        int depth,
        int nodeStates,
        int messages,
        int symmetries,
        long beyond,
        List<String> watched,
        List<String> glanced,
        @Nullable Counterexample counterexample) {
    /** Keeps copies. */
    public Exploration {
        watched = List.copyOf(watched);
        glanced = List.copyOf(glanced);
    }

    /** Why a search came to its end. */
    public enum Ending {
        /** All that is within the bounds was looked at. */
        EXHAUSTED,
        /** All ways up to the depth were looked at, and some go on. */
        DEPTH,
        /** More states than may be kept. */
        FULL,
        /** Something is violated. */
        VIOLATED,
        /** Somebody ended it. */
        INTERRUPTED
    }

    /** How likely it is at most that a state was taken for another one with the same hash, of 64 bits: n²/2⁶⁵. */
    public double omission() {
        return (double) states * states / 0x1p65;
    }
}
