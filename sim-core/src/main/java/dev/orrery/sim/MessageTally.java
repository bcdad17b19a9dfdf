package dev.orrery.sim;

import dev.orrery.sim.node.Message;
import dev.orrery.sim.trace.ContentSeals;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Counts messages by kind. There are few kinds, so a search through them all is quicker than hashing, and it needs no
 * identity hash code.
 */
final class MessageTally {
    private Count[] counts = {};

    /** The counts of one kind of message. */
    static final class Count {
        private final Class<?> type;
        long sent;
        long delivered;
        long lost;
        long duplicated;

        Count(Class<?> type) {
            this.type = type;
        }

        private MessageTraffic traffic() {
            return new MessageTraffic(type.getSimpleName(), sent, delivered, lost, duplicated);
        }
    }

    Count of(Message message) {
        Class<?> type = ContentSeals.open(message).getClass();
        for (Count count : counts) {
            if (count.type == type) {
                return count;
            }
        }
        Count count = new Count(type);
        counts = Arrays.copyOf(counts, counts.length + 1);
        counts[counts.length - 1] = count;
        return count;
    }

    List<MessageTraffic> traffic() {
        return Arrays.stream(counts)
                .map(Count::traffic)
                .sorted(Comparator.comparing(MessageTraffic::kind))
                .toList();
    }
}
