package dev.orrery.scenarios.cli;

import static dev.orrery.scenarios.cli.CommandLineRun.orrery;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.cli.CommandLineRun.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's system that breaks its run is told which node did what, how to see it again, and nothing about our insides. */
final class BrokenSystemsTest {
    private static final String SEED = "0x7";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aSystemThatThrowsViolatesAPropertyOfEachRun() throws IOException {
        Outcome outcome = run("throw");
        assertBroken(outcome, "n1 threw at message Question[]:\n");
        assertTrue(
                outcome.out()
                        .contains(" java.lang.IllegalStateException: a trick, at "
                                + "dev.orrery.scenarios.trickster.Trickster.receive(Trickster.java:"),
                outcome::out);
    }

    @Test
    void verboselyTheWholeStoryOfTheErrorIsTold() throws IOException {
        assertEquals("", run("throw").err());
        assertTrue(run("throw", "-v").err().contains("Caused by: java.lang.IllegalStateException: a trick"));
    }

    @Test
    void theFolderOfABrokenRunIsWhole() throws IOException {
        run("throw");
        Path run = folder.resolve("runs/trick/" + SEED);
        assertTrue(Files.readString(run.resolve("result.json")).contains("\"no-exception\""));
        assertTrue(Files.exists(run.resolve("report.html")));
        assertEquals(0, orrery("replay", run.toString()).exitCode());
    }

    @Test
    void theTraceOfABrokenRunEndsWithTheException() throws IOException {
        run("throw");
        List<String> lines = Files.readAllLines(folder.resolve("runs/trick/" + SEED + "/trace.jsonl"));
        assertTrue(lines.stream().anyMatch(line -> line.contains("no-exception") && line.contains("a trick")));
    }

    @Test
    void aScenarioMayExpectTheException() throws IOException {
        assertEquals(0, run("throw", "expect: no-exception", "-q").exitCode());
    }

    @Test
    void aFailedAssertionAndEndlessRecursionAreErrorsOfTheSystemToo() throws IOException {
        assertBroken(run("assert"), "java.lang.AssertionError: a trick, at ");
        assertBroken(run("recurse"), "java.lang.StackOverflowError");
    }

    @Test
    void aSystemThatLetsTimeStandStillIsStopped() throws IOException {
        // A million messages to itself take no time at all.
        Outcome outcome = run("spin");
        assertBroken(outcome, "n1 keeps time standing still: more than 1000000 events at one instant");
        assertTrue(outcome.out().contains(" n1: message Question[]\n"), outcome::out);
    }

    @Test
    void aThreadThatTouchesARunFromOutsideIsRefused() throws IOException {
        assertBroken(run("thread"), "thread 'outside' touches a simulation of thread");
    }

    @Test
    void aCheckThatThrowsIsInconclusive() throws IOException {
        Outcome outcome = run("none", "checks: [tricky-invariant, tricky-history]", "-v");
        assertEquals(3, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.out().contains("the check threw at event 1: java.lang.IllegalStateException: a trick, at "));
        assertTrue(outcome.out().contains("the check threw java.lang.IllegalStateException: a trick, at "));
    }

    private static void assertBroken(Outcome outcome, String why) {
        assertEquals(1, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.out().contains("FAILED  no-exception failed\n"), outcome::out);
        assertTrue(outcome.out().contains(why), outcome::out);
        assertTrue(outcome.out().contains("  reproduce  orrery run "), outcome::out);
        assertTrue(outcome.out().contains(" --seed " + SEED + "\n"), outcome::out);
    }

    private Outcome run(String trick) throws IOException {
        return run(trick, "checks: [linearizable]", "--color=never");
    }

    private Outcome run(String trick, String option) throws IOException {
        return run(trick, "checks: [linearizable]", option);
    }

    private Outcome run(String trick, String line, String option) throws IOException {
        Path scenario = Files.writeString(folder.resolve("s.yaml"), """
                name: trick
                system: {name: trickster, nodes: 2, options: {trick: %s}}
                duration: 1s
                network: {latency: 0s}
                workload: {name: register, clients: 1, think: 10ms, mix: {read: 1}}
                %s
                """.formatted(trick, line));
        String out = folder.resolve("runs").toString();
        return orrery("run", scenario.toString(), "--seed", SEED, "--out", out, option);
    }
}
