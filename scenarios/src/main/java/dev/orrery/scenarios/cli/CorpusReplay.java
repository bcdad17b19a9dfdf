package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.corpus.Corpus;
import dev.orrery.scenarios.corpus.NoCaseException;
import dev.orrery.scenarios.corpus.Recurrence;
import dev.orrery.scenarios.corpus.SavedCase;
import dev.orrery.scenarios.run.Watcher;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** Runs saved cases again, and says of each whether it still fails. */
final class CorpusReplay {
    private final PrintWriter out;
    private final Marks marks;
    private final boolean quiet;
    private int failing;
    private int fixed;
    private int unknown;

    CorpusReplay(PrintWriter out, Marks marks, boolean quiet) {
        this.out = out;
        this.marks = marks;
        this.quiet = quiet;
    }

    /**
     * Runs them.
     *
     * @return the exit code
     * @throws IOException if one of them cannot be read
     */
    int run(List<Path> files, Watcher watcher, Interruption interruption) throws IOException {
        for (Path file : files) {
            if (interruption.isRequested()) {
                return ExitCode.INTERRUPTED;
            }
            try {
                SavedCase saved = Corpus.read(file);
                tell(file, saved, Recurrence.of(saved, watcher));
            } catch (NoCaseException none) {
                unknown++;
                out.println(marks.unknown() + " " + file.getFileName() + "  " + none.getMessage());
            }
            out.flush();
        }
        out.println((failing > 0 ? marks.bad("FAILED") : unknown > 0 ? marks.doubtful("UNKNOWN") : marks.good("PASSED"))
                + "  " + Figures.count(files.size(), "case") + ": " + failing + " still fail, " + fixed + " fixed, "
                + unknown + " no longer apply");
        out.flush();
        return failing > 0 ? ExitCode.FAILED : unknown > 0 ? ExitCode.INCONCLUSIVE : ExitCode.OK;
    }

    private void tell(Path file, SavedCase saved, Recurrence recurrence) {
        switch (recurrence.outcome()) {
            case STILL_FAILS, STILL_FAILS_ANOTHER_WAY -> failing++;
            case FIXED -> fixed++;
            case NO_LONGER_APPLIES -> unknown++;
        }
        if (quiet) {
            return;
        }
        String name = String.valueOf(file.getFileName());
        String check = saved.signature().check();
        out.println(
                switch (recurrence.outcome()) {
                    case STILL_FAILS -> marks.fail() + " " + name + "  still fails " + check + ", the same run";
                    case STILL_FAILS_ANOTHER_WAY ->
                        marks.fail() + " " + name + "  still fails " + check + ", though not all events are the same";
                    case FIXED -> marks.pass() + " " + name + "  fixed: " + check + " holds";
                    case NO_LONGER_APPLIES -> marks.unknown() + " " + name + "  no longer applies";
                });
        if (!recurrence.words().isEmpty()) {
            out.println("      " + recurrence.words());
        }
    }
}
