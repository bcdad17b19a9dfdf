package dev.orrery.sim.check.transaction.inference;

import dev.orrery.sim.check.transaction.isolation.Anomaly;
import java.util.List;

/**
 * An anomaly that a history has.
 *
 * @param anomaly what it is called
 * @param message how it shows, in plain words
 * @param operations the indices of the operations that it shows in, the one to blame first
 */
public record Finding(Anomaly anomaly, String message, List<Integer> operations) {
    public Finding {
        operations = List.copyOf(operations);
    }
}
