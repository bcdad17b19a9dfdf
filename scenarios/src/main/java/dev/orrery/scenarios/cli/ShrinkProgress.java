package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.Scenario;
import dev.orrery.sim.time.Durations;
import java.io.PrintWriter;

/** Says how far shrinking is: on a terminal in one line that goes away again, else one line for each thing made smaller. */
final class ShrinkProgress {
    private static final long EVERY_NANOS = 200_000_000L;
    private static final String ERASE = "\r\u001B[K";

    private final PrintWriter err;
    private final boolean shown;
    private final boolean terminal;
    private String last = "";
    private long next = System.nanoTime() + EVERY_NANOS;
    private boolean printed;

    /** Shows nothing yet. */
    ShrinkProgress(PrintWriter err, boolean shown, boolean terminal) {
        this.err = err;
        this.shown = shown;
        this.terminal = terminal;
    }

    /** So many runs are over. */
    void at(int runs) {
        if (!shown || !terminal || System.nanoTime() < next) {
            return;
        }
        next = System.nanoTime() + EVERY_NANOS;
        err.print(ERASE + Figures.count(runs, "run") + (last.isEmpty() ? "" : "; fewer " + last));
        err.flush();
        printed = true;
    }

    /** Something was made smaller. */
    void smaller(String dimension, int runs, Scenario soFar) {
        last = dimension + ", " + Durations.brief(soFar.duration()) + ", "
                + Figures.count(soFar.faults().faults().size(), "fault");
        if (shown && !terminal) {
            err.println("  after " + Figures.count(runs, "run") + " smaller: " + dimension);
            err.flush();
        }
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
