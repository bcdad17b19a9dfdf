package dev.orrery.sim.check.certificate;

import dev.orrery.sim.check.certificate.Decider.Answer;
import dev.orrery.sim.history.Interval;
import java.util.BitSet;
import java.util.List;

/**
 * Cuts operations that are not linearizable down to a few that still are not, and are legal if any one more is left out
 * (delta debugging: Zeller and Hildebrandt, Simplifying and isolating failure-inducing input, TSE 2002).
 *
 * <p>It leaves out large stretches first, then ever smaller ones, and with each operation those that need it ({@link
 * Needs}). The number of questions to the decider is bounded, since each may take long; what is left then is still not
 * linearizable, if perhaps not minimal.
 */
final class Minimizer {
    private final List<Interval> illegal;
    private final Needs needs;
    private final Decider decider;
    private int questionsLeft;

    /**
     * @param illegal operations that are not linearizable
     * @param questions how often the decider may be asked
     */
    Minimizer(List<Interval> illegal, Needs needs, Decider decider, int questions) {
        this.illegal = illegal;
        this.needs = needs;
        this.decider = decider;
        this.questionsLeft = questions;
    }

    /** As few as possible of these operations, known by their places, which are not linearizable without the others. */
    List<Interval> minimize(BitSet begin) {
        BitSet kept = (BitSet) begin.clone();
        int stretch = Math.max(1, illegal.size() / 2);
        while (questionsLeft > 0) {
            int before = kept.cardinality();
            leaveOutStretches(kept, stretch);
            if (stretch == 1 && kept.cardinality() == before) {
                break;
            }
            stretch = Math.max(1, stretch / 2);
        }
        return those(kept);
    }

    /** Once from the last to the first: what came early is what others need. */
    private void leaveOutStretches(BitSet kept, int stretch) {
        for (int to = illegal.size(); to > 0 && questionsLeft > 0; to -= stretch) {
            BitSet fewer = (BitSet) kept.clone();
            fewer.clear(Math.max(0, to - stretch), to);
            if (fewer.equals(kept)) {
                continue;
            }
            needs.close(fewer);
            if (!fewer.isEmpty()) {
                questionsLeft--;
                if (decider.decide(those(fewer)) == Answer.ILLEGAL) {
                    kept.and(fewer);
                }
            }
        }
    }

    private List<Interval> those(BitSet some) {
        return some.stream().mapToObj(illegal::get).toList();
    }
}
