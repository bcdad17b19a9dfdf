package dev.orrery.sim;

/**
 * How closely a run is watched. Nothing here changes what happens, and so not the digest either; only how far a run goes
 * on after something was found.
 *
 * @param keepGoing whether the run goes on after the first violation of an invariant
 * @param sweepEvery how many events lie between two looks at the expensive part of the invariants, at least 1; they are
 *     looked at once more at the end in any case
 * @param traceEvents how many of the last events the trace keeps in memory; 0 for no trace
 * @param paranoid whether messages are looked at when they are sent and when they arrive, so that nobody changes one
 *     unnoticed; a run takes several times as long
 */
public record Scrutiny(boolean keepGoing, int sweepEvery, int traceEvents, boolean paranoid) {
    /** Ends at the first violation, sweeps every ten thousand events, and keeps no trace. */
    public static final Scrutiny DEFAULT = new Scrutiny(false, 10_000, 0, false);

    /** Checks the numbers. */
    public Scrutiny {
        if (sweepEvery < 1) {
            throw new IllegalArgumentException("invariants are swept every 1 event or more, not " + sweepEvery);
        }
        if (traceEvents < 0) {
            throw new IllegalArgumentException("a trace keeps 0 events or more, not " + traceEvents);
        }
    }

    /** The same, but going on after a violation. */
    public Scrutiny goingOn() {
        return new Scrutiny(true, sweepEvery, traceEvents, paranoid);
    }

    /** The same with another interval between sweeps. */
    public Scrutiny sweepingEvery(int events) {
        return new Scrutiny(keepGoing, events, traceEvents, paranoid);
    }

    /** The same with a trace of this many events in memory. */
    public Scrutiny tracing(int events) {
        return new Scrutiny(keepGoing, sweepEvery, events, paranoid);
    }

    /** The same, but paranoid. */
    public Scrutiny suspecting() {
        return new Scrutiny(keepGoing, sweepEvery, traceEvents, true);
    }
}
