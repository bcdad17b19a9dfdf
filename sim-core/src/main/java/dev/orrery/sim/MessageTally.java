package dev.orrery.sim;

import dev.orrery.sim.node.Message;
import dev.orrery.sim.trace.ContentSeals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Counts messages by kind. There are few kinds, so a search through the list is quicker than hashing, and it needs no
 * identity hash code.
 */
final class MessageTally {
    private final List<Count> counts = new ArrayList<>();

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
        for (int i = 0; i < counts.size(); i++) {
            if (counts.get(i).type == type) {
                return counts.get(i);
            }
        }
        Count count = new Count(type);
        counts.add(count);
        return count;
    }

    List<MessageTraffic> traffic() {
        return counts.stream()
                .map(Count::traffic)
                .sorted(Comparator.comparing(MessageTraffic::kind))
                .toList();
    }
}
