package dev.orrery.scenarios.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs one command in this process. */
final class CommandLineRun {

    /** How it ended, and what it printed, in lines that end in LF. */
    record Outcome(int exitCode, String out, String err) {}

    private CommandLineRun() {}

    static Outcome orrery(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Orrery.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
        return new Outcome(exitCode, lines(out), lines(err));
    }

    private static String lines(StringWriter written) {
        return written.toString().replace(System.lineSeparator(), "\n");
    }
}
