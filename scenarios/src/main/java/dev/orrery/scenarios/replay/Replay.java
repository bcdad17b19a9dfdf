package dev.orrery.scenarios.replay;

import dev.orrery.scenarios.replay.TraceFile.End;
import dev.orrery.scenarios.result.ResultJson;
import dev.orrery.scenarios.result.RunResult;
import dev.orrery.scenarios.run.Recording;
import dev.orrery.scenarios.run.RunOptions;
import dev.orrery.scenarios.run.Runs;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.scenarios.run.Watcher;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How running a trace again came out. */
public sealed interface Replay {

    /**
     * Each event is the same, and so is the end.
     *
     * @param result of the new run
     */
    record Same(RunResult result) implements Replay {}

    /**
     * Each event is the same, as far as there are any: the file has no end.
     *
     * @param events how many there are
     */
    record CutOff(long events) implements Replay {}

    /**
     * Not the same.
     *
     * @param event the first that differs, from 1
     * @param recorded the line in the file
     * @param replayed the line as it comes out now
     */
    record Different(long event, String recorded, String replayed) implements Replay {}

    /**
     * Runs a trace again and compares.
     *
     * @param subject what the trace's scenario means
     * @param watcher looks on; a run that it ends is compared as far as it went
     * @throws IOException if the file cannot be read
     */
    static Replay of(TraceFile file, Subject subject, Watcher watcher) throws IOException {
        try (Comparison comparison = new Comparison(file.path())) {
            End end = file.end();
            Watcher both = (now, events) ->
                    !comparison.isOver() && !endsHere(end, subject, events) && watcher.goesOn(now, events);
            RunResult result = Runs.run(
                            subject,
                            file.seed(),
                            RunOptions.DEFAULT
                                    .keepGoing(file.keepGoing())
                                    .recording(new Recording.Stream(comparison))
                                    .watcher(both))
                    .result();
            Comparison.Difference difference = comparison.difference();
            if (difference != null) {
                return new Different(difference.event(), difference.recorded(), difference.replayed());
            }
            if (end == null) {
                return new CutOff(comparison.compared());
            }
            String digest = ResultJson.hexadecimal(result.extent().digest());
            boolean same = digest.equals(end.digest()) && result.extent().events() == end.events();
            return same
                    ? new Same(result)
                    : new Different(
                            comparison.compared() + 1,
                            "the end, after " + end.events() + " events, digest " + end.digest(),
                            "the end, after " + result.extent().events() + " events, digest " + digest);
        }
    }

    /** A run that was interrupted is ended where it was: the watcher of both is asked at the same events. */
    private static boolean endsHere(@Nullable End end, Subject subject, long events) {
        return end != null && end.at() < subject.scenario().duration() && events >= end.events();
    }
}
