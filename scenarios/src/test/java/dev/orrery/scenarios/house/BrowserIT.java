package dev.orrery.scenarios.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code --open} hands the report to the desktop; what stands in for the desktop's opener writes down what it was given. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the browser that opens is a shell script")
final class BrowserIT {
    private static final int PATIENCE_MILLIS = 20_000;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theReportIsShownInTheDesktopsBrowser() throws Exception {
        Path shown = folder.resolve("shown");
        Path opener = Files.writeString(
                folder.resolve(OS.current() == OS.MAC ? "open" : "xdg-open"),
                "#!/bin/sh\necho \"$1\" > shown.part && mv shown.part shown\n");
        assertTrue(opener.toFile().setExecutable(true));
        Program.Outcome outcome = run(folder + ":" + System.getenv("PATH"));
        assertEquals(0, outcome.exitCode(), outcome::toString);
        for (int waited = 0; Files.notExists(shown) && waited < PATIENCE_MILLIS; waited += 20) {
            Thread.sleep(20);
        }
        assertEquals(
                folder.resolve("runs/raft-steady/0x1/report.html").toRealPath().toString(),
                Path.of(Files.readString(shown).strip()).toRealPath().toString());
    }

    @Test
    void aMachineWithoutABrowserSaysWhereTheReportIs() throws Exception {
        Program.Outcome outcome = run(folder.toString());
        assertEquals(0, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.err().contains("this machine has no browser to open; the report is "), outcome::err);
    }

    private Program.Outcome run(String path) throws Exception {
        return new Program(
                        List.of(
                                House.java().toString(),
                                "-jar",
                                House.jar().toString(),
                                "run",
                                "raft-steady",
                                "--seed",
                                "1",
                                "--open"),
                        folder,
                        Map.of("PATH", path))
                .run();
    }
}
