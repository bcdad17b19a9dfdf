package dev.orrery.scenarios.sweep;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the seeds of a part in their order, a few at a time, and adds up in the same order what became of them. So at
 * any time it knows all about the first so many seeds, and nothing about the others: that is what makes a sweep that ends
 * early, at its first failure or because somebody wants it to, as good as a shorter one.
 */
final class Ledger {
    /** A worker comes back about as often, so that little is lost when it ends and little waits for it. */
    private static final long BATCH_NANOS = 50_000_000;

    private static final long LARGEST_BATCH = 256;

    /** How many batches for each worker may wait for an earlier one, before workers wait too. */
    private static final int PATIENCE = 32;

    private final long count;
    private final boolean failFast;
    private final int mostWaiting;
    private final Tally tally;
    /** Batches that are back before an earlier one, by their first place. */
    private final Map<Long, Finished> waiting = new TreeMap<>();

    /** Whether the failure that is to be the end has been added up. */
    private boolean failed;

    private long taken;
    private long merged;
    private long busyNanos;
    private long finished;
    private @Nullable Ending ending;

    /** The last seed that anybody cares about, as its place from 0. */
    private volatile long last;

    /**
     * Seeds that one worker runs one after the other.
     *
     * @param from the place of the first, from 0
     * @param to the place after the last
     */
    record Batch(long from, long to) {}

    /**
     * What became of a batch.
     *
     * @param upTo the place after the last seed that was run
     * @param tally what is known of their runs
     */
    private record Finished(long upTo, Tally tally) {}

    /**
     * Goes on from where a part has come to.
     *
     * @param failFast whether the first failure is the end
     */
    Ledger(Part part, boolean failFast, int workers) {
        count = part.plan().range().count();
        this.failFast = failFast;
        mostWaiting = PATIENCE * workers;
        tally = part.tally();
        taken = part.done();
        merged = part.done();
        last = count - 1;
    }

    /** The next seeds to run; null if there are no more. Waits while a much earlier batch is not back. */
    synchronized @Nullable Batch take() throws InterruptedException {
        while (waiting.size() >= mostWaiting && taken <= last) {
            wait();
        }
        if (taken > last) {
            return null;
        }
        long mean = finished == 0 ? BATCH_NANOS : Math.max(1, busyNanos / finished);
        long size = Math.max(1, Math.min(LARGEST_BATCH, BATCH_NANOS / mean));
        Batch batch = new Batch(taken, Math.min(count, taken + size));
        taken = batch.to();
        return batch;
    }

    /** Whether the run of the seed at this place still counts. */
    boolean isWanted(long place) {
        return place <= last;
    }

    /** A batch is back, run up to a place; it is not run to its end if somebody ended it, or at a failure. */
    synchronized void finish(Batch batch, long upTo, Tally found, long nanos) {
        busyNanos += nanos;
        finished += upTo - batch.from();
        if (failFast && found.failures.runs() > 0 && upTo - 1 < last) {
            last = upTo - 1;
        }
        if (upTo > batch.from()) {
            waiting.put(batch.from(), new Finished(upTo, found));
        }
        // A batch that was not run to its end is followed by a gap: what comes after it is never added.
        while (!failed && waiting.containsKey(merged)) {
            Finished next = waiting.remove(merged);
            tally.add(next.tally());
            merged = next.upTo();
            failed = failFast && next.tally().failures.runs() > 0;
        }
        notifyAll();
    }

    /** Nothing more is to be run. */
    synchronized void end(Ending why) {
        if (ending == null) {
            ending = why;
            last = -1;
            notifyAll();
        }
    }

    /** How many seeds are run, and how many of them failed, of those that are added up already. */
    synchronized Progress progress() {
        return new Progress(merged, count, tally.failures.runs());
    }

    /** Looks at how far it has come; meanwhile no worker comes back. */
    synchronized <T> T look(SweepPlan plan, Function<Part, T> eyes) {
        Ending why = failed ? Ending.FIRST_FAILURE : ending == null ? Ending.INTERRUPTED : ending;
        return eyes.apply(new Part(plan, merged, tally, merged == count ? Ending.COMPLETE : why));
    }

    /**
     * How far a sweep is.
     *
     * @param done how many seeds were run
     * @param all how many there are
     * @param failed how many runs failed
     */
    record Progress(long done, long all, long failed) {}
}
