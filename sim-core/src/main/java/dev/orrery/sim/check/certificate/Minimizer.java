package dev.orrery.sim.check.certificate;

import java.util.BitSet;

/**
 * Cuts operations that are not linearizable down to a few that still are not, and are legal if any one more is left out
 * (delta debugging: Zeller and Hildebrandt, Simplifying and isolating failure-inducing input, TSE 2002).
 *
 * <p>It leaves out large stretches first, then ever smaller ones, and with each operation those that need it ({@link
 * Needs}). When no {@link Questions} are left, what is kept is still not linearizable, if perhaps not minimal.
 */
final class Minimizer {
    private final int size;
    private final Needs needs;
    private final Questions questions;

    /** @param size how many operations there are to begin with */
    Minimizer(int size, Needs needs, Questions questions) {
        this.size = size;
        this.needs = needs;
        this.questions = questions;
    }

    /** As few as possible of these operations, known by their places, which are not linearizable without the others. */
    BitSet minimize(BitSet illegal) {
        BitSet kept = (BitSet) illegal.clone();
        int stretch = Math.max(1, size / 2);
        while (questions.areLeft()) {
            int before = kept.cardinality();
            leaveOutStretches(kept, stretch);
            if (stretch == 1 && kept.cardinality() == before) {
                break;
            }
            stretch = Math.max(1, stretch / 2);
        }
        return kept;
    }

    /** Once from the last to the first: what came early is what others need. */
    private void leaveOutStretches(BitSet kept, int stretch) {
        for (int to = size; to > 0 && questions.areLeft(); to -= stretch) {
            int from = Math.max(0, to - stretch);
            if (kept.previousSetBit(to - 1) < from) {
                continue;
            }
            BitSet fewer = (BitSet) kept.clone();
            fewer.clear(from, to);
            needs.close(fewer);
            if (questions.isIllegal(fewer)) {
                kept.and(fewer);
            }
        }
    }
}
