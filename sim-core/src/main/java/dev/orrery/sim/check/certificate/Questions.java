package dev.orrery.sim.check.certificate;

import dev.orrery.sim.check.certificate.Decider.Answer;
import dev.orrery.sim.history.Interval;
import java.util.BitSet;
import java.util.List;

/**
 * Asks a decider about some of the operations of a list, a bounded number of times, since each question may take long; the
 * more operations it is about, the longer.
 */
final class Questions {
    /** How many are asked at most. */
    private static final int MOST = 500;
    /** How many operations all of them are about at most, taken together; but some questions are always asked. */
    private static final long MOST_OPERATIONS = 400_000;

    private static final int FEWEST = 20;

    private final List<Interval> object;
    private final Decider decider;
    private int asked;
    private long operations;

    Questions(List<Interval> object, Decider decider) {
        this.object = object;
        this.decider = decider;
    }

    /** Whether another one may be asked. */
    boolean areLeft() {
        return asked < MOST && (operations < MOST_OPERATIONS || asked < FEWEST);
    }

    /** Whether these are certainly not linearizable, known by their places in the list. Of none, nobody need be asked. */
    boolean isIllegal(BitSet some) {
        if (some.isEmpty()) {
            return false;
        }
        asked++;
        operations += some.cardinality();
        return decider.decide(those(some)) == Answer.ILLEGAL;
    }

    /** The operations at these places. */
    List<Interval> those(BitSet some) {
        return some.stream().mapToObj(object::get).toList();
    }
}
