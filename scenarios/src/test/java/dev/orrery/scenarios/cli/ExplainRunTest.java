package dev.orrery.scenarios.cli;

import static dev.orrery.scenarios.cli.CommandLineRun.orrery;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.brittle.Brittle;
import dev.orrery.scenarios.cli.CommandLineRun.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExplainRunTest {

    @TempDir
    private Path folder = Path.of("");

    private String scenario(String flaw) throws IOException {
        return Files.writeString(folder.resolve(flaw + ".yaml"), Brittle.text(flaw))
                .toString();
    }

    @Test
    void aRunIsExplainedFromItsFolder() throws IOException {
        orrery("run", scenario("all-of-it"), "--seed", "7", "--out", folder.toString(), "-q");
        Outcome explained =
                orrery("explain", folder.resolve("brittle-all-of-it/0x7").toString(), "--points", "3", "--tries", "4");
        assertEquals(0, explained.exitCode(), explained.err());
        assertTrue(explained.out().contains("n1 is broken\n      Nothing is broken.\n"), explained.out());
        assertTrue(explained.out().contains("  f1  irrelevant  100ms pause: "), explained.out());
        assertTrue(explained.out().contains("  f2  necessary  210ms kill: "), explained.out());
        assertTrue(explained.out().contains("of 4 runs each, drawn anew after a moment"), explained.out());
        assertTrue(explained.out().contains("event         0  "), explained.out());
    }

    @Test
    void theSameIsThereForPrograms() throws IOException {
        Outcome explained =
                orrery("explain", scenario("always"), "--seed", "7", "--points", "2", "--tries", "2", "--json");
        assertTrue(
                explained
                        .out()
                        .startsWith("{\"format\":\"orrery-explanation\",\"v\":1,\"scenario\":\"brittle-always\""),
                explained.out());
        assertTrue(explained.out().contains("\"turn\":null"), explained.out());
    }

    @Test
    void whatDoesNotFailIsInconclusive() throws IOException {
        Outcome nothing = orrery("explain", scenario("none"), "--seed", "7");
        assertEquals(3, nothing.exitCode());
        assertEquals("nothing to explain: brittle-none with the seed 0x7 does not fail\n", nothing.err());
    }

    @Test
    void aCurveOfOnePointIsNone() throws IOException {
        assertEquals(
                2,
                orrery("explain", scenario("always"), "--seed", "7", "--points", "1")
                        .exitCode());
    }
}
