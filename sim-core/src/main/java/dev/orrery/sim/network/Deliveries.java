package dev.orrery.sim.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The messages whose fate is said by name, by the keys that the network knows messages by. */
final class Deliveries {
    private final List<Delivery> all;
    private final Map<Long, Delivery> byIdentity = new TreeMap<>();
    private final List<Delivery> sent = new ArrayList<>();

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
        Delivery delivery = byIdentity.get(identity);
        if (delivery != null) {
            sent.add(delivery);
        }
        return delivery;
    }

    /** Those of which there was no message so far. */
    List<Delivery> unsent() {
        return all.stream().filter(delivery -> !sent.contains(delivery)).toList();
    }
}
