package dev.orrery.scenarios.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher on fresh copies of the house, in a folder with a space in its name, called from elsewhere. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher under test is the POSIX one")
final class LauncherIT {

    private static final String BUILDING = "orrery: building the program";

    private Path work = Path.of("");
    private Path copy = Path.of("");

    @BeforeEach
    void copyTheHouse(TestInfo test) throws IOException {
        work = House.target()
                .resolve("launcher-it")
                .resolve(test.getDisplayName().replaceAll("\\W", ""));
        House.delete(work);
        copy = House.copySources(work.resolve("a fresh clone"));
    }

    @Test
    void twoFirstCallsAtOnceBuildOnceAndMindNoLockOfAKilledBuild() throws Exception {
        Process killed = new ProcessBuilder("true").start();
        killed.waitFor();
        Path target = Files.createDirectories(copy.resolve("scenarios/target"));
        Files.createSymbolicLink(target.resolve(".building"), Path.of("process-" + killed.pid()));

        Path link = Files.createSymbolicLink(copy.resolve("a link"), copy.resolve("scenarios/orrery"));
        Program.Started one = version(link).start();
        Program.Started two = version(link).start();
        List<Program.Outcome> outcomes = List.of(one.end(), two.end());
        for (Program.Outcome outcome : outcomes) {
            assertEquals(0, outcome.exitCode(), outcome::toString);
            assertTrue(outcome.out().matches("orrery \\S+( \\(\\S+\\))?\\R"), outcome::toString);
        }
        assertEquals(
                1, outcomes.stream().filter(o -> o.err().contains(BUILDING)).count(), () -> outcomes + " built once");
    }

    @Test
    void aSourceNewerThanTheJarIsBuiltOnce() throws Exception {
        House.copyJar(copy);
        Program version = version(copy.resolve("scenarios/orrery"));
        assertEquals("", version.run().err(), "the jar is newer than its sources");
        Path source = copy.resolve("sim-core/src/main/java/dev/orrery/sim/package-info.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now()));
        assertTrue(version.run().err().contains(BUILDING));
        assertEquals("", version.run().err(), "the jar is newer than its sources again");
    }

    @Test
    void withoutMavenItSaysWhatToInstall() throws Exception {
        Path tools = Files.createDirectories(copy.resolve("tools"));
        for (String tool : List.of("sh", "cat", "cksum", "find", "ln", "mkdir", "readlink", "rm")) {
            Files.createSymbolicLink(tools.resolve(tool), onPath(tool));
        }
        Program program = new Program(
                List.of(copy.resolve("scenarios/orrery").toString(), "--version"),
                work,
                Map.of("PATH", tools.toString(), "JAVA_HOME", System.getProperty("java.home")));
        Program.Outcome outcome = program.run();
        assertEquals(70, outcome.exitCode(), outcome::toString);
        assertEquals("", outcome.out());
        assertTrue(outcome.err().contains("apt install maven"), outcome::toString);
    }

    @Test
    void anUnwritableCacheIsNoTrouble() throws Exception {
        House.copyJar(copy);
        Program program = new Program(
                List.of(copy.resolve("scenarios/orrery").toString(), "--version"),
                work,
                Map.of("XDG_CACHE_HOME", copy.resolve("LICENSE").toString()));
        Program.Outcome outcome = program.run();
        assertEquals(0, outcome.exitCode(), outcome::toString);
        assertEquals("", outcome.err());
    }

    @Test
    void theFirstStartLeavesAnArchiveOfTheClassesThatLaterOnesUse(@TempDir Path plain) throws Exception {
        // Not below this module: JDK 17 makes less use of an archive where there is a space in the path.
        work = plain.toRealPath();
        copy = House.copySources(work.resolve("clone"));
        House.copyJar(copy);
        Path launcher = copy.resolve("scenarios/orrery");
        assertEquals(0, version(launcher).run().exitCode());
        endOfBackground(launcher);

        List<Path> made;
        try (Stream<Path> files = Files.list(work.resolve("cache/orrery"))) {
            made = files.toList();
        }
        assertEquals(1, made.size(), () -> "the archive and nothing else: " + made);
        // With -Xshare:on the virtual machine refuses to start when it cannot use the archive.
        List<String> words = List.of(
                House.java().toString(),
                "-Xshare:on",
                "-XX:SharedArchiveFile=" + made.get(0),
                "-Xlog:class+load:stdout",
                "-cp",
                copy.resolve("scenarios/target/orrery.jar").toString(),
                "dev.orrery.scenarios.cli.Orrery",
                "--version");
        Program.Outcome outcome = new Program(words, work, Map.of()).run();
        assertEquals(0, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.out().contains("picocli.CommandLine source: shared objects file"), "picocli is in it");
    }

    /** Waits for what the launcher does after its program has ended. */
    private static void endOfBackground(Path launcher) {
        ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(launcher.toString()))
                .forEach(process -> process.onExit().join());
    }

    private Program version(Path launcher) {
        String path = Path.of(System.getProperty("maven.home"), "bin") + File.pathSeparator + System.getenv("PATH");
        return new Program(
                List.of(launcher.toString(), "--version"),
                work,
                Map.of(
                        "PATH",
                        path,
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "MAVEN_OPTS",
                        "-Dmaven.repo.local=" + System.getProperty("maven.repo.local"),
                        "XDG_CACHE_HOME",
                        work.resolve("cache").toString()));
    }

    private static Path onPath(String tool) {
        for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
            Path candidate = Path.of(folder, tool);
            if (Files.isExecutable(candidate)) {
                return candidate;
            }
        }
        throw new IllegalStateException(tool + " is not on the PATH");
    }
}
