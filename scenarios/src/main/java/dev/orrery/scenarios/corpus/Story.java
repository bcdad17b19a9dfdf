package dev.orrery.scenarios.corpus;

import dev.orrery.sim.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happened in a run, in a few lines: faults, crashes, who played which part, what clients asked and were told. Messages,
 * timers, notes and numbers are left out, so that a run of another version which goes the same way tells the same story.
 */
final class Story {
    /** How much of it is kept: the beginning, since it is the first difference that tells. */
    static final int MOST_LINES = 200;

    private Story() {}

    /** One line for each event, with its time. */
    static List<String> of(Trace trace) {
        List<String> lines = new ArrayList<>();
        for (long event = trace.first(); event <= trace.last() && lines.size() < MOST_LINES; event++) {
            boolean told = switch (trace.kind(event)) {
                case CRASH, RESTART, FAULT, HEAL, INVOKE, OK, FAIL, INFO -> true;
                case STATE -> trace.isRole(event);
                default -> false;
            };
            if (told) {
                lines.add(trace.words(event).replace('\n', ' '));
            }
        }
        return lines;
    }

    /**
     * The first line in which two stories differ.
     *
     * @return in words; empty if they are the same
     */
    static Optional<String> difference(List<String> before, List<String> now) {
        for (int line = 0; line < Math.max(before.size(), now.size()); line++) {
            String then = line < before.size() ? before.get(line) : "nothing more";
            String here = line < now.size() ? now.get(line) : "nothing more";
            if (!then.equals(here)) {
                return Optional.of("then: " + then + "; now: " + here);
            }
        }
        return Optional.empty();
    }
}
