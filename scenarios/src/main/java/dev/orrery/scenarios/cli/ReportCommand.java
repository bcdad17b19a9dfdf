package dev.orrery.scenarios.cli;

import dev.orrery.reports.Report;
import dev.orrery.reports.run.RunFolderException;
import dev.orrery.scenarios.folder.FolderException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code orrery report RUN}: writes a run's page again, and its charts. */
@Command(
        name = "report",
        description = "Writes the page of a run again, and its charts as PNG and SVG.",
        mixinStandardHelpOptions = true,
        versionProvider = Orrery.VersionProvider.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:written", " 2:there is no such run, it cannot be read, or a file cannot be written"},
        footer = {"%nExample:%n", "  orrery report runs/latest --open"})
final class ReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "RUN", description = "A run's folder.")
    private Path run = Path.of("");

    @Option(names = "--open", description = "Show the page in the desktop's browser.")
    private boolean open;

    @Override
    public Integer call() throws FolderException {
        if (!Files.isDirectory(run)) {
            throw new ParameterException(spec.commandLine(), "there is no folder " + run);
        }
        PrintWriter out = spec.commandLine().getOut();
        try {
            Path page = Report.write(run);
            out.println("  page       " + page);
            out.println("  charts     " + run.resolve(Report.CHARTS));
            out.flush();
            if (open && !Browser.open(page)) {
                spec.commandLine().getErr().println("orrery: this machine has no browser to open");
                spec.commandLine().getErr().flush();
            }
            return ExitCode.OK;
        } catch (RunFolderException none) {
            throw new ParameterException(spec.commandLine(), String.valueOf(none.getMessage()), none);
        } catch (IOException failed) {
            throw FolderException.of("write the report of", run, failed);
        }
    }
}
