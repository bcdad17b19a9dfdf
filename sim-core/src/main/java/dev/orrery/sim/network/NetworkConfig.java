package dev.orrery.sim.network;

import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Probability;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How every link behaves when no fault is active.
 *
 * @param latency of one message, in nanoseconds
 * @param loss how likely a message is lost
 * @param duplicate how likely a message arrives twice, the second time with a latency of its own
 * @param distances latencies between zones, in place of {@code latency}; the first that fits a link counts
 * @param deliveries messages that are not left to chance; of two that name the same message, the later one counts
 */
public record NetworkConfig(
        Distribution latency,
        Probability loss,
        Probability duplicate,
        List<Distance> distances,
        List<Delivery> deliveries) {
    /** A reliable network with a constant latency of 1 ms. */
    public static final NetworkConfig DEFAULT =
            new NetworkConfig(Distribution.constant(1_000_000), Probability.NEVER, Probability.NEVER);

    /**
     * The latency between the nodes of two zones, both ways.
     *
     * @param zone one of them
     * @param other the other one, or the same for links inside a zone
     * @param latency of one message, in nanoseconds
     */
    public record Distance(String zone, String other, Distribution latency) {
        boolean joins(@Nullable String from, @Nullable String to) {
            return (zone.equals(from) && other.equals(to)) || (zone.equals(to) && other.equals(from));
        }
    }

    /** Copies the lists. */
    public NetworkConfig {
        distances = List.copyOf(distances);
        deliveries = List.copyOf(deliveries);
    }

    /** A network in which every message is left to chance. */
    public NetworkConfig(Distribution latency, Probability loss, Probability duplicate, List<Distance> distances) {
        this(latency, loss, duplicate, distances, List.of());
    }

    /** A network in which all links are equally long. */
    public NetworkConfig(Distribution latency, Probability loss, Probability duplicate) {
        this(latency, loss, duplicate, List.of());
    }

    /** The latency of a link from one zone to another; null is a node without a zone. */
    Distribution latency(@Nullable String from, @Nullable String to) {
        for (Distance distance : distances) {
            if (distance.joins(from, to)) {
                return distance.latency;
            }
        }
        return latency;
    }
}
