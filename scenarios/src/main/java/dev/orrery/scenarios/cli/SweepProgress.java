package dev.orrery.scenarios.cli;

import java.io.PrintWriter;

/** Says how far a sweep is: on a terminal in a line that is written over, elsewhere in one line for each tenth. */
final class SweepProgress {
    private static final long EVERY_NANOS = 200_000_000L;
    private static final int TENTHS = 10;
    private static final String ERASE = "\r\u001B[K";

    private final PrintWriter err;
    private final boolean quiet;
    private final boolean terminal;
    private final long all;
    private final long before;
    private final long began = System.nanoTime();
    private long next = began + EVERY_NANOS;
    private long tenth;
    private boolean printed;

    /**
     * Says nothing yet.
     *
     * @param all how many seeds there are
     * @param before how many of them were run earlier
     */
    SweepProgress(PrintWriter err, boolean quiet, boolean terminal, long all, long before) {
        this.err = err;
        this.quiet = quiet;
        this.terminal = terminal;
        this.all = all;
        this.before = before;
        tenth = before * TENTHS / all;
    }

    /** So many seeds were run, and so many of them failed. */
    void at(long done, long failed) {
        if (quiet) {
            return;
        }
        long now = System.nanoTime();
        if (terminal && now >= next) {
            next = now + EVERY_NANOS;
            err.print(ERASE + line(done, failed, now));
            err.flush();
            printed = true;
        } else if (!terminal && done * TENTHS / all > tenth) {
            tenth = done * TENTHS / all;
            err.println(line(done, failed, now));
            err.flush();
        }
    }

    private String line(long done, long failed, long now) {
        double seconds = (now - began) / 1e9;
        double rate = (done - before) / Math.max(1e-9, seconds);
        String left = rate == 0 ? "" : ", " + Figures.wallTime((long) ((all - done) / rate * 1e9)) + " left";
        return Figures.count(done) + " of " + Figures.count(all) + " seeds, " + Figures.count(failed) + " failed, "
                + Figures.count(Math.round(rate)) + "/s" + left;
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
