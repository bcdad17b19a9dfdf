package dev.orrery.scenarios.sweep;

import dev.orrery.scenarios.result.CheckVerdict;
import dev.orrery.scenarios.result.Judgement;
import dev.orrery.scenarios.result.OperationCounts;
import dev.orrery.scenarios.result.RunResult;
import dev.orrery.scenarios.result.Signature;
import dev.orrery.scenarios.result.Verdict;
import dev.orrery.scenarios.run.FinishedRun;
import dev.orrery.sim.random.Seed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of many runs, in memory that does not grow with their number: sums, smallest seeds, and bounded samples. Two
 * tallies of different seeds add up to the tally of both, in any order.
 */
public final class Tally {
    /** The check that stands for a run that is inconclusive though no check is, since nobody was answered. */
    private static final String RUN = "run";

    final Groups failures = new Groups();
    final Groups doubts = new Groups();
    final FaultTable faults = new FaultTable();
    final Situations situations = new Situations();
    final Map<String, Goal> goals = new LinkedHashMap<>();
    private long passed;
    private long shown;
    private long events;
    private long virtualNanos;
    private OperationCounts operations = new OperationCounts(0, 0, 0, 0);

    /**
     * How often something was seen.
     *
     * @param times how often in all
     * @param runs in how many runs
     */
    public record Goal(long times, long runs) {
        /** Both together. */
        Goal and(Goal other) {
            return new Goal(times + other.times, runs + other.runs);
        }
    }

    /**
     * Sums over all runs.
     *
     * @param passed how many passed
     * @param shown in how many the check failed that the scenario expects to fail
     * @param events in all
     * @param virtualNanos in all
     * @param operations of all clients
     */
    public record Sums(long passed, long shown, long events, long virtualNanos, OperationCounts operations) {}

    /** Nothing yet; goals that are never seen are there too. */
    public Tally(List<String> goals) {
        goals.forEach(goal -> this.goals.put(goal, new Goal(0, 0)));
    }

    /**
     * Adds a run.
     *
     * @param situations those it came through, each once
     */
    void add(FinishedRun run, long[] situations) {
        RunResult result = run.result();
        long seed = result.source().seed().value();
        long length = result.extent().events();
        Verdict verdict = result.judgement().verdict();
        add(new Sums(
                verdict == Verdict.PASS ? 1 : 0,
                hasShown(result) ? 1 : 0,
                length,
                result.extent().virtualNanos(),
                result.operations()));
        if (verdict == Verdict.FAIL) {
            Signature signature = Signature.of(result).orElseThrow();
            failures.add(Group.of(signature, seed, message(result, signature), length));
        } else if (verdict == Verdict.INCONCLUSIVE) {
            doubts.add(doubt(result, seed));
        }
        for (RunResult.Goal goal : result.goals()) {
            add(goal.name(), new Goal(goal.seen(), goal.seen() == 0 ? 0 : 1));
        }
        faults.add(
                run.faults().stream()
                        .map(fault -> fault.planned().fault().kind())
                        .toList(),
                verdict == Verdict.FAIL);
        this.situations.add(seed, situations);
    }

    /** Adds a run of which nothing is known but what was thrown instead of a result. */
    void add(Seed seed, Throwable thrown) {
        failures.add(Group.of(Signature.of(thrown), seed.value(), thrown.toString(), 0));
    }

    private static boolean hasShown(RunResult result) {
        String expect = result.judgement().expect();
        return result.checks().stream()
                .anyMatch(
                        check -> check.verdict() == Verdict.FAIL && check.name().equals(expect));
    }

    private static String message(RunResult result, Signature signature) {
        return result.checks().stream()
                .filter(check -> check.verdict() == Verdict.FAIL && check.name().equals(signature.check()))
                .map(CheckVerdict::message)
                .findFirst()
                .orElse(signature.shape());
    }

    private static Group doubt(RunResult result, long seed) {
        long length = result.extent().events();
        for (CheckVerdict check : result.checks()) {
            if (check.verdict() == Verdict.INCONCLUSIVE) {
                return Group.of(Signature.of(check, result.system()), seed, check.message(), length);
            }
        }
        Judgement judgement = result.judgement();
        return Group.of(new Signature(RUN, judgement.words()), seed, judgement.words(), length);
    }

    /** Adds the runs of other seeds. */
    void add(Tally others) {
        add(others.sums());
        failures.add(others.failures);
        doubts.add(others.doubts);
        others.goals.forEach(this::add);
        faults.add(others.faults);
        situations.add(others.situations);
    }

    /** Adds sums over other runs. */
    void add(Sums sums) {
        passed += sums.passed();
        shown += sums.shown();
        events += sums.events();
        virtualNanos += sums.virtualNanos();
        operations = new OperationCounts(
                operations.ok() + sums.operations().ok(),
                operations.fail() + sums.operations().fail(),
                operations.info() + sums.operations().info(),
                operations.open() + sums.operations().open());
    }

    /** Adds how often something was seen in other runs. */
    void add(String goal, Goal seen) {
        goals.merge(goal, seen, Goal::and);
    }

    /** Sums over all runs. */
    public Sums sums() {
        return new Sums(passed, shown, events, virtualNanos, operations);
    }

    /** How many runs there are. */
    long runs() {
        return passed + failures.runs() + doubts.runs();
    }
}
