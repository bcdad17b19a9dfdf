package dev.orrery.sim.check.linearizability;

import dev.orrery.sim.check.Witness;
import dev.orrery.sim.check.certificate.Replay;
import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.history.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tries the order in which the system says that operations took effect; O(n log n) for every model. */
final class Witnessed {
    private record Placed(Interval interval, long place) {}

    private Witnessed() {}

    /** Whether the witness's order of the operations about one object is a legal one. */
    static boolean explains(Model<?> model, List<Interval> object, Witness witness) {
        List<Placed> placed = new ArrayList<>();
        for (Interval interval : object) {
            long place = witness.placeOf(interval.operation().index());
            if (place != Witness.NOWHERE) {
                placed.add(new Placed(interval, place));
            } else if (interval.isAnswered()) {
                return false;
            }
        }
        placed.sort(Comparator.comparingLong(Placed::place));
        List<Interval> order = placed.stream().map(Placed::interval).toList();
        return Replay.flaw(model, object, order) == null;
    }
}
