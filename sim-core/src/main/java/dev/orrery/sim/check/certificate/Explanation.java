package dev.orrery.sim.check.certificate;

import java.util.List;

/**
 * Why some operations are not linearizable: few of them, which are illegal by themselves, and what is wrong with every
 * order of these few. Operations are named by their index in the history.
 *
 * @param anomaly what kind of thing went wrong
 * @param sentence what went wrong, in one plain sentence
 * @param object the object that it happened to, in words: {@code key 3}, or empty if the history is about one object only
 * @param operations the few, in the order of invocation; legal if any one of them is left out, with those that make no
 *     sense without it
 * @param pending those of them that had not been answered when it went wrong; what they were answered later, if they
 *     were, is no part of it
 * @param stuck the operation that no order gets past: up to the one that returned before it, the few have legal orders
 * @param prefix one of these, the longest that there is
 * @param state the state to which it leads, in words
 * @param attempts each way to begin an order that cannot go on
 */
public record Explanation(
        Anomaly anomaly,
        String sentence,
        String object,
        List<Integer> operations,
        List<Integer> pending,
        int stuck,
        List<Integer> prefix,
        String state,
        List<Attempt> attempts) {

    /** Copies the lists. */
    public Explanation {
        operations = List.copyOf(operations);
        pending = List.copyOf(pending);
        prefix = List.copyOf(prefix);
        attempts = List.copyOf(attempts);
    }

    /**
     * A beginning of an order that nothing can follow.
     *
     * @param order the operations in it
     * @param state the state to which they lead, in words
     * @param refusals what could come next in real time, and why it cannot
     */
    public record Attempt(List<Integer> order, String state, List<Refusal> refusals) {
        /** Copies the lists. */
        public Attempt {
            order = List.copyOf(order);
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * An operation that cannot come next.
     *
     * @param why in words that go on after its name: {@code should have answered 3, not 2}
     */
    public record Refusal(int operation, String why) {}
}
