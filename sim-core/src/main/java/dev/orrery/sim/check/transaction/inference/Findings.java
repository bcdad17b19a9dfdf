package dev.orrery.sim.check.transaction.inference;

import dev.orrery.sim.check.transaction.isolation.Anomaly;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What was found in a history: all of it is counted, and of each anomaly the first ones are told. */
public final class Findings {
    private static final int MOST_TOLD = 4;

    private final Map<Anomaly, List<Finding>> told = new EnumMap<>(Anomaly.class);
    private final Map<Anomaly, Integer> counts = new EnumMap<>(Anomaly.class);
    private final List<String> doubts = new ArrayList<>();

    /**
     * Adds one.
     *
     * @param message asked for only if it is told
     * @param operations the operations that it shows in, the one to blame first
     */
    public void add(Anomaly anomaly, Supplier<String> message, Integer... operations) {
        add(anomaly, message, Arrays.asList(operations));
    }

    /** Adds one, as {@link #add(Anomaly, Supplier, Integer...)}. */
    public void add(Anomaly anomaly, Supplier<String> message, List<Integer> operations) {
        counts.merge(anomaly, 1, Integer::sum);
        List<Finding> same = told.computeIfAbsent(anomaly, first -> new ArrayList<>());
        if (same.size() < MOST_TOLD) {
            same.add(new Finding(anomaly, message.get(), operations));
        }
    }

    /** Adds a reason why what was not found might be there all the same. */
    public void doubt(String reason) {
        doubts.add(reason);
    }

    /** Of each anomaly the first few, the worst anomaly first. */
    public List<Finding> told() {
        return told.values().stream().flatMap(List::stream).toList();
    }

    /** How often each anomaly was found, the worst first. */
    public Map<Anomaly, Integer> counts() {
        return Collections.unmodifiableMap(counts);
    }

    /** Why what was not found might be there all the same. */
    public List<String> doubts() {
        return Collections.unmodifiableList(doubts);
    }
}
