package dev.orrery.scenarios.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/** Runs commands of the program in this very process. */
final class Shell {
    private Shell() {}

    /**
     * What a command left.
     *
     * @param exitCode its exit code
     * @param out what it printed to standard output
     * @param err what it printed to standard error
     */
    record Outcome(int exitCode, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    static Outcome run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Orrery.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exitCode = command.execute(words);
        return new Outcome(exitCode, out.toString(), err.toString());
    }
}
