package dev.orrery.scenarios.sweep;

import dev.orrery.scenarios.folder.FolderException;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.sim.random.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs the seeds of a part, one simulation on each thread. */
public final class Sweep {
    /** Nobody looks on, and nothing is kept. */
    public static final Overseer UNOBSERVED = new Overseer() {
        @Override
        public boolean at(long done, long failed) {
            return true;
        }

        @Override
        public void keep(String part) {}
    };

    private static final long LOOK_MILLIS = 20;
    private static final long KEEP_NANOS = 2_000_000_000L;

    private final Subject subject;
    private final SweepPlan plan;
    private final Limits limits;
    private final Ledger ledger;
    private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();

    /**
     * When a sweep comes to its end, and how many work on it.
     *
     * @param jobs how many threads, at least 1
     * @param failFast whether the first failure is the end
     * @param nanos how long it may take at most
     */
    public record Limits(int jobs, boolean failFast, long nanos) {}

    /** Looks on while a sweep goes on, from the thread that asked for it. */
    public interface Overseer {
        /**
         * Told every now and then how far it is.
         *
         * @param done how many seeds were run, also before this sweep went on where another had stopped
         * @param failed how many of them failed
         * @return whether it goes on
         */
        boolean at(long done, long failed);

        /**
         * Told every now and then, and at the end, how far it is; it may be kept to go on from there.
         *
         * @param part the text of a {@link PartFile}
         */
        void keep(String part) throws FolderException;
    }

    private Sweep(Subject subject, Part begun, Limits limits) {
        this.subject = subject;
        this.plan = begun.plan();
        this.limits = limits;
        ledger = new Ledger(begun, limits.failFast(), limits.jobs());
    }

    /** Runs all seeds of a plan from the first. */
    public static Part run(Subject subject, SweepPlan plan, Limits limits, Overseer overseer) throws FolderException {
        return goOn(subject, Part.begin(plan), limits, overseer);
    }

    /**
     * Goes on from where a part has come to. The same seeds give the same part, whatever the limits and however often it was
     * left and gone on with.
     *
     * @throws FolderException if the overseer cannot keep the part
     */
    public static Part goOn(Subject subject, Part begun, Limits limits, Overseer overseer) throws FolderException {
        return new Sweep(subject, begun, limits).run(overseer);
    }

    private Part run(Overseer overseer) throws FolderException {
        List<Thread> workers = new ArrayList<>();
        for (int i = 1; i <= limits.jobs(); i++) {
            Thread worker = new Thread(this::work, "sweep-" + i);
            worker.setDaemon(true);
            worker.start();
            workers.add(worker);
        }
        try {
            oversee(workers, overseer);
        } finally {
            ledger.end(Ending.INTERRUPTED);
        }
        overseer.keep(ledger.look(plan, PartFile::text));
        return ledger.look(plan, part -> part);
    }

    private void oversee(List<Thread> workers, Overseer overseer) throws FolderException {
        long began = System.nanoTime();
        long keepAfter = KEEP_NANOS;
        for (Thread worker : workers) {
            while (isAlive(worker)) {
                long passed = System.nanoTime() - began;
                if (passed > limits.nanos()) {
                    ledger.end(Ending.TIME_LIMIT);
                }
                Ledger.Progress progress = ledger.progress();
                if (!overseer.at(progress.done(), progress.failed())) {
                    ledger.end(Ending.INTERRUPTED);
                }
                if (passed > keepAfter) {
                    keepAfter = passed + KEEP_NANOS;
                    overseer.keep(ledger.look(plan, PartFile::text));
                }
            }
        }
        // A short sweep is over before the first look at it.
        Ledger.Progress whole = ledger.progress();
        overseer.at(whole.done(), whole.failed());
        Throwable thrown = broken.get();
        if (thrown != null) {
            throw new IllegalStateException("a sweep's worker broke", thrown);
        }
    }

    private boolean isAlive(Thread worker) {
        try {
            worker.join(LOOK_MILLIS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
            ledger.end(Ending.INTERRUPTED);
        }
        return worker.isAlive();
    }

    private void work() {
        try {
            for (Ledger.Batch batch = ledger.take(); batch != null; batch = ledger.take()) {
                run(batch);
            }
        } catch (InterruptedException | RuntimeException | Error ours) {
            broken.compareAndSet(null, ours);
            ledger.end(Ending.INTERRUPTED);
        }
    }

    private void run(Ledger.Batch batch) {
        long began = System.nanoTime();
        Tally tally = new Tally(plan.goals());
        long place = batch.from();
        while (place < batch.to()
                && ledger.isWanted(place)
                && !(limits.failFast() && tally.failures.runs() > 0)
                && run(place, tally)) {
            place++;
        }
        ledger.finish(batch, place, tally, System.nanoTime() - began);
    }

    /** Runs one seed; false if nobody wants it any more before it is at its end. */
    private boolean run(long place, Tally tally) {
        return SeedRun.add(subject, new Seed(plan.range().first() + place), tally, () -> ledger.isWanted(place));
    }
}
