package dev.orrery.sim.check.unambiguous;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * When a collection certainly holds something. A value is certainly there from the return of what put it in until the
 * invocation of what took it out, so a moment at which the collection was found empty lies outside of all these stretches.
 *
 * <p>Moments are gaps between events: gap g is right before the event at place g. What is invoked at place i and returns
 * at place r takes effect in one of the gaps i + 1 to r.
 */
final class Presence {
    /** No gap is free. */
    static final int NONE = -1;

    /** In the order of their beginnings. */
    private final Stretch[] stretches;
    /** By stretch: the latest end of those until it. */
    private final int[] latestEnd;

    /** @param value whose presence it is; there in the gaps from + 1 to to */
    private record Stretch(int value, int from, int to) {}

    /** What is present: the values of which {@code from[v]} is less than {@code to[v]}, each in the gaps between. */
    Presence(int[] values, int[] from, int[] to) {
        stretches = Arrays.stream(values)
                .filter(value -> from[value] < to[value])
                .mapToObj(value -> new Stretch(value, from[value], to[value]))
                .sorted((one, other) -> Integer.compare(one.from(), other.from()))
                .toArray(Stretch[]::new);
        latestEnd = new int[stretches.length];
        for (int i = 0; i < stretches.length; i++) {
            latestEnd[i] = Math.max(stretches[i].to(), i == 0 ? -1 : latestEnd[i - 1]);
        }
    }

    /** The first gap, of those from the first to the last one, in which nothing is certainly there; or NONE. */
    int firstFree(int first, int last) {
        int gap = first;
        while (gap <= last) {
            int before = beginningBefore(gap);
            if (before == 0 || latestEnd[before - 1] < gap) {
                return gap;
            }
            gap = latestEnd[before - 1] + 1;
        }
        return NONE;
    }

    /** A few values of which always one is certainly there in all of these gaps. */
    List<Integer> cover(int first, int last) {
        List<Integer> cover = new ArrayList<>();
        int gap = first;
        while (gap <= last) {
            int best = beginningBefore(gap) - 1;
            while (stretches[best].to() != latestEnd[best]) {
                best--;
            }
            cover.add(stretches[best].value());
            gap = stretches[best].to() + 1;
        }
        return cover;
    }

    /** How many stretches have begun in this gap. */
    private int beginningBefore(int gap) {
        int low = 0;
        int high = stretches.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stretches[middle].from() < gap) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
