package dev.orrery.scenarios.replay;

import dev.orrery.scenarios.explore.WayTrace;
import dev.orrery.scenarios.replay.TraceFile.End;
import dev.orrery.scenarios.result.ResultJson;
import dev.orrery.scenarios.result.RunResult;
import dev.orrery.scenarios.run.Recording;
import dev.orrery.scenarios.run.RunOptions;
import dev.orrery.scenarios.run.Runs;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.scenarios.run.Watcher;
import java.io.IOException;
import java.util.List;

/** How running a trace again came out. */
public sealed interface Replay {

    /** How many events lie between two checkpoints of a digest. */
    long EVENTS_A_CHECKPOINT = 1 << 16;

    /**
     * Each event is the same, and so is the end.
     *
     * @param result of the new run
     */
    record Same(RunResult result) implements Replay {}

    /**
     * Each step of a way that a search found is the same.
     *
     * @param steps how many
     */
    record SameWay(int steps) implements Replay {}

    /**
     * Each event is the same, as far as there are any: the file has no end.
     *
     * @param events how many there are
     */
    record CutOff(long events) implements Replay {}

    /**
     * Not the same.
     *
     * @param event the first that differs, from 1, or one before it as near as is known
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
        RecordedWay way = file.way();
        if (way != null) {
            return ofWay(file, way, subject);
        }
        try (Comparison comparison = new Comparison(file.path())) {
            End end = file.end();
            Watcher both = watcher.and((now, events) ->
                    !comparison.isOver() && (end == null || !endsHere(end.at(), end.events(), subject, events)));
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

    /** Goes a way again. */
    private static Replay ofWay(TraceFile file, RecordedWay way, Subject subject) throws IOException {
        try (Comparison comparison = new Comparison(file.path())) {
            WayTrace again = new WayTrace(subject, file.seed(), way.extent(), way.steps());
            again.write(comparison);
            Comparison.Difference difference = comparison.difference();
            if (difference != null) {
                return new Different(difference.event(), difference.recorded(), difference.replayed());
            }
            return file.end() == null
                    ? new CutOff(comparison.compared())
                    : new SameWay(way.steps().size());
        } catch (IllegalArgumentException impossible) {
            return new Different(1, "a way", String.valueOf(impossible.getMessage()));
        }
    }

    /**
     * Runs again what a result is of, and compares the ends: the digest is over all events.
     *
     * @param subject what the scenario beside the result means
     * @param watcher looks on; a run that it ends is different
     */
    static Replay of(ResultFile file, Subject subject, Watcher watcher) {
        Watcher both = watcher.and((now, events) -> !endsHere(file.virtualNanos(), file.events(), subject, events));
        RunOptions options = RunOptions.DEFAULT.keepGoing(file.keepGoing()).watcher(both);
        RunResult result = Runs.run(subject, file.seed(), options).result();
        String digest = ResultJson.hexadecimal(result.extent().digest());
        if (digest.equals(file.digest()) && result.extent().events() == file.events()) {
            return new Same(result);
        }
        List<Long> checkpoints = result.extent().checkpoints();
        int same = 0;
        while (same < checkpoints.size()
                && same < file.checkpoints().size()
                && ResultJson.hexadecimal(checkpoints.get(same))
                        .equals(file.checkpoints().get(same))) {
            same++;
        }
        return new Different(
                1 + same * EVENTS_A_CHECKPOINT,
                "digest " + file.digest() + " after " + file.events() + " events",
                "digest " + digest + " after " + result.extent().events() + " events");
    }

    /** A run that was interrupted is ended where it was: the watchers of both are asked at the same events. */
    private static boolean endsHere(long endedAt, long endEvents, Subject subject, long events) {
        return endedAt < subject.scenario().duration() && events >= endEvents;
    }
}
