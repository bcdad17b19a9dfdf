package dev.orrery.scenarios.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one check came out.
 *
 * @param name as scenarios name it
 * @param verdict how it came out
 * @param message the evidence: what it looked at, or what is wrong, in plain words
 * @param event the how-manieth event of the run broke it, from 1; null if no single event did
 * @param at virtual nanoseconds at which it broke; null if it did not, or at no single moment
 * @param operations indices of the history's operations that the message is about, the one to blame first
 */
public record CheckVerdict(
        String name,
        Verdict verdict,
        String message,
        @Nullable Long event,
        @Nullable Long at,
        List<Integer> operations) {

    /** Keeps a copy of the list. */
    public CheckVerdict {
        operations = List.copyOf(operations);
    }
}
