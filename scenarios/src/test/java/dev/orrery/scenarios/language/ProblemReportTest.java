package dev.orrery.scenarios.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ProblemReportTest {

    private static final SourceText SOURCE = SourceText.of("raft.yaml", "name: x\nseed: 1\nprotocl: raft\nseed: 2\n");

    @Test
    void allErrorsAreShownInTheOrderOfTheFile() {
        Problem duplicate = problem(ProblemCode.DUPLICATE_KEY, 4, 1, 4, "the key 'seed' is given twice, first at 2:1");
        Problem unknown =
                new Problem(ProblemCode.UNKNOWN_KEY, "raft.yaml", 3, 1, 7, "unknown key 'protocl'", "protocol");
        assertEquals("""
                error[S014]: unknown key 'protocl'
                 --> raft.yaml:3:1
                  |
                3 | protocl: raft
                  | ^^^^^^^ did you mean 'protocol'?
                error[S015]: the key 'seed' is given twice, first at 2:1
                 --> raft.yaml:4:1
                  |
                4 | seed: 2
                  | ^^^^
                2 errors, nothing was run. More: orrery explain S014
                """, report(SOURCE, duplicate, unknown));
    }

    @Test
    void withoutErrorsThereIsNoReport() {
        assertEquals("", report(SOURCE));
    }

    @Test
    void aPlaceWithNothingOnItsLineIsOnlyNamed() {
        assertEquals(
                """
                error[S001]: the file is empty
                 --> e.yaml:1:1
                1 error, nothing was run. More: orrery explain S001
                """,
                report(
                        SourceText.of("e.yaml", ""),
                        new Problem(ProblemCode.EMPTY, "e.yaml", 1, 1, 1, "the file is empty", null)));
    }

    @Test
    void theMarkStandsBelowTheBlamedTextWhateverIsBeforeIt() {
        SourceText source = SourceText.of("raft.yaml", "\n".repeat(9) + "\uD83D\uDE00:\t*x \u001B[31m");
        assertEquals("""
                error[S011]: m
                  --> raft.yaml:10:4
                   |
                10 | \uD83D\uDE00: *x \uFFFD[31m
                   |    ^^
                1 error, nothing was run. More: orrery explain S011
                """, report(source, problem(ProblemCode.ALIAS, 10, 4, 2, "m")));
    }

    @Test
    void aVeryLongLineIsShownAroundThePlace() {
        SourceText source = SourceText.of("raft.yaml", "a".repeat(500) + "*x" + "b".repeat(500));
        String shown = "…" + "a".repeat(40) + "*x" + "b".repeat(78) + "…";
        assertEquals(
                "error[S011]: m\n --> raft.yaml:1:501\n  |\n1 | " + shown + "\n  | " + " ".repeat(41)
                        + "^^\n1 error, nothing was run. More: orrery explain S011\n",
                report(source, problem(ProblemCode.ALIAS, 1, 501, 2, "m")));
    }

    @Test
    void aQuotedPieceOfTheFileStaysInItsLine() {
        assertEquals("'a\uFFFDb'", Problem.quoted("a\nb"));
        assertEquals("'" + "x".repeat(60) + "…'", Problem.quoted("x".repeat(61)));
    }

    private static Problem problem(ProblemCode code, int line, int column, int length, String message) {
        return new Problem(code, "raft.yaml", line, column, length, message, null);
    }

    private static String report(SourceText source, Problem... problems) {
        return new ProblemReport(List.of(source), List.of(problems)).text();
    }
}
