package dev.orrery.sim.network;

import dev.orrery.sim.time.Durations;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one message, said by name instead of drawn: it stands for the network's own loss, latency and duplicates.
 * What faults do to the message, by chance or by a cut, they do all the same.
 *
 * <p>The third {@code AppendEntries} that n1 sends to n2 takes 8 ms: {@code new Delivery("n1", "n2", "AppendEntries", 3,
 * 8_000_000L, null)}.
 *
 * @param from the sender's name
 * @param to the receiver's name
 * @param kind the simple name of the message's class
 * @param number the how-manieth of its kind on its link, from 1
 * @param after nanoseconds after which it arrives; null if it is lost
 * @param again nanoseconds after which it arrives once more; null if it does not
 */
public record Delivery(
        String from,
        String to,
        String kind,
        int number,
        @Nullable Long after,
        @Nullable Long again) {

    /** Checks the numbers. */
    public Delivery {
        if (number < 1) {
            throw new IllegalArgumentException("messages are counted from 1, not from " + number);
        }
        if ((after != null && after < 0) || (again != null && again < 0)) {
            throw new IllegalArgumentException("a message takes no time or some, not less");
        }
        if (after == null && again != null) {
            throw new IllegalArgumentException("a message that is lost does not arrive again");
        }
    }

    /** Whether it never arrives. */
    public boolean isLost() {
        return after == null;
    }

    /** Which message it is, such as {@code AppendEntries 3 of n1 to n2}. */
    public String name() {
        return kind + " " + number + " of " + from + " to " + to;
    }

    @Override
    public String toString() {
        String fate = after == null ? "is lost" : "takes " + Durations.format(after);
        return name() + " " + fate + (again == null ? "" : " and " + Durations.format(again));
    }
}
