package dev.orrery.sim.check.certificate;

import dev.orrery.sim.history.Interval;
import dev.orrery.sim.history.Operation;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recognizes what can go wrong with a lock among a few operations that are not linearizable. */
record Locks(List<Interval> object, List<Interval> few) {

    /** An acquisition, and the invocation of what the client released next, NEVER if it released nothing. */
    private record Hold(Interval acquisition, @Nullable Interval release) {
        int until() {
            return release == null ? Interval.NEVER : release.invoked();
        }

        String client() {
            return acquisition.operation().client();
        }
    }

    /** The greatest fence that was given out before a later acquisition began is compared with the later one's. */
    Optional<Diagnosis> fenceRegression() {
        List<Interval> fenced = acquisitions().stream()
                .filter(interval -> interval.operation().output() instanceof Number)
                .toList();
        List<Interval> byReturn = fenced.stream()
                .sorted(Comparator.comparingInt(Interval::returned))
                .toList();
        int over = 0;
        Interval greatest = null;
        for (Interval later : fenced) {
            while (byReturn.get(over).precedes(later)) {
                Interval earlier = byReturn.get(over++);
                greatest = greatest == null || fence(earlier) > fence(greatest) ? earlier : greatest;
            }
            if (greatest != null && fence(greatest) >= fence(later)) {
                return Optional.of(new Diagnosis(
                        Anomaly.FENCE_REGRESSION,
                        Words.nameAndClient(later.operation()) + " was given fence " + fence(later) + ", although "
                                + Words.nameAndClient(greatest.operation())
                                + " had been given " + fence(greatest) + " before it began"));
            }
        }
        return Optional.empty();
    }

    private static long fence(Interval acquisition) {
        return acquisition.operation().output() instanceof Number fence ? fence.longValue() : 0;
    }

    /** Of those who acquired before, the one who releases last is compared, and the last of all other clients. */
    Optional<Diagnosis> twoHolders() {
        Hold longest = null;
        Hold longestOfOthers = null;
        for (Hold now : holds()) {
            Hold before = longest == null || longest.client().equals(now.client()) ? longestOfOthers : longest;
            int since = before == null ? 0 : before.acquisition().returned();
            if (before != null && before.until() > now.acquisition().returned() && now.until() > since) {
                return Optional.of(new Diagnosis(
                        Anomaly.TWO_HOLDERS, held(before, now.acquisition().operation())));
            }
            if (longest == null || now.until() > longest.until()) {
                longestOfOthers = longest == null || longest.client().equals(now.client()) ? longestOfOthers : longest;
                longest = now;
            } else if (!longest.client().equals(now.client())
                    && (longestOfOthers == null || now.until() > longestOfOthers.until())) {
                longestOfOthers = now;
            }
        }
        return Optional.empty();
    }

    private static String held(Hold one, Operation other) {
        Operation holder = one.acquisition().operation();
        Interval release = one.release();
        String until = release == null
                ? "never released it"
                : "began to release it only at "
                        + Words.time(release.operation().invokedAt()) + ", with "
                        + Words.name(release.operation());
        return other.client() + " was given the lock by " + Words.name(other) + " at " + Words.time(other.completedAt())
                + ", although " + holder.client() + " had held it since " + Words.time(holder.completedAt())
                + ", by " + Words.name(holder) + ", and " + until;
    }

    /** In the order in which they were acquired. */
    private List<Hold> holds() {
        Map<Integer, Interval> releases = releases();
        return acquisitions().stream()
                .sorted(Comparator.comparingInt(Interval::returned))
                .map(acquisition -> new Hold(
                        acquisition, releases.get(acquisition.operation().index())))
                .toList();
    }

    /** By the index of an acquisition, the next release that its client began. */
    private Map<Integer, Interval> releases() {
        Map<Integer, Interval> releases = new LinkedHashMap<>();
        Map<String, Interval> next = new LinkedHashMap<>();
        for (int i = object.size() - 1; i >= 0; i--) {
            Operation operation = object.get(i).operation();
            if (operation.f().equals("release")) {
                next.put(operation.client(), object.get(i));
            } else if (next.containsKey(operation.client())) {
                releases.put(operation.index(), next.get(operation.client()));
            }
        }
        return releases;
    }

    private List<Interval> acquisitions() {
        return few.stream()
                .filter(interval -> interval.operation().f().equals("acquire"))
                .filter(interval -> interval.isAnswered()
                        && !Boolean.FALSE.equals(interval.operation().output()))
                .toList();
    }
}
