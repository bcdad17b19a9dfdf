package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.explore.Extent;
import dev.orrery.scenarios.explore.ScenarioModel;
import dev.orrery.scenarios.explore.WayTrace;
import dev.orrery.scenarios.folder.FolderException;
import dev.orrery.scenarios.folder.RunFolder;
import dev.orrery.scenarios.folder.SavedRun;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.sim.check.Check;
import dev.orrery.sim.explore.Bounds;
import dev.orrery.sim.explore.Counterexample;
import dev.orrery.sim.explore.Exploration;
import dev.orrery.sim.explore.Exploration.Ending;
import dev.orrery.sim.explore.Model;
import dev.orrery.sim.explore.Search;
import dev.orrery.sim.random.Seed;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** {@code orrery run --scheduler exhaustive}: all that can happen within bounds, and a verdict over it. */
final class ExhaustiveRun {
    private final CommandLine command;
    private final Subject subject;
    private final Seed seed;
    private final Bounds bounds;
    private final ExhaustiveOptions options;
    private final OutputOptions output;
    private final RunFolder folder;

    ExhaustiveRun(
            CommandLine command,
            Subject subject,
            Seed seed,
            Bounds bounds,
            ExhaustiveOptions options,
            OutputOptions output,
            RunFolder folder) {
        this.command = command;
        this.subject = subject;
        this.seed = seed;
        this.bounds = bounds;
        this.options = options;
        this.output = output;
        this.folder = folder;
    }

    /** Searches, prints what was found, and keeps the way to a violation. */
    int run(boolean json, Reproduction reproduction) throws FolderException {
        Extent extent = options.extent();
        Model model = model(extent);
        PrintWriter out = command.getOut();
        long began = System.nanoTime();
        Exploration found = explore(model);
        long nanos = System.nanoTime() - began;
        Counterexample counterexample = found.counterexample();
        WayTrace way = null;
        if (counterexample != null) {
            WayTrace gone = new WayTrace(subject, seed, extent, counterexample.way());
            folder.writeBytes(RunFolder.TRACE, gone::write);
            SavedRun.save(folder, gone, gone.result(counterexample, nanos), reproduction.anywhere());
            ReportPage.write(folder);
            way = gone;
        }
        ExhaustiveSummary summary = new ExhaustiveSummary(subject.scenario(), bounds, found, nanos, output.marks());
        if (json) {
            ExhaustiveJson.write(subject, seed, bounds, found, nanos, reproduction.anywhere(), out);
        } else {
            if (!output.quiet()) {
                summary.body(way).forEach(out::println);
            }
            out.println(summary.verdict());
            if (!summary.expected()) {
                out.println("  reproduce  " + reproduction.typed());
            }
            if (way != null && !output.quiet()) {
                out.println("  report     " + folder.path().resolve(RunFolder.REPORT));
                out.println("  trace      " + folder.path().resolve(RunFolder.TRACE));
            }
        }
        out.flush();
        return exitCode(found, summary.expected());
    }

    private Model model(Extent extent) {
        if (subject.scenario().checks().stream().noneMatch(Check.OnNodes.class::isInstance)) {
            throw new ParameterException(
                    command, "the scenario has no check of the nodes, and a search judges no other");
        }
        try {
            Model model = ScenarioModel.of(subject.scenario(), seed, extent);
            return options.withoutSymmetry() ? model.withoutSymmetry() : model;
        } catch (IllegalArgumentException tooLarge) {
            throw new ParameterException(command, String.valueOf(tooLarge.getMessage()), tooLarge);
        }
    }

    private Exploration explore(Model model) {
        PrintWriter err = command.getErr();
        boolean telling = !output.quiet() && Terminal.isError();
        try (Interruption interruption = Interruption.watch()) {
            return new Search(model, bounds, options.order()).run((states, steps, depth) -> {
                if (telling) {
                    err.print("\r" + Figures.count(states) + " states, " + depth + " steps deep ");
                    err.flush();
                }
                return !interruption.isRequested();
            });
        } finally {
            if (telling) {
                err.print("\r\u001B[K");
                err.flush();
            }
        }
    }

    private static int exitCode(Exploration found, boolean expected) {
        if (found.ending() == Ending.INTERRUPTED) {
            return ExitCode.INTERRUPTED;
        }
        if (expected) {
            return ExitCode.OK;
        }
        return found.ending() == Ending.FULL ? ExitCode.INCONCLUSIVE : ExitCode.FAILED;
    }
}
