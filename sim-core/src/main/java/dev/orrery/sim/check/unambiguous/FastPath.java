package dev.orrery.sim.check.unambiguous;

import dev.orrery.sim.history.Interval;
import java.util.List;

/** Decides one kind of history without a search, in about the time that it takes to sort it. */
@FunctionalInterface
public interface FastPath {

    /**
     * Judges the operations about one object, or says that it cannot. It never guesses.
     *
     * @param object in the order of invocation, as {@link Interval#of} lists them
     */
    Ruling judge(List<Interval> object);
}
