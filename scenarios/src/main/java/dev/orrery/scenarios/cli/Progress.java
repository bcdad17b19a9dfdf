package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.run.Watcher;
import dev.orrery.sim.time.Durations;
import java.io.PrintWriter;

/** A line that says how far a long run is, on a terminal, and goes away again. */
final class Progress implements Watcher {
    private static final long FIRST_NANOS = 1_000_000_000L;
    private static final long EVERY_NANOS = 200_000_000L;
    private static final String ERASE = "\r\u001B[K";

    private final PrintWriter err;
    private final boolean shown;
    private final long duration;
    private final long began = System.nanoTime();
    private long next = began + FIRST_NANOS;
    private boolean printed;

    /**
     * Shows nothing yet.
     *
     * @param shown whether there is anybody to show it to
     * @param duration virtual nanoseconds that the run takes
     */
    Progress(PrintWriter err, boolean shown, long duration) {
        this.err = err;
        this.shown = shown;
        this.duration = duration;
    }

    @Override
    public boolean goesOn(long now, long events) {
        if (shown && System.nanoTime() >= next) {
            show(now, events);
        }
        return true;
    }

    private void show(long now, long events) {
        next = System.nanoTime() + EVERY_NANOS;
        double seconds = (System.nanoTime() - began) / 1e9;
        err.print(ERASE + Durations.brief(now) + " of " + Durations.brief(duration) + " virtual, "
                + Figures.count(events) + " events, " + Figures.count(Math.round(events / seconds)) + "/s");
        err.flush();
        printed = true;
    }

    /** Takes the line away. */
    void end() {
        if (printed) {
            err.print(ERASE);
            err.flush();
            printed = false;
        }
    }
}
