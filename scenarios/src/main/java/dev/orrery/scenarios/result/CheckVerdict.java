package dev.orrery.scenarios.result;

import dev.orrery.sim.check.certificate.Explanation;
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
 * @param explanation why the history is not linearizable, in parts that can be drawn; null for all other verdicts
 */
public record CheckVerdict(
        String name,
        Verdict verdict,
        String message,
        @Nullable Long event,
        @Nullable Long at,
        List<Integer> operations,
        @Nullable Explanation explanation) {

    /** Keeps a copy of the list. */
    public CheckVerdict {
        operations = List.copyOf(operations);
    }

    /** A verdict that needs no explanation in parts. */
    public CheckVerdict(
            String name,
            Verdict verdict,
            String message,
            @Nullable Long event,
            @Nullable Long at,
            List<Integer> operations) {
        this(name, verdict, message, event, at, operations, null);
    }
}
