package dev.orrery.scenarios.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line in two lines: the error, with what was probably meant, and where help is. */
final class UsageErrors implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException error, String[] args) {
        CommandSpec command = error.getCommandLine().getCommandSpec();
        PrintWriter err = error.getCommandLine().getErr();
        err.println("error: " + message(error));
        err.println("try: " + command.qualifiedName() + " --help");
        err.flush();
        return command.exitCodeOnInvalidInput();
    }

    private static String message(ParameterException error) {
        if (error instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unknown(error.getCommandLine(), unmatched.getUnmatched().get(0));
        }
        return String.valueOf(error.getMessage());
    }

    private static String unknown(CommandLine command, String word) {
        List<String> known = new ArrayList<>();
        String what;
        if (word.startsWith("-")) {
            what = "unknown option";
            command.getCommandSpec().options().forEach(option -> known.addAll(List.of(option.names())));
        } else if (command.getSubcommands().isEmpty()) {
            what = "one argument too many:";
        } else {
            what = "unknown command";
            known.addAll(command.getSubcommands().keySet());
        }
        return UnknownWord.message(what, word, known);
    }
}
