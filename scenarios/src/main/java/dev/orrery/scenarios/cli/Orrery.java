package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.version.Version;
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
        subcommands = {BenchCommand.class, ExplainCommand.class},
        exitCodeOnExecutionException = 70)
public final class Orrery {

    private Orrery() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The whole command line, ready to execute. */
    static CommandLine commandLine() {
        return new CommandLine(new Orrery())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new UsageErrors());
    }

    static final class VersionProvider implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"orrery " + Version.current()};
        }
    }
}
