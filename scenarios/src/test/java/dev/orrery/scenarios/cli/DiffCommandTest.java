package dev.orrery.scenarios.cli;

import static dev.orrery.scenarios.cli.CommandLineRun.orrery;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.brittle.Brittle;
import dev.orrery.scenarios.cli.CommandLineRun.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiffCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private String run(String seed, String... options) throws IOException {
        String scenario = Files.writeString(folder.resolve("none.yaml"), Brittle.text("none"))
                .toString();
        String out = folder.resolve("runs").toString();
        String[] words = {"run", scenario, "--seed", seed, "--out", out, "-q"};
        String[] all = Stream.of(words, options).flatMap(Arrays::stream).toArray(String[]::new);
        orrery(all);
        return folder.resolve("runs/brittle-none/0x" + seed).toString();
    }

    @Test
    void aRunWithATraceIsTheSameAsOneThatIsRunAgain() throws IOException {
        Outcome same = orrery("diff", run("7", "--trace"), run("7", "--trace"));
        assertEquals(0, same.exitCode(), same.out());
        assertTrue(same.out().startsWith("SAME  "), same.out());
    }

    @Test
    void runsOfTwoSeedsAreShownSideBySide() throws IOException {
        Outcome different = orrery("diff", run("7", "--trace"), run("8"));
        assertEquals(1, different.exitCode(), different.err());
        assertTrue(different.out().startsWith("They part\n  a  "), different.out());
        assertTrue(different.out().contains("\nDIFFERENT  "), different.out());
        assertTrue(different.out().contains("\nLatency\n  all\n    a  p50 "), different.out());
        Outcome json = orrery("diff", run("7"), run("8"), "--json");
        assertTrue(json.out().startsWith("{\"format\":\"orrery-difference\",\"v\":1,\"same\":"), json.out());
    }

    @Test
    void whatIsNoRunIsSaidToBeNone() throws IOException {
        Outcome none = orrery("diff", run("7"), folder.toString());
        assertEquals(2, none.exitCode());
        assertTrue(none.err().contains("holds no whole run"), none.err());
    }
}
