package dev.orrery.sim.check.unambiguous;

import dev.orrery.sim.history.Interval;
import java.util.List;

/** What a {@link FastPath} says of the operations about one object. */
public sealed interface Ruling {

    /**
     * It cannot tell: the operations are not of the shape that it knows.
     *
     * @param why which of them, in plain words
     */
    record DoesNotApply(String why) implements Ruling {}

    /**
     * The operations are linearizable.
     *
     * @param order the proof: a legal order, with every answered operation in it
     */
    record Legal(List<Interval> order) implements Ruling {}

    /**
     * The operations are not linearizable.
     *
     * @param clash the proof: a few of them that are not linearizable even if all the others never happened, in the order
     *     of invocation
     */
    record Illegal(List<Interval> clash) implements Ruling {}
}
