package dev.orrery.sim.check.transaction;

import dev.orrery.sim.check.Check;
import dev.orrery.sim.check.CheckProvider;
import dev.orrery.sim.check.transaction.isolation.Anomaly;
import dev.orrery.sim.check.transaction.isolation.IsolationLevel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A check for each level of isolation, by its name: {@code serializable}, {@code strict-serializable} and so on. */
public final class IsolationChecks implements CheckProvider {
    @Override
    public List<Check> checks() {
        return IsolationLevel.all().stream().map(IsolationChecks::check).toList();
    }

    private static Check check(IsolationLevel level) {
        String refuting = Arrays.stream(Anomaly.values())
                .filter(anomaly -> anomaly.refutes(level))
                .map(Anomaly::text)
                .collect(Collectors.joining(", "));
        return new Check.OnHistory(
                level.name(),
                level.description()
                        + " The history may be of transactions on lists or registers, of single operations on registers, or of a"
                        + " bank. What refutes it: " + refuting + ".",
                () -> TransactionCheck.of(level));
    }
}
