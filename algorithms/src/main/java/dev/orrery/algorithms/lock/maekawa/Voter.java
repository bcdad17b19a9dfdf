package dev.orrery.algorithms.lock.maekawa;

import dev.orrery.algorithms.lock.LockRules;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The part of a peer that gives its one vote away, to the oldest request that it knows (Maekawa §3). */
final class Voter {
    private final LockRules rules;
    private final Answers answers;
    private final TreeSet<Ask> waiting = new TreeSet<>();
    /** The waiting requests that have been told FAILED. */
    private final TreeSet<Ask> told = new TreeSet<>();

    private @Nullable Ask locked;
    private boolean inquired;
    private long fence;

    /**
     * A request, in the order in which votes are given.
     *
     * @param time its sequence number
     * @param peer the index of who asks
     */
    record Ask(long time, int peer) implements Comparable<Ask> {
        @Override
        public int compareTo(Ask other) {
            return time != other.time ? Long.compare(time, other.time) : Integer.compare(peer, other.peer);
        }
    }

    /** The ways in which it answers. */
    interface Answers {
        /** The vote is given. */
        void locked(Ask ask, long fence);

        /** Another one comes first. */
        void failed(Ask ask);

        /** May the vote go back. */
        void inquire(Ask ask);
    }

    Voter(LockRules rules, Answers answers) {
        this.rules = rules;
        this.answers = answers;
    }

    void requested(Ask ask) {
        Ask holder = locked;
        if (holder == null) {
            give(ask);
            return;
        }
        Ask first = waiting.isEmpty() ? holder : waiting.first();
        waiting.add(ask);
        if (holder.compareTo(ask) < 0 || first.compareTo(ask) < 0) {
            fail(ask);
            return;
        }
        // What was the oldest of those that wait is not any more (Sanders 1987).
        if (!first.equals(holder) && !told.contains(first)) {
            fail(first);
        }
        if (!inquired && rules.inquires()) {
            inquired = true;
            answers.inquire(holder);
        }
    }

    void yielded(Ask ask) {
        if (ask.equals(locked)) {
            waiting.add(ask);
            // It knows that it has no vote here.
            told.add(ask);
            next();
        }
    }

    void released(Ask ask, long itsFence) {
        fence = Math.max(fence, itsFence);
        waiting.remove(ask);
        told.remove(ask);
        if (ask.equals(locked)) {
            next();
        }
    }

    private void next() {
        locked = null;
        Ask oldest = waiting.pollFirst();
        if (oldest != null) {
            told.remove(oldest);
            give(oldest);
        }
    }

    private void give(Ask ask) {
        locked = ask;
        inquired = false;
        answers.locked(ask, fence);
    }

    private void fail(Ask ask) {
        told.add(ask);
        answers.failed(ask);
    }
}
