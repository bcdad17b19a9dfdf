package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.version.Version;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program: one command, whose subcommands do the work. */
@Command(
        name = "orrery",
        description = "A deterministic simulator for distributed systems: turn the same crank, get the same sky.",
        mixinStandardHelpOptions = true,
        versionProvider = Orrery.VersionProvider.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            SweepCommand.class,
            ReplayCommand.class,
            ShrinkCommand.class,
            MutantsCommand.class,
            DiffCommand.class,
            CheckCommand.class,
            ExportCommand.class,
            ReportCommand.class,
            ValidateCommand.class,
            ListCommand.class,
            ExplainCommand.class,
            SchemaCommand.class,
            NewCommand.class,
            BenchCommand.class
        },
        exitCodeOnExecutionException = ExitCode.INTERNAL)
public final class Orrery {

    /** What POSIX systems say when the program that reads has ended. */
    private static final String BROKEN_PIPE = "Broken pipe";

    private Orrery() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(execute(args));
    }

    private static int execute(String[] args) {
        CommandLine command = commandLine();
        try {
            int exitCode = command.execute(args);
            boolean unprinted = command.getOut().checkError() || System.out.checkError();
            return unprinted ? unprinted(exitCode, command.getErr()) : exitCode;
        } catch (OutOfMemoryError full) {
            command.getErr()
                    .println(
                            "error: out of memory; give Java more, as in JAVA_TOOL_OPTIONS=-Xmx4g, or run for less time");
            command.getErr().flush();
            return ExitCode.INTERNAL;
        } catch (Error error) {
            ExecutionErrors.internal(error, command.getErr());
            return ExitCode.INTERNAL;
        }
    }

    /** Nobody reads to the end, as before {@code head}, which is their business; or the result is not where it should be. */
    private static int unprinted(int exitCode, PrintWriter err) {
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write('\n');
        } catch (IOException failed) {
            if (BROKEN_PIPE.equals(failed.getMessage())) {
                return exitCode;
            }
            err.println("error: cannot write to standard output: " + failed.getMessage());
            err.flush();
        }
        return exitCode == ExitCode.OK ? ExitCode.USAGE : exitCode;
    }

    /** The whole command line, ready to execute. */
    static CommandLine commandLine() {
        CommandLine orrery = new CommandLine(new Orrery())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new UsageErrors())
                .setExecutionExceptionHandler(new ExecutionErrors());
        HistoryHelp.addTo(orrery);
        return orrery;
    }

    static final class VersionProvider implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"orrery " + Version.current()};
        }
    }
}
