package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.folder.FolderException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong while a command ran: in a line what somebody can do something about, in full what is ours. */
final class ExecutionErrors implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (error instanceof FolderException) {
            err.println("error: " + error.getMessage());
            err.flush();
            return ExitCode.USAGE;
        }
        if (error instanceof UnreadableFileException) {
            err.println(error.getMessage());
            err.flush();
            return ExitCode.USAGE;
        }
        internal(error, err);
        return ExitCode.INTERNAL;
    }

    /** Tells all about an error that nobody but us can mend. */
    static void internal(Throwable error, PrintWriter err) {
        err.println("internal error: please report it, with the command and what follows");
        error.printStackTrace(err);
        err.flush();
    }
}
