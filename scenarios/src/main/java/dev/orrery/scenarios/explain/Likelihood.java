package dev.orrery.scenarios.explain;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.run.FinishedRun;
import dev.orrery.scenarios.run.Recording;
import dev.orrery.scenarios.run.RunOptions;
import dev.orrery.scenarios.run.RunOptions.Reseeding;
import dev.orrery.sim.random.Mix;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How likely the failure was, moment by moment: the share of runs that still fail when all that is left to chance after an
 * event is drawn anew. The seeds are the same for each moment, so that moments can be compared.
 *
 * @param points in order of time
 * @param tries runs for each point
 * @param horizon virtual nanoseconds until which a run may fail to count
 * @param turn the event after which each of them fails; null if there is none, or if they do from the beginning
 */
public record Likelihood(
        List<Point> points,
        int tries,
        long horizon,
        @Nullable Turn turn) {

    /** Takes the list as it is now. */
    public Likelihood {
        points = List.copyOf(points);
    }

    /**
     * One moment.
     *
     * @param event the last one that is as it was, as the digest counts them
     * @param at when it happened, in virtual nanoseconds
     * @param failing how many of the tries failed in the same way
     */
    public record Point(long event, long at, int failing) {}

    /**
     * The point of no return.
     *
     * @param before the share until then
     * @param after at the event
     * @param words what happened at the event
     */
    public record Turn(Point before, Point after, String words) {}

    /**
     * Draws the curve of a run.
     *
     * @param executed its scenario, with the faults that were done
     * @param violated the event at which it failed, or its last one
     * @param count how many points, at least 2
     * @param tries how many runs for each
     */
    static Likelihood of(Scenario executed, long violated, int count, int tries, Trials trials) {
        return new Curve(executed, tries, trials).draw(violated, count);
    }

    private static final class Curve {
        private static final int MOST_EVENTS = 1 << 20;

        private final Scenario executed;
        private final int tries;
        private final Trials trials;
        private final TreeMap<Long, Point> known = new TreeMap<>();

        Curve(Scenario executed, int tries, Trials trials) {
            this.executed = executed;
            this.tries = tries;
            this.trials = trials;
        }

        Likelihood draw(long violated, int count) {
            long last = violated - 1;
            for (int point = 0; point < count; point++) {
                point(last * point / (count - 1));
            }
            Turn turn = turn();
            return new Likelihood(List.copyOf(known.values()), tries, executed.duration(), turn);
        }

        private Point point(long event) {
            Point point = known.get(event);
            if (point == null) {
                point = tried(event);
                known.put(event, point);
            }
            return point;
        }

        private Point tried(long event) {
            int failing = 0;
            for (int number = 1; number <= tries; number++) {
                Reseeding reseeding = new Reseeding(event, seed(number));
                failing += trials.fails(executed, RunOptions.LEAN.reseeding(reseeding)) ? 1 : 0;
            }
            return new Point(event, traced(event).at(), failing);
        }

        private Seed seed(int number) {
            return new Seed(Mix.combine(trials.seed().value(), number));
        }

        /** Halves the stretch between the last point at which some run is spared and the next one. */
        private @Nullable Turn turn() {
            Point spared = null;
            Point lost = null;
            for (Point point : known.values()) {
                if (point.failing() < tries) {
                    spared = point;
                    lost = null;
                } else if (lost == null) {
                    lost = point;
                }
            }
            if (spared == null || lost == null) {
                return null;
            }
            while (lost.event() - spared.event() > 1) {
                Point middle = point(spared.event() + (lost.event() - spared.event()) / 2);
                if (middle.failing() < tries) {
                    spared = middle;
                } else {
                    lost = middle;
                }
            }
            return new Turn(spared, lost, words(spared.event(), lost.event()));
        }

        /** What the trace tells of the events after one and up to another. */
        private String words(long after, long upTo) {
            Traced before = traced(after);
            Traced then = traced(upTo);
            List<String> words = new ArrayList<>();
            for (long event = before.last() + 1; event <= then.last(); event++) {
                words.add(then.trace().words(event));
            }
            return words.isEmpty() ? "nothing that the trace tells" : words.get(0);
        }

        private record Traced(Trace trace, long last, long at) {}

        /** The run up to an event; it is of no interest how it goes on. */
        private Traced traced(long event) {
            FinishedRun run = trials.run(
                    executed,
                    RunOptions.LEAN
                            .recording(new Recording.Last(MOST_EVENTS))
                            .reseeding(new Reseeding(event, seed(1))));
            Trace trace = run.trace();
            long last = run.tracedBeforeReseeding();
            boolean held = last >= trace.first() && last > 0;
            return new Traced(trace, last, held ? trace.time(last) : 0);
        }
    }
}
