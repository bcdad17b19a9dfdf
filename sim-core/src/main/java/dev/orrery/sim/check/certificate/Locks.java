package dev.orrery.sim.check.certificate;

import dev.orrery.sim.history.Interval;
import dev.orrery.sim.history.Operation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recognizes what can go wrong with a lock among a few operations that are not linearizable. */
record Locks(List<Interval> object, List<Interval> few) {

    Optional<Diagnosis> fenceRegression() {
        for (Interval earlier : acquisitions()) {
            for (Interval later : acquisitions()) {
                if (earlier.precedes(later)
                        && earlier.operation().output() instanceof Number first
                        && later.operation().output() instanceof Number second
                        && first.longValue() >= second.longValue()) {
                    return Optional.of(new Diagnosis(
                            Anomaly.FENCE_REGRESSION,
                            Words.nameAndClient(later.operation()) + " was given fence " + second + ", although "
                                    + Words.nameAndClient(earlier.operation())
                                    + " had been given " + first + " before it began"));
                }
            }
        }
        return Optional.empty();
    }

    Optional<Diagnosis> twoHolders() {
        for (Interval one : acquisitions()) {
            for (Interval other : acquisitions()) {
                if (one.returned() < other.returned()
                        && !one.operation().client().equals(other.operation().client())
                        && holdsUntil(one, other.returned())
                        && holdsUntil(other, one.returned())) {
                    return Optional.of(new Diagnosis(Anomaly.TWO_HOLDERS, held(one, other.operation())));
                }
            }
        }
        return Optional.empty();
    }

    private String held(Interval one, Operation other) {
        Operation holder = one.operation();
        Interval release = release(one);
        String until = release == null
                ? "never released it"
                : "began to release it only at "
                        + Words.time(release.operation().invokedAt()) + ", with "
                        + Words.name(release.operation());
        return other.client() + " was given the lock by " + Words.name(other) + " at " + Words.time(other.completedAt())
                + ", although " + holder.client() + " had held it since " + Words.time(holder.completedAt())
                + ", by " + Words.name(holder) + ", and " + until;
    }

    private boolean holdsUntil(Interval acquisition, int place) {
        Interval release = release(acquisition);
        return release == null || release.invoked() > place;
    }

    private @Nullable Interval release(Interval acquisition) {
        return object.stream()
                .filter(interval -> interval.operation().f().equals("release"))
                .filter(interval -> interval.operation()
                        .client()
                        .equals(acquisition.operation().client()))
                .filter(interval -> interval.invoked() > acquisition.invoked())
                .findFirst()
                .orElse(null);
    }

    private List<Interval> acquisitions() {
        return few.stream()
                .filter(interval -> interval.operation().f().equals("acquire"))
                .filter(interval -> interval.isAnswered()
                        && !Boolean.FALSE.equals(interval.operation().output()))
                .toList();
    }
}
