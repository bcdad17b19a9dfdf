package dev.orrery.scenarios.cli;

import static dev.orrery.scenarios.cli.CommandLineRun.orrery;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.brittle.Brittle;
import dev.orrery.scenarios.cli.CommandLineRun.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShrinkCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private String scenario(String flaw) throws IOException {
        return Files.writeString(folder.resolve(flaw + ".yaml"), Brittle.text(flaw))
                .toString();
    }

    @Test
    void aRunIsShrunkIntoItsFolderAndFailsFromThereByItself() throws IOException {
        String runs = folder.resolve("runs").toString();
        orrery("run", scenario("all-of-it"), "--seed", "7", "--out", runs, "-q");
        Path run = folder.resolve("runs/brittle-all-of-it/0x7");
        Outcome shrunk = orrery("shrink", run.toString());
        assertEquals(0, shrunk.exitCode(), shrunk.err());
        assertTrue(shrunk.out().contains("virtual time"), shrunk.out());
        assertTrue(shrunk.out().contains(" decisions to 5, in "), shrunk.out());
        assertTrue(shrunk.err().contains(" smaller: faults"), shrunk.err());
        String smallest = run.resolve("shrunk.yaml").toString();
        assertEquals(0, orrery("run", smallest, "--out", runs, "-q").exitCode());
        assertEquals(1, orrery("replay", smallest).exitCode());
    }

    @Test
    void theResultIsAlsoThereForPrograms() throws IOException {
        Path file = folder.resolve("small.yaml");
        Outcome shrunk = orrery(
                "shrink", scenario("throw"), "--seed", "7", "--out", file.toString(), "--json", "--budget", "20");
        assertEquals("", shrunk.err());
        assertTrue(shrunk.out().startsWith("{\"format\":\"orrery-shrunk\",\"v\":1,"), shrunk.out());
        assertTrue(shrunk.out().contains("\"runs\":20,\"atFixedPoint\":false"), shrunk.out());
        assertTrue(Files.exists(file));
    }

    @Test
    void whatDoesNotFailIsInconclusive() throws IOException {
        Outcome nothing = orrery("shrink", scenario("silent"), "--seed", "7");
        assertEquals(3, nothing.exitCode());
        assertEquals("nothing to shrink: brittle-silent with the seed 0x7 does not fail\n", nothing.err());
    }

    @Test
    void aScenarioAloneDoesNotSayWhichRun() throws IOException {
        Outcome which = orrery("shrink", scenario("throw"));
        assertEquals(2, which.exitCode());
        assertTrue(which.err().contains("Say --seed N, or name a run's folder"), which.err());
    }

    @Test
    void aBudgetIsRunsOrTime() throws IOException {
        Outcome neither = orrery("shrink", scenario("throw"), "--seed", "7", "--budget", "soon");
        assertEquals(2, neither.exitCode());
        assertTrue(neither.err().contains("neither a number of runs, as 500, nor a time, as 60s"), neither.err());
    }

    @Test
    void aFolderOfCasesIsRunAgainAsASuite() throws IOException {
        Path cases = Files.createDirectory(folder.resolve("cases"));
        for (String flaw : new String[] {"throw", "always"}) {
            orrery("shrink", scenario(flaw), "--seed", "7", "--out", cases.toString(), "-q");
        }
        Outcome failing = orrery("replay", cases.toString());
        assertEquals(1, failing.exitCode());
        assertTrue(failing.out().contains("brittle-throw.yaml  still fails no-exception, the same run"), failing.out());
        assertTrue(
                failing.out().endsWith("FAILED  2 cases: 2 still fail, 0 fixed, 0 no longer apply\n"), failing.out());
        for (String flaw : new String[] {"throw", "always"}) {
            Path saved = cases.resolve("brittle-" + flaw + ".yaml");
            Files.writeString(saved, Files.readString(saved).replace("flaw: " + flaw, "flaw: none"));
        }
        Outcome fixed = orrery("replay", cases.toString());
        assertEquals(0, fixed.exitCode(), fixed.out());
        assertTrue(fixed.out().contains("brittle-throw.yaml  fixed: no-exception holds"), fixed.out());
    }

    @Test
    void aSweepSavesOneCaseOfEachFailureAndOfKnownOnesNone() throws IOException {
        String cases = folder.resolve("cases").toString();
        String[] sweep = {
            "sweep",
            scenario("throw"),
            "--seeds",
            "4",
            "--jobs",
            "1",
            "--out",
            folder.toString(),
            "--save-failures",
            cases
        };
        Outcome swept = orrery(sweep);
        assertTrue(swept.out().contains("brittle-throw-no-exception-0x"), swept.out() + swept.err());
        assertEquals(1, orrery("replay", cases).exitCode());
        assertFalse(orrery(sweep).out().contains("brittle-throw-no-exception-0x"));
    }
}
