package dev.orrery.sim.workload;

import dev.orrery.sim.random.RandomStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How often each operation is asked for: whole parts of their sum, as {@code read 60, write 30, cas 10}. */
public final class OperationMix {
    private static final long MOST_PARTS = 1_000_000;

    private final Map<String, Long> parts;
    private final long total;

    /**
     * A mix.
     *
     * @param parts by operation, each from 0 to 1,000,000 and not all 0
     * @throws IllegalArgumentException otherwise
     */
    public OperationMix(Map<String, Long> parts) {
        this.parts = new LinkedHashMap<>(parts);
        long sum = 0;
        for (Map.Entry<String, Long> part : parts.entrySet()) {
            long share = part.getValue();
            if (share < 0 || share > MOST_PARTS) {
                throw new IllegalArgumentException(
                        part.getKey() + " takes from 0 to " + MOST_PARTS + " parts of a mix, not " + share);
            }
            sum += share;
        }
        if (sum == 0) {
            throw new IllegalArgumentException("a mix in which every operation takes 0 parts asks for nothing");
        }
        this.total = sum;
    }

    /** One of the operations; takes one draw, but for rare cases. */
    public String pick(RandomStream random) {
        long place = random.below(total);
        for (Map.Entry<String, Long> part : parts.entrySet()) {
            place -= part.getValue();
            if (place < 0) {
                return part.getKey();
            }
        }
        throw new AssertionError("the parts add up to " + total);
    }

    /** The parts by operation, in the order in which they were given. */
    public Map<String, Long> parts() {
        return new LinkedHashMap<>(parts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OperationMix that && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    @Override
    public String toString() {
        return parts.entrySet().stream()
                .map(part -> part.getKey() + " " + part.getValue())
                .collect(Collectors.joining(", "));
    }
}
