package dev.orrery.scenarios.result;

import dev.orrery.scenarios.result.RunResult.SystemFacts;
import dev.orrery.scenarios.result.RunResult.Threshold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What makes two failures the same for whoever counts or shrinks them: what broke, and how, apart from where and when.
 *
 * <p>For example the two messages <em>n5 leads term 17 without the entry of term 2 at index 1103, which n3 committed in
 * term 2; its log ends at index 803</em> and <em>n1 leads term 4 without the entry of term 3 at index 12, which n2
 * committed in term 3; it has one of term 2 there</em> have one signature.
 *
 * @param check the name of the check that failed or of the threshold that was missed, or {@value #CRASH}
 * @param shape the message as {@link Shape} leaves it
 */
public record Signature(String check, String shape) implements Comparable<Signature> {
    /** Stands for the check where a run came to no verdict, since something in it threw. */
    public static final String CRASH = "crash";

    /**
     * The signature of a run that failed: of what the scenario expects to fail if it did, else of the check that broke at
     * the earliest event, else of the first that failed at no single event, else of the first threshold that was missed.
     *
     * @return empty if nothing failed
     */
    public static Optional<Signature> of(RunResult result) {
        List<CheckVerdict> failed = result.checks().stream()
                .filter(check -> check.verdict() == Verdict.FAIL)
                .toList();
        return failed.stream()
                .filter(check -> check.name().equals(result.judgement().expect()))
                .findFirst()
                .or(() -> failed.stream().min(Comparator.comparingLong(Signature::event)))
                .map(check -> of(check, result.system()))
                .or(() -> missed(result.thresholds()));
    }

    /** The signature of a run that something thrown ended: what was thrown, and in which method. */
    public static Signature of(Throwable thrown) {
        return new Signature(CRASH, Shape.of(thrown));
    }

    /** The signature of one check's verdict; a verdict that is no failure may be counted as failures are. */
    public static Signature of(CheckVerdict check, SystemFacts system) {
        return new Signature(check.name(), Shape.of(check.message(), names(system)));
    }

    private static List<String> names(SystemFacts system) {
        List<String> names = new ArrayList<>(system.nodes());
        names.addAll(system.clients());
        return names;
    }

    private static long event(CheckVerdict check) {
        return check.event() == null ? Long.MAX_VALUE : check.event();
    }

    private static Optional<Signature> missed(List<Threshold> thresholds) {
        return thresholds.stream()
                .filter(threshold -> threshold.verdict() == Verdict.FAIL)
                .findFirst()
                .map(threshold -> new Signature(threshold.name(), "not " + threshold.limit()));
    }

    /** By check, then by shape. */
    @Override
    public int compareTo(Signature other) {
        int byCheck = check.compareTo(other.check);
        return byCheck != 0 ? byCheck : shape.compareTo(other.shape);
    }

    /** As {@code leader-completeness: <node> leads term <n> without …}. */
    @Override
    public String toString() {
        return check + ": " + shape;
    }
}
