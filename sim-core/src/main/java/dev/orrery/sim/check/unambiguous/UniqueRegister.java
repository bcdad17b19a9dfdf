package dev.orrery.sim.check.unambiguous;

import dev.orrery.sim.history.CompareAndSet;
import dev.orrery.sim.history.Interval;
import dev.orrery.sim.history.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A register, or one key of a key-value store, to which each value is written once: by a write, or by a compare-and-set
 * that was answered {@code true}. So each read tells which write it saw.
 *
 * <p>A write and the reads that saw it form a cluster, and in every legal order a cluster stays together. So do clusters
 * that a compare-and-set links, one right after the other. What is left to decide are the {@link Zones} of these chains;
 * O(n log n) in all. Worked example: write 1 is over, then write 2 is, then a read answers 1. The zone of 1 reaches from
 * the return of its write to the invocation of the read, and the zone of 2 lies inside it: not linearizable.
 *
 * <p>A write of unknown outcome that nobody saw is left out, as it may never have happened; one that was seen happened,
 * before those who saw it returned. Out of reach are deletions and writes of nothing, compare-and-sets that found another
 * value, and those of unknown outcome whose value was seen.
 */
public final class UniqueRegister implements FastPath {

    @Override
    public Ruling judge(List<Interval> object) {
        Clusters clusters = new Clusters(object.size());
        for (int i = 0; i < object.size(); i++) {
            String why = put(clusters, i, object.get(i));
            if (why != null) {
                return new Ruling.DoesNotApply(
                        "operation " + object.get(i).operation().index() + " " + why);
            }
        }
        int unsure = clusters.unsureLink(object);
        if (unsure != Clusters.NONE) {
            return new Ruling.DoesNotApply("the value of operation "
                    + object.get(unsure).operation().index() + ", a cas of unknown outcome, was seen");
        }
        return new Chains(object, clusters).judge();
    }

    /** Puts an operation where it belongs; tells why it belongs nowhere, or null. */
    private static @Nullable String put(Clusters clusters, int i, Interval interval) {
        Operation operation = interval.operation();
        switch (operation.f()) {
            case "read" -> {
                if (interval.isAnswered()) {
                    clusters.read(i, operation.output());
                }
                return null;
            }
            case "write" -> {
                return write(clusters, i, operation.input());
            }
            case "cas" -> {
                if (!(operation.input() instanceof CompareAndSet change)) {
                    return "is a cas without a from and a to";
                }
                if (interval.isAnswered() && !Boolean.TRUE.equals(operation.output())) {
                    return "is a cas that found another value";
                }
                String why = write(clusters, i, change.to());
                if (why == null) {
                    clusters.link(change.from(), change.to());
                }
                return why;
            }
            default -> {
                return "is a " + operation.f();
            }
        }
    }

    private static @Nullable String write(Clusters clusters, int i, @Nullable Object value) {
        if (value == null) {
            return "writes nothing";
        }
        return clusters.write(i, value) ? null : "writes " + value + ", which another one writes too";
    }
}
