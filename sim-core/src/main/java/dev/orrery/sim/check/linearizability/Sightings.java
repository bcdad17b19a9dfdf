package dev.orrery.sim.check.linearizability;

import dev.orrery.sim.history.CompareAndSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Guesses by when each operation must have taken effect: before the first return of an operation that was answered with
 * what it was asked with, as a dequeue is with what was enqueued. A guess says only what to try first.
 */
final class Sightings {
    private Sightings() {}

    static int[] of(Timeline timeline) {
        int[] seen = new int[timeline.answered.length];
        Map<Object, Integer> firstSight = new LinkedHashMap<>();
        for (int r = timeline.size() - 1; r >= 0; r--) {
            Object output = timeline.operation(timeline.returning[r]).output();
            if (output != null && !(output instanceof Boolean)) {
                firstSight.put(output, r);
            }
        }
        for (int i = 0; i < seen.length; i++) {
            Object input = written(timeline.operation(i).input());
            Integer sight = input == null ? null : firstSight.get(input);
            seen[i] = sight == null ? timeline.returns[i] : sight;
        }
        return seen;
    }

    private static @Nullable Object written(@Nullable Object input) {
        return input instanceof CompareAndSet change ? change.to() : input;
    }
}
