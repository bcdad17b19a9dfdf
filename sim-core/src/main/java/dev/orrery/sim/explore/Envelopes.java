package dev.orrery.sim.explore;

import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.trace.RecordShapes;
import java.util.ArrayList;
import java.util.List;

/** All messages that the search has met, numbered: two that say the same to the same are one. */
final class Envelopes {
    private final RecordShapes shapes;
    private final List<Renaming> renamings;
    private final LongTable numbers = new LongTable();
    private final List<Envelope> envelopes = new ArrayList<>();
    private final Hashes hashes;
    private final Ints receivers = new Ints();

    Envelopes(RecordShapes shapes, List<Renaming> renamings) {
        this.shapes = shapes;
        this.renamings = renamings;
        hashes = new Hashes(renamings.size());
    }

    /** The number of a message. */
    int number(Envelope envelope) {
        long key = hash(envelope, renamings.get(0));
        int known = numbers.get(key);
        if (known != LongTable.NONE) {
            return known;
        }
        numbers.put(key, envelopes.size());
        hashes.set(
                envelopes.size(),
                renamings.stream()
                        .mapToLong(renaming -> hash(envelope, renaming))
                        .toArray());
        envelopes.add(envelope);
        receivers.add(envelope.to().index());
        return envelopes.size() - 1;
    }

    /** The hash of a message under a renaming. */
    long hash(Envelope envelope, Renaming renaming) {
        Fingerprint print = new Fingerprint(shapes, renaming);
        NodeId from = envelope.from();
        print.value(from).value(envelope.to()).number(envelope.ticket()).value(envelope.message());
        return print.hash();
    }

    Envelope get(int number) {
        return envelopes.get(number);
    }

    /** The index of the node that a message is for. */
    int receiver(int number) {
        return receivers.get(number);
    }

    /** The hashes of all, under each renaming. */
    Hashes hashes() {
        return hashes;
    }

    int size() {
        return envelopes.size();
    }
}
