package dev.orrery.scenarios.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Runs what README.md says can be run, in the order of the page, on a fresh copy with the program built. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the page's commands are for a POSIX shell")
final class ReadmeIT {

    @TestFactory
    Stream<DynamicTest> everyCommandDoesWhatThePageSays() throws IOException {
        Path work = House.target().resolve("readme-it");
        House.delete(work);
        Path copy = House.copySources(work.resolve("orrery"));
        House.copyJar(copy);
        List<ReadmeCommands.Command> commands = ReadmeCommands.of(Files.readAllLines(copy.resolve("README.md")));
        assertFalse(commands.isEmpty(), "README.md shows no command");
        return commands.stream().map(command -> DynamicTest.dynamicTest(command.text(), () -> check(command, copy)));
    }

    private static void check(ReadmeCommands.Command command, Path copy) throws IOException, InterruptedException {
        String path = House.java().getParent() + File.pathSeparator + System.getenv("PATH");
        Program.Outcome outcome = new Program(
                        List.of("sh", "-c", command.text()),
                        copy,
                        Map.of(
                                "PATH",
                                path,
                                "LC_ALL",
                                "C.UTF-8",
                                "JAVA_HOME",
                                System.getProperty("java.home"),
                                "XDG_CACHE_HOME",
                                copy.resolveSibling("cache").toString()))
                .run();
        String where = "README.md:" + command.line() + ": " + command.text() + "\n";
        assertEquals(command.exitCode(), outcome.exitCode(), () -> where + outcome);
        assertEquals(List.of(), command.differences(outcome.out()), () -> where + outcome);
    }
}
