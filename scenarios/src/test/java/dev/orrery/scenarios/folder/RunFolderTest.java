package dev.orrery.scenarios.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.random.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class RunFolderTest {
    private static final Seed SEED = new Seed(0x2A);

    @TempDir
    private Path base = Path.of("");

    @Test
    void aRunHasAFolderOfItsScenarioAndSeed() throws Exception {
        assertEquals(
                base.resolve("notebook/0x2A"),
                RunFolder.begin(base, "notebook", SEED).path());
        assertEquals(
                base.resolve("bugs/notebook/0x2A"),
                RunFolder.begin(base, "bugs/notebook", SEED).path());
    }

    @Test
    void whatIsWrittenIsThere() throws Exception {
        RunFolder folder = RunFolder.begin(base, "notebook", SEED);
        folder.write(RunFolder.SCENARIO, out -> out.write("name: ✓\n"));
        assertEquals("name: ✓\n", Files.readString(folder.path().resolve(RunFolder.SCENARIO)));
        assertEquals(List.of(RunFolder.SCENARIO), names(folder.path()));
    }

    @Test
    void aFileThatCannotBeWrittenWholeIsNotThere() throws Exception {
        RunFolder folder = RunFolder.begin(base, "notebook", SEED);
        FolderException refused = assertThrows(
                FolderException.class,
                () -> folder.write(RunFolder.RESULT, out -> {
                    out.write("{");
                    throw new IOException("No space left on device");
                }));
        assertEquals(
                "cannot write " + folder.path().resolve(RunFolder.RESULT) + ": No space left on device",
                refused.getMessage());
        assertEquals(List.of(), names(folder.path()));
    }

    @Test
    void aFileIsThereOnlyOnceItIsWhole() throws Exception {
        RunFolder folder = RunFolder.begin(base, "notebook", SEED);
        Path trace = folder.path().resolve(RunFolder.TRACE);
        try (RunFolder.NewFile file = folder.open(RunFolder.TRACE)) {
            file.out().write('{');
            assertFalse(Files.exists(trace));
            file.keep();
        }
        assertTrue(Files.exists(trace));
    }

    @Test
    void whatAnEarlierRunLeftIsTakenAway() throws Exception {
        RunFolder earlier = RunFolder.begin(base, "notebook", SEED);
        earlier.write(RunFolder.RESULT, out -> out.write("{}"));
        Files.createDirectories(earlier.path().resolve("charts/old"));
        Files.writeString(earlier.path().resolve("notes.txt"), "mine");
        assertEquals(
                List.of("notes.txt"),
                names(RunFolder.begin(base, "notebook", SEED).path()));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
    void linksLeadToTheLatestRun() throws Exception {
        RunFolder.begin(base, "notebook", new Seed(1)).link();
        RunFolder folder = RunFolder.begin(base, "bugs/notebook", SEED);
        folder.link();
        RunFolder.begin(base, "notebook", new Seed(3)).link();
        folder.link();
        assertEquals(Path.of("bugs/notebook/0x2A"), Files.readSymbolicLink(base.resolve("latest")));
        assertEquals(Path.of("0x2A"), Files.readSymbolicLink(base.resolve("bugs/notebook/latest")));
        assertEquals(Path.of("0x3"), Files.readSymbolicLink(base.resolve("notebook/latest")));
        assertEquals(List.of(), folder.notices());
    }

    @Test
    void whatIsNoLinkIsLeftAlone() throws Exception {
        Files.writeString(base.resolve("latest"), "mine");
        RunFolder folder = RunFolder.begin(base, "notebook", SEED);
        folder.link();
        assertEquals("mine", Files.readString(base.resolve("latest")));
        assertEquals(List.of(base.resolve("latest") + " is no link, and was left as it is"), folder.notices());
    }

    @Test
    void aFileInTheWayIsNamed() throws IOException {
        Files.writeString(base.resolve("notebook"), "mine");
        FolderException refused = assertThrows(FolderException.class, () -> RunFolder.begin(base, "notebook", SEED));
        assertEquals(
                "cannot make the folder " + base.resolve("notebook/0x2A") + ": a file is in the way",
                refused.getMessage());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "folders have no POSIX permissions there")
    void anUnwritableFolderIsNamed() throws IOException {
        Path locked = Files.createDirectory(base.resolve("locked"));
        assertTrue(locked.toFile().setWritable(false));
        Assumptions.assumeFalse(Files.isWritable(locked), "this user may write anywhere");
        FolderException refused = assertThrows(FolderException.class, () -> RunFolder.begin(locked, "notebook", SEED));
        assertTrue(String.valueOf(refused.getMessage()).endsWith(": permission denied"), refused::getMessage);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "/dev/full is of POSIX systems")
    void aFullDiskIsNamed() throws Exception {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "this system has no /dev/full");
        RunFolder folder = RunFolder.begin(base, "notebook", SEED);
        FolderException refused = assertThrows(
                FolderException.class,
                () -> folder.writeBytes(RunFolder.TRACE, out -> {
                    try (var device = Files.newOutputStream(full)) {
                        device.write(new byte[1 << 16]);
                    }
                }));
        assertTrue(String.valueOf(refused.getMessage()).endsWith(": No space left on device"), refused::getMessage);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
