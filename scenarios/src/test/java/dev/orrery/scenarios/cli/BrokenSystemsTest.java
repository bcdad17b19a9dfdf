package dev.orrery.scenarios.cli;

import static dev.orrery.scenarios.cli.CommandLineRun.orrery;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.cli.CommandLineRun.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's system that breaks its run is told which node did what, how to see it again, and nothing about our insides. */
final class BrokenSystemsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aSystemThatThrowsIsShownWithItsLastEvents() throws IOException {
        Outcome outcome = run("throw");
        assertBroken(outcome, "n1 threw at message Question[]; the last events were\n");
        assertTrue(outcome.err().contains("  cause      java.lang.IllegalStateException: a trick\n"), outcome::err);
        assertTrue(outcome.err().contains("c1 sends Question"), outcome::err);
    }

    @Test
    void verboselyTheWholeStoryOfTheErrorIsTold() throws IOException {
        String place = "at dev.orrery.scenarios.trickster.Trickster.receive(Trickster.java:";
        assertTrue(run("throw").err().contains(place));
        assertFalse(run("throw").err().contains("RunCommand"));
        assertTrue(run("throw", "-v").err().contains("RunCommand"));
    }

    @Test
    void aFailedAssertionAndEndlessRecursionAreErrorsOfTheSystemToo() throws IOException {
        assertBroken(run("assert"), "java.lang.AssertionError: a trick\n");
        assertBroken(run("recurse"), "java.lang.StackOverflowError\n");
    }

    @Test
    void aSystemThatLetsTimeStandStillIsStopped() throws IOException {
        // A million messages to itself take no time at all.
        Outcome outcome = run("spin");
        assertBroken(outcome, "n1 keeps time standing still: more than 1000000 events at one instant");
        assertTrue(outcome.err().contains("\n  n1: message Question[]\n"), outcome::err);
    }

    @Test
    void aThreadThatTouchesARunFromOutsideIsRefused() throws IOException {
        assertBroken(run("thread"), "thread 'outside' touches a simulation of thread");
    }

    private static void assertBroken(Outcome outcome, String why) {
        assertEquals(70, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.err().startsWith("error: the run broke: seed 0x7, at "), outcome::err);
        assertTrue(outcome.err().contains(why), outcome::err);
        assertTrue(outcome.err().contains("  reproduce  orrery run "), outcome::err);
        assertTrue(outcome.err().contains(" --seed 0x7\n"), outcome::err);
    }

    private Outcome run(String trick, String... options) throws IOException {
        Path scenario = Files.writeString(folder.resolve("s.yaml"), """
                name: trick
                system: {name: trickster, nodes: 2, options: {trick: %s}}
                duration: 1s
                network: {latency: 0s}
                workload: {name: register, clients: 1, think: 10ms, mix: {read: 1}}
                checks: [linearizable]
                """.formatted(trick));
        String out = folder.resolve("runs").toString();
        return options.length == 0
                ? orrery("run", scenario.toString(), "--seed", "7", "--out", out)
                : orrery("run", scenario.toString(), "--seed", "7", "--out", out, options[0]);
    }
}
