package dev.orrery.scenarios.folder;

import dev.orrery.scenarios.folder.RunFolder.NewFile;
import dev.orrery.scenarios.replay.NoTraceException;
import dev.orrery.scenarios.replay.Replay;
import dev.orrery.scenarios.replay.TraceFile;
import dev.orrery.scenarios.result.RunResult;
import dev.orrery.scenarios.result.Verdict;
import dev.orrery.scenarios.run.FinishedRun;
import dev.orrery.scenarios.run.Recording;
import dev.orrery.scenarios.run.RunOptions;
import dev.orrery.scenarios.run.Runs;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.sim.random.Seed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A run whose trace goes into its folder. Since a run is a function of scenario and seed, a trace costs nothing until
 * somebody needs it: a run that fails is simply run again.
 */
public final class TracedRun {
    /** A run of more events is traced in part, unless somebody asks for all of it. */
    static final long MOST_UNASKED = 2_000_000;

    /** How many of its last events are kept then. */
    private static final int LAST = 1_000_000;

    private final Subject subject;
    private final Seed seed;
    private final RunOptions options;
    private final RunFolder folder;

    /** A run that has not begun. */
    public TracedRun(Subject subject, Seed seed, RunOptions options, RunFolder folder) {
        this.subject = subject;
        this.seed = seed;
        this.options = options;
        this.folder = folder;
    }

    /**
     * Runs, and keeps every event.
     *
     * @throws FolderException if the trace cannot be written
     */
    public FinishedRun always() throws FolderException {
        try (NewFile file = folder.open(RunFolder.TRACE)) {
            FinishedRun run = Runs.run(subject, seed, options.recording(new Recording.Stream(file.out())));
            file.keep();
            return run;
        } catch (UncheckedIOException failed) {
            throw FolderException.of("write", folder.path().resolve(RunFolder.TRACE), failed);
        } catch (IOException failed) {
            throw FolderException.of("write", folder.path().resolve(RunFolder.TRACE), failed);
        }
    }

    /**
     * Runs and, if a check fails, runs again to keep every event, or of very many the last.
     *
     * @throws FolderException if the trace cannot be written
     * @throws NotDeterministicException if the second run went another way
     */
    public FinishedRun ifItFails() throws FolderException, NotDeterministicException {
        FinishedRun first = Runs.run(subject, seed, options);
        RunResult result = first.result();
        if (result.judgement().verdict() != Verdict.FAIL || result.judgement().interrupted()) {
            return first;
        }
        FinishedRun second = result.extent().events() > MOST_UNASKED ? lastOnly() : always();
        if (!second.result().judgement().interrupted()
                && second.result().extent().digest() != result.extent().digest()) {
            throw new NotDeterministicException(result, second.result());
        }
        return first;
    }

    private FinishedRun lastOnly() throws FolderException {
        FinishedRun run = Runs.run(subject, seed, options.recording(new Recording.Last(LAST)));
        folder.writeBytes(RunFolder.TRACE, run::writeTrace);
        folder.note("the trace holds the last " + LAST + " events; --trace keeps all of them");
        return run;
    }

    /**
     * Runs twice, and compares the two event by event.
     *
     * @throws FolderException if the trace cannot be written or read
     * @throws NotDeterministicException if the second run went another way
     */
    public FinishedRun twice() throws FolderException, NotDeterministicException {
        FinishedRun first = always();
        Path trace = folder.path().resolve(RunFolder.TRACE);
        try {
            Replay replay = Replay.of(TraceFile.read(trace), subject, options.watcher());
            boolean whole = !first.result().judgement().interrupted();
            if (whole && replay instanceof Replay.Different different) {
                throw new NotDeterministicException(different);
            }
            return first;
        } catch (IOException failed) {
            throw FolderException.of("read", trace, failed);
        } catch (NoTraceException ours) {
            throw new IllegalStateException("a trace that was just written cannot be read", ours);
        }
    }
}
