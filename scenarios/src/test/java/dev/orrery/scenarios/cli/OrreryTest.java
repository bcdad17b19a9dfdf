package dev.orrery.scenarios.cli;

import static dev.orrery.scenarios.cli.CommandLineRun.orrery;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.cli.CommandLineRun.Outcome;
import dev.orrery.scenarios.language.ProblemCode;
import org.junit.jupiter.api.Test;

final class OrreryTest {

    @Test
    void everyCodeIsExplained() {
        for (ProblemCode code : ProblemCode.values()) {
            assertEquals(
                    new Outcome(0, code.id() + ": " + code.title() + "\n\n" + code.explanation() + "\n", ""),
                    orrery("explain", code.id()));
        }
    }

    @Test
    void theCaseOfACodeDoesNotMatter() {
        assertEquals(orrery("explain", "S014"), orrery("explain", "s014"));
    }

    @Test
    void anUnknownCodeIsAUsageError() {
        assertEquals(
                usageError("nothing to explain has the name 'S999'", "orrery explain --help"),
                orrery("explain", "S999"));
        assertEquals(
                usageError("nothing to explain has the name 's14', did you mean 'S014'?", "orrery explain --help"),
                orrery("explain", "s14"));
    }

    @Test
    void aMistypedCommandIsGuessed() {
        assertEquals(
                usageError("unknown command 'explian', did you mean 'explain'?", "orrery --help"),
                orrery("explian", "S001"));
        assertEquals(
                usageError("unknown command 'EXPLAIN', did you mean 'explain'?", "orrery --help"), orrery("EXPLAIN"));
        assertEquals(usageError("unknown command 'frobnicate'", "orrery --help"), orrery("frobnicate"));
    }

    @Test
    void aMistypedOptionIsGuessed() {
        assertEquals(
                usageError("unknown option '--hlep', did you mean '--help'?", "orrery explain --help"),
                orrery("explain", "S001", "--hlep"));
    }

    @Test
    void oneArgumentTooManyIsNamed() {
        assertEquals(
                usageError("one argument too many: 'S002'", "orrery explain --help"),
                orrery("explain", "S001", "S002"));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertEquals(usageError("Missing required subcommand", "orrery --help"), orrery());
        assertEquals(usageError("Missing required parameter: 'RUN|WORD'", "orrery explain --help"), orrery("explain"));
    }

    @Test
    void helpIsAResult() {
        Outcome help = orrery("--help");
        assertEquals(0, help.exitCode());
        assertTrue(help.out().startsWith("Usage: orrery [-hV] COMMAND\n"), help::out);
        assertTrue(help.out().contains("\n  explain  "), help::out);
    }

    private static Outcome usageError(String message, String help) {
        return new Outcome(2, "", "error: " + message + "\ntry: " + help + "\n");
    }
}
