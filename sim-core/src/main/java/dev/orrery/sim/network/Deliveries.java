package dev.orrery.sim.network;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The messages whose fate is said by name, by the keys that the network knows messages by. */
final class Deliveries {
    private final List<Delivery> all;
    private final Map<Long, Delivery> byIdentity = new TreeMap<>();
    private final Set<Delivery> sent = new LinkedHashSet<>();

    Deliveries(List<Delivery> all) {
        this.all = all;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Looks the keys up anew. */
    void index(Network network) {
        byIdentity.clear();
        for (Delivery delivery : all) {
            byIdentity.put(network.identity(delivery), delivery);
        }
    }

    /** What is said of the message that is sent now; null if nothing is. */
    @Nullable
    Delivery of(long identity) {
        Delivery delivery = named(identity);
        if (delivery != null) {
            sent.add(delivery);
        }
        return delivery;
    }

    /** What is said of a message; null if nothing is. */
    @Nullable
    Delivery named(long identity) {
        return byIdentity.get(identity);
    }

    /** Those of which there was no message so far. */
    List<Delivery> unsent() {
        return all.stream().filter(delivery -> !sent.contains(delivery)).toList();
    }
}
