package dev.orrery.scenarios.sweep;

import dev.orrery.scenarios.result.Judgement;
import dev.orrery.scenarios.result.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What to think of a sweep, or of the part of it that was run. It is a function of scenario, seeds and version: how many
 * threads ran it, how long they took and whether they were interrupted on the way makes no difference.
 */
public final class Summary {
    /** How many decimals a share has. */
    private static final int DECIMALS = 6;

    private final Part part;
    private final List<String> words = new ArrayList<>();
    private final Verdict verdict;

    /** Judges what was run so far. */
    public Summary(Part part) {
        this.part = part;
        verdict = judge();
    }

    private Verdict judge() {
        if (expectsFailure()) {
            if (failedOtherwise() > 0) {
                words.add(count(failedOtherwise(), "run") + " failed in which " + expect() + " did not");
            }
            if (shown() == 0 && inconclusive() == 0) {
                words.add(expect() + " was expected to fail, and held in all runs");
            }
        } else if (failed() > 0) {
            words.add(count(failed(), "run") + " failed");
        }
        for (String goal : goalsMissed()) {
            words.add("no run has seen " + goal);
        }
        if (!words.isEmpty()) {
            return Verdict.FAIL;
        }
        if (expectsFailure() ? shown() == 0 : inconclusive() > 0) {
            words.add(count(inconclusive(), "run") + " had no verdict");
            return Verdict.INCONCLUSIVE;
        }
        if (seeds() == 0) {
            words.add("nothing was run");
            return Verdict.INCONCLUSIVE;
        }
        return Verdict.PASS;
    }

    private static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** What was run. */
    Part part() {
        return part;
    }

    /** What was to be run. */
    public SweepPlan plan() {
        return part.plan();
    }

    /** Why no more was run. */
    public Ending ending() {
        return part.ending();
    }

    /** Whether the sweep came out as the scenario expects. */
    public Verdict verdict() {
        return verdict;
    }

    /** Why it did not, each reason in plain words; empty if it did. */
    public List<String> words() {
        return List.copyOf(words);
    }

    /** How many seeds were run. */
    public long seeds() {
        return part.done();
    }

    /** How many runs passed. */
    public long passed() {
        return tally().sums().passed();
    }

    /** How many runs failed, also as expected. */
    public long failed() {
        return tally().failures.runs();
    }

    /** How many runs came to no verdict. */
    public long inconclusive() {
        return tally().doubts.runs();
    }

    /** How many virtual events there were in all runs. */
    public long events() {
        return tally().sums().events();
    }

    /** Whether the scenario is about a bug that is kept. */
    public boolean expectsFailure() {
        return !expect().equals(Judgement.PASS);
    }

    /** The check that the scenario expects to fail, or {@code pass}. */
    public String expect() {
        return plan().expect();
    }

    /** In how many runs the check failed that the scenario expects to fail. */
    public long shown() {
        return tally().sums().shown();
    }

    private long failedOtherwise() {
        return failed() - shown();
    }

    /** The failures by signature, the most frequent first. */
    public List<Group> failures() {
        return tally().failures.list();
    }

    /** The runs without a verdict by signature, the most frequent first. */
    public List<Group> doubts() {
        return tally().doubts.list();
    }

    /** Goals that no run has seen, though all seeds of the sweep were run. */
    public List<String> goalsMissed() {
        return plan().isWhole() && part.isComplete()
                ? plan().goals().stream()
                        .filter(goal -> goal(goal).times() == 0)
                        .toList()
                : List.of();
    }

    /** How often a goal was seen. */
    public Tally.Goal goal(String name) {
        return tally().goals.getOrDefault(name, new Tally.Goal(0, 0));
    }

    /** What faults there were. */
    public List<FaultTable.Row> faults() {
        return tally().faults.rows();
    }

    Tally tally() {
        return part.tally();
    }

    /** How many different situations the runs came through. */
    public long situations() {
        return tally().situations.size();
    }

    /** Whether there were more situations than are looked at. */
    public boolean isSample() {
        return tally().situations.isSample();
    }

    /** How many situations only one run came through. */
    public long situationsOnce() {
        return tally().situations.once();
    }

    /** How many runs came through a situation that no other run came through. */
    public long runsWithTheirOwn() {
        return tally().situations.runsWithTheirOwn();
    }

    /** The share of further seeds that are expected to show something new; 1 before there is any run. */
    public BigDecimal newShare() {
        return seeds() == 0 ? BigDecimal.ONE : ratio(runsWithTheirOwn(), seeds());
    }

    /**
     * The share of seeds that fail at most, at a confidence of 95 %, where none has failed: three in as many as were run.
     * One where some have failed, which says nothing.
     */
    public BigDecimal failureBound() {
        return failed() > 0 || seeds() < 3 ? BigDecimal.ONE : ratio(3, seeds());
    }

    private static BigDecimal ratio(long part, long whole) {
        BigDecimal ratio = BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.UP);
        return ratio.signum() == 0 ? BigDecimal.ZERO : ratio.stripTrailingZeros();
    }
}
