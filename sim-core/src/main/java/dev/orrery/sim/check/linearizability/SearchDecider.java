package dev.orrery.sim.check.linearizability;

import dev.orrery.sim.check.certificate.Decider;
import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.check.unambiguous.Ruling;
import dev.orrery.sim.history.Interval;
import java.util.List;

/**
 * Decides parts of a history one after the other: those that a fast path knows by it, the others by a search.
 *
 * @param steps the budget of each search
 */
record SearchDecider<S>(Model<S> model, long steps) implements Decider {

    @Override
    public Answer decide(List<Interval> operations) {
        Ruling ruling = ShortCuts.judge(model, operations);
        if (ruling instanceof Ruling.DoesNotApply) {
            Machine<S> machine = new Machine<>(model);
            Search<S> search = new Search<>(new Timeline(operations, machine), machine);
            boolean fits = search.advance(steps, LinearizabilityCheck.DEFAULT_MEMORY);
            return !fits
                    ? Answer.UNKNOWN
                    : switch (search.verdict()) {
                        case LINEARIZABLE -> Answer.LEGAL;
                        case NOT_LINEARIZABLE -> Answer.ILLEGAL;
                        case UNDECIDED -> Answer.UNKNOWN;
                    };
        }
        return ruling instanceof Ruling.Legal ? Answer.LEGAL : Answer.ILLEGAL;
    }
}
