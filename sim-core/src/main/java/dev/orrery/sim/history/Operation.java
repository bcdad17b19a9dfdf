package dev.orrery.sim.history;

import org.jspecify.annotations.Nullable;

/**
 * One operation of one client, as far as it is known when it is looked at.
 *
 * @param index its number in the history, from 0 in the order of invocation
 * @param process the logical client that asked; it has at most one operation open
 * @param client the name of the client that the process belongs to
 * @param f what was asked for, for example {@code read}
 * @param key the object asked, or null where a history is about one object only
 * @param input what was asked with: the value to write, a {@link CompareAndSet}, or null
 * @param output the answer of an {@link Outcome#OK} operation, which may be null; null for all others
 * @param intendedAt virtual nanoseconds at which the client meant to ask; at most {@code invokedAt}
 * @param invokedAt virtual nanoseconds at which it asked
 * @param completedAt virtual nanoseconds at which it completed, or {@link #NEVER}
 * @param outcome how it completed
 * @param error why it failed or is unknown; null for the others
 */
public record Operation(
        int index,
        int process,
        String client,
        String f,
        @Nullable Object key,
        @Nullable Object input,
        @Nullable Object output,
        long intendedAt,
        long invokedAt,
        long completedAt,
        Outcome outcome,
        @Nullable String error) {

    /** The completion time of an operation that is open. */
    public static final long NEVER = -1;

    /** How an operation completed. */
    public enum Outcome {
        /** It took effect between its invocation and its completion, and the answer is known. */
        OK,
        /** It took no effect and never will. */
        FAIL,
        /** It may have taken effect, may do so at any later time, or never. */
        INFO,
        /** It has not completed, and is as unknown as {@link #INFO}. */
        OPEN
    }

    Operation completed(Outcome how, @Nullable Object answer, @Nullable String why, long at) {
        return new Operation(index, process, client, f, key, input, answer, intendedAt, invokedAt, at, how, why);
    }
}
