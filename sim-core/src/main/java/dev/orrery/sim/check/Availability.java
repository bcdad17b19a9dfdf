package dev.orrery.sim.check;

import dev.orrery.sim.check.Unavailability.Stretch;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.time.Durations;
import java.util.List;

/**
 * Once the faults are healed, clients that ask are answered within a bound: the first time, and again and again until the
 * end.
 *
 * <p>A system that never answers violates no safety property; this is the check that finds it. What it judges are the
 * stretches of {@link Unavailability} after the heal: one that outlasts the bound is a violation, told with the reason
 * that the system itself names.
 */
public final class Availability implements HistoryCheck {
    private static final String NAME = "availability";

    private final long healedAt;
    private final long convergeWithin;
    private final long endedAt;
    private final StallReason reason;

    /**
     * Judges one run.
     *
     * @param healedAt virtual nanoseconds at which the faults were healed, at least 0
     * @param convergeWithin the longest stretch without an answer that is no violation, in nanoseconds, more than 0
     * @param endedAt virtual nanoseconds at which the run ended, at least {@code healedAt}
     * @param reason asked about the first stretch that was too long
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Availability(long healedAt, long convergeWithin, long endedAt, StallReason reason) {
        if (healedAt < 0 || endedAt < healedAt) {
            throw new IllegalArgumentException("a run cannot be healed at " + healedAt + " and end at " + endedAt);
        }
        if (convergeWithin <= 0) {
            throw new IllegalArgumentException("nothing converges within " + convergeWithin + " ns");
        }
        this.healedAt = healedAt;
        this.convergeWithin = convergeWithin;
        this.endedAt = endedAt;
        this.reason = reason;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public CheckResult check(History history) {
        List<Stretch> stretches = Unavailability.stretches(history, healedAt, endedAt);
        for (Stretch stretch : stretches) {
            if (stretch.length() > convergeWithin) {
                return stalled(stretch, history);
            }
        }
        String heal = "the heal at " + Durations.format(healedAt);
        if (stretches.isEmpty()) {
            return CheckResult.inconclusive(NAME, "nobody asked for anything after " + heal);
        }
        Stretch first = stretches.get(0);
        if (!first.answered()) {
            return CheckResult.inconclusive(
                    NAME,
                    "nobody was answered after " + heal + ", but clients asked for only "
                            + Durations.brief(first.length()) + " of the " + allowed());
        }
        List<Stretch> later = stretches.subList(1, stretches.size());
        return CheckResult.pass(
                NAME,
                "the first answer came " + Durations.brief(first.to() - healedAt) + " after " + heal
                        + ", the others at most " + Durations.brief(Unavailability.longest(later)) + " apart; "
                        + allowed());
    }

    private CheckResult stalled(Stretch stretch, History history) {
        String why = reason.between(stretch.from(), stretch.to());
        return CheckResult.fail(
                NAME,
                "nobody was answered from " + Durations.format(stretch.from()) + " to "
                        + Durations.format(stretch.to()) + (stretch.answered() ? "" : ", the last that clients asked")
                        + ", which is longer than the " + allowed() + " after the heal at "
                        + Durations.format(healedAt) + ": " + (why == null ? "the system names no reason" : why),
                firstWaiting(stretch, history));
    }

    private String allowed() {
        return Durations.format(convergeWithin) + " allowed";
    }

    private static List<Integer> firstWaiting(Stretch stretch, History history) {
        return history.operations().stream()
                .filter(operation -> operation.intendedAt() <= stretch.from())
                .filter(operation ->
                        operation.completedAt() == Operation.NEVER || operation.completedAt() > stretch.from())
                .map(Operation::index)
                .limit(1)
                .toList();
    }
}
