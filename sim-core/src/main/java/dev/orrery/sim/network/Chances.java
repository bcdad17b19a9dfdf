package dev.orrery.sim.network;

import dev.orrery.sim.network.LinkCondition.Chancy;
import dev.orrery.sim.random.Mix;
import dev.orrery.sim.random.Probability;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Overlapping chances of one kind on one link.
 *
 * <p>A message's draw is a place on a line from 0 to 1, on which the chances lie side by side: the first takes its share of
 * the whole, each further one its share of what the others left. So the chances add up as independent ones do, with one
 * draw; and when one of them ends, some messages are spared that were hit, and none is hit that was spared.
 *
 * <p>With a correlation, a message takes over the draw of the one before it with that probability. Chances of different
 * correlation have lines of their own.
 */
final class Chances {
    private final Choice choice;
    private final List<Line> lines = new ArrayList<>();

    /**
     * What may hit.
     *
     * @param choice what is decided
     */
    Chances(Choice choice, List<Chance> chances) {
        this.choice = choice;
        for (Chance chance : chances) {
            if (!chance.condition.chance().isNever()) {
                line(chance.condition.correlation()).add(chance);
            }
        }
    }

    /**
     * One chance.
     *
     * @param condition how likely it hits
     * @param why what to call it
     * @param isOwn whether it is the network's own, and no fault brings it
     */
    record Chance(Chancy condition, String why, boolean isOwn) {}

    /** What hits the message; null if nothing does. */
    @Nullable
    Chance hit(Parcel parcel) {
        for (Line line : lines) {
            Chance hit = line.at(line.draw(choice, parcel));
            if (hit != null) {
                return hit;
            }
        }
        return null;
    }

    private Line line(Probability correlation) {
        for (Line line : lines) {
            if (line.correlation.equals(correlation)) {
                return line;
            }
        }
        Line line = new Line(correlation);
        lines.add(line);
        return line;
    }

    private static final class Line {
        final Probability correlation;
        private final List<Chance> chances = new ArrayList<>();
        /** Where each chance ends. */
        private final List<Probability> ends = new ArrayList<>();

        Line(Probability correlation) {
            this.correlation = correlation;
        }

        void add(Chance chance) {
            Probability before = ends.isEmpty() ? Probability.NEVER : ends.get(ends.size() - 1);
            chances.add(chance);
            ends.add(before.or(chance.condition.chance()));
        }

        @Nullable
        Chance at(long draw) {
            for (int i = 0; i < ends.size(); i++) {
                if (ends.get(i).test(draw)) {
                    return chances.get(i);
                }
            }
            return null;
        }

        long draw(Choice choice, Parcel parcel) {
            if (correlation.isNever()) {
                return choice.draw(parcel.identity());
            }
            long line = Mix.hash(correlation.toString());
            int origin = parcel.ordinal();
            while (origin > 0
                    && correlation.test(key(choice, Choice.CORRELATION.draw(parcel.identityOf(origin)), line))) {
                origin--;
            }
            return key(choice, parcel.identityOf(origin), line);
        }

        private static long key(Choice choice, long identity, long line) {
            return Mix.combine(choice.draw(identity), line);
        }
    }
}
