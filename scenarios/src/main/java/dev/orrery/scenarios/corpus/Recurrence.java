package dev.orrery.scenarios.corpus;

import dev.orrery.scenarios.result.ResultJson;
import dev.orrery.scenarios.result.RunResult;
import dev.orrery.scenarios.result.Signature;
import dev.orrery.scenarios.run.FinishedRun;
import dev.orrery.scenarios.run.Recording;
import dev.orrery.scenarios.run.RunOptions;
import dev.orrery.scenarios.run.Runs;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.scenarios.run.Watcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How running a saved case again came out.
 *
 * @param outcome in a word
 * @param words why, or how it differs, in plain words; may be empty
 */
public record Recurrence(Outcome outcome, String words) {
    private static final int MOST_EVENTS = 1 << 20;

    /** What became of a case. */
    public enum Outcome {
        /** It fails in the same way, event by event. */
        STILL_FAILS,
        /** It fails in the same way, though not all events are the same. */
        STILL_FAILS_ANOTHER_WAY,
        /** All that the case names happened, and nothing fails. */
        FIXED,
        /** Something that the case names did not happen, or something else fails: nobody knows of the bug. */
        NO_LONGER_APPLIES
    }

    /** Whether the bug is still there. */
    public boolean fails() {
        return outcome == Outcome.STILL_FAILS || outcome == Outcome.STILL_FAILS_ANOTHER_WAY;
    }

    /**
     * Runs a case again.
     *
     * @param watcher looks on; a run that it ends says nothing of the bug
     */
    public static Recurrence of(SavedCase saved, Watcher watcher) {
        Subject subject = saved.subject();
        if (subject == null) {
            return new Recurrence(Outcome.NO_LONGER_APPLIES, saved.problem());
        }
        FinishedRun run = Runs.run(
                subject,
                saved.seed(),
                RunOptions.DEFAULT.recording(new Recording.Last(MOST_EVENTS)).watcher(watcher));
        Optional<Signature> signature = Signature.of(run.result());
        String difference =
                Story.difference(saved.story(), Story.of(run.trace())).orElse("");
        if (signature.isPresent() && signature.get().equals(saved.signature())) {
            String digest = ResultJson.hexadecimal(run.result().extent().digest());
            return digest.equals(saved.digest())
                    ? new Recurrence(Outcome.STILL_FAILS, "")
                    : new Recurrence(Outcome.STILL_FAILS_ANOTHER_WAY, difference);
        }
        List<String> reasons = new ArrayList<>();
        signature.ifPresent(other -> reasons.add("it fails otherwise: " + other));
        reasons.addAll(missing(run));
        boolean fixed = reasons.isEmpty();
        if (!difference.isEmpty()) {
            reasons.add(difference);
        }
        return new Recurrence(fixed ? Outcome.FIXED : Outcome.NO_LONGER_APPLIES, String.join("; ", reasons));
    }

    /** What the case names and what did not happen. */
    private static List<String> missing(FinishedRun run) {
        List<String> missing = new ArrayList<>();
        RunResult result = run.result();
        if (result.judgement().interrupted()) {
            missing.add("the run was interrupted");
        }
        run.unsent().forEach(delivery -> missing.add("nobody sent " + delivery.name()));
        missing.addAll(result.plan().neverFired());
        if (result.operations().all() == 0) {
            missing.add("nobody asked for anything");
        }
        return missing;
    }
}
