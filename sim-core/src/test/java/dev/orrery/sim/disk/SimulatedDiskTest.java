package dev.orrery.sim.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.random.Distribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SimulatedDiskTest {
    private static final Disk.Done WELL = LoneDisk::requireNone;

    private final LoneDisk lone = new LoneDisk(7);
    private final List<String> told = new ArrayList<>();

    @Test
    void appendsFollowEachOtherAndAGapReadsAsZeros() {
        lone.open().append("f", bytes("abc"), WELL);
        lone.open().append("f", bytes("de"), WELL);
        lone.open().write("f", 7, bytes("h"), WELL);
        lone.open().write("f", 1, bytes("BC"), WELL);
        assertArrayEquals(bytes("aBCde\0\0h"), lone.get("f"));
        assertEquals(8, lone.open().length("f"));
    }

    @Test
    void theCallerMayReuseItsArray() {
        byte[] array = bytes("one");
        lone.open().append("f", array, WELL);
        Arrays.fill(array, (byte) 'x');
        assertArrayEquals(bytes("one"), lone.get("f"));
    }

    @Test
    void aReadSeesTheWritesIssuedBeforeItAndNoneAfter() {
        lone.open().append("f", bytes("before"), WELL);
        lone.open().read("f", 0, 100, (read, error) -> told.add(new String(read, UTF_8)));
        lone.open().write("f", 0, bytes("AFTER!"), WELL);
        lone.open().truncate("f", 1, WELL);
        lone.run();
        assertEquals(List.of("before"), told);
    }

    @Test
    void aReadEndsWithTheFile() {
        lone.put("f", bytes("abcdef"));
        lone.open().read("f", 4, 100, (read, error) -> told.add(new String(read, UTF_8)));
        lone.open().read("f", 6, 100, (read, error) -> told.add(new String(read, UTF_8)));
        lone.open().read("f", 1L << 40, 1, (read, error) -> told.add(new String(read, UTF_8)));
        lone.run();
        assertEquals(List.of("ef", "", ""), told);
    }

    @Test
    void whatIsNotThereCannotBeReadSyncedCutOrRenamedButDeleted() {
        lone.open().read("f", 0, 1, (read, error) -> told.add(read.length + " " + error));
        lone.open().sync("f", error -> told.add("" + error));
        lone.open().truncate("f", 0, error -> told.add("" + error));
        lone.open().rename("f", "g", error -> told.add("" + error));
        lone.open().delete("f", error -> told.add("" + error));
        lone.run();
        assertEquals(List.of("0 NO_SUCH_FILE", "NO_SUCH_FILE", "NO_SUCH_FILE", "NO_SUCH_FILE", "null"), told);
        assertEquals(-1, lone.open().length("f"));
    }

    @Test
    void badArgumentsAreRefused() {
        Disk disk = lone.open();
        assertThrows(IllegalArgumentException.class, () -> disk.write("f", -1, bytes("x"), WELL));
        assertThrows(IllegalArgumentException.class, () -> disk.read("f", -1, 1, (read, error) -> {}));
        assertThrows(IllegalArgumentException.class, () -> disk.read("f", 0, -1, (read, error) -> {}));
        assertThrows(IllegalArgumentException.class, () -> disk.truncate("f", -1, WELL));
        assertThrows(
                IllegalArgumentException.class,
                () -> new DiskConfig(Distribution.constant(1), Distribution.constant(1), Distribution.constant(1), -1));
    }

    @Test
    void operationsEndOneAfterTheOther() {
        lone.open().append("f", bytes("x"), error -> told.add("write " + lone.now()));
        lone.open().sync("f", error -> told.add("sync " + lone.now()));
        lone.open().read("f", 0, 1, (read, error) -> told.add("read " + lone.now()));
        lone.run();
        lone.open().append("f", bytes("x"), error -> told.add("write " + lone.now()));
        lone.run();
        assertEquals(List.of("write 20000", "sync 1020000", "read 1120000", "write 1140000"), told);
    }

    @Test
    void aWriteBeyondTheCapacityFailsAndChangesNothing() {
        DiskConfig small =
                new DiskConfig(Distribution.constant(1), Distribution.constant(1), Distribution.constant(1), 10);
        LoneDisk lone = new LoneDisk(small, 1);
        lone.put("f", bytes("12345678"));
        lone.open().append("f", bytes("abc"), error -> told.add("" + error));
        lone.open().write("f", 6, bytes("XYZ"), error -> told.add("" + error));
        lone.open().write("g", 1, bytes("z"), error -> told.add("" + error));
        lone.open().delete("f", error -> told.add("" + error));
        lone.open().append("g", bytes("0123456"), error -> told.add("" + error));
        lone.run();
        assertEquals(List.of("FULL", "null", "FULL", "null", "null"), told);
        assertArrayEquals(bytes("0123456"), lone.get("g"));
    }

    @Test
    void cuttingReplacingDeletingAndLosingFilesMakesRoom() {
        DiskConfig small =
                new DiskConfig(Distribution.constant(1), Distribution.constant(1), Distribution.constant(1), 10);
        LoneDisk lone = new LoneDisk(small, 1);
        lone.put("f", bytes("12345"));
        lone.put("g", bytes("67890"));
        lone.open().truncate("g", 3, WELL);
        lone.put("g", bytes("abcde"));
        lone.open().rename("f", "g", WELL);
        lone.put("h", bytes("fghij"));
        lone.open().delete("h", WELL);
        lone.open().append("i", bytes("klmno"), WELL);
        lone.open().append("i", bytes("p"), error -> told.add("" + error));
        lone.open().sync("g", WELL);
        lone.run();
        assertEquals(List.of("FULL"), told);
        lone.kill(CrashPolicy.WIPE);
        lone.put("j", bytes("0123456789"));
        lone.open().rename("j", "j", WELL);
        lone.open().append("j", bytes("p"), error -> told.add("" + error));
        lone.run();
        assertEquals(List.of("FULL", "FULL"), told);
    }

    @Test
    void aFileLongerThanAnArrayIsRefused() {
        lone.open().write("f", Integer.MAX_VALUE, bytes("x"), error -> told.add("" + error));
        lone.open().write("f", Long.MAX_VALUE, bytes("x"), error -> told.add("" + error));
        lone.run();
        assertEquals(List.of("FULL", "FULL"), told);
    }

    @Test
    void onlyOneIncarnationHasTheDisk() {
        SimulatedDisk disk = new SimulatedDisk(DiskConfig.DEFAULT, 1, lone);
        disk.open();
        assertThrows(IllegalStateException.class, disk::open);
        disk.stop();
        assertNotNull(disk.open());
    }

    @Test
    void afterAKillTheOldDiskDoesNothingAndCallsNobody() {
        Disk old = lone.open();
        old.append("f", bytes("x"), error -> told.add("write"));
        old.sync("f", error -> told.add("sync"));
        old.read("f", 0, 1, (read, error) -> told.add("read"));
        lone.kill(CrashPolicy.WIPE);
        old.append("f", bytes("x"), error -> told.add("late write"));
        old.sync("f", error -> told.add("late sync"));
        old.read("f", 0, 1, (read, error) -> told.add("late read"));
        old.truncate("f", 0, error -> told.add("late truncate"));
        old.rename("f", "g", error -> told.add("late rename"));
        old.delete("f", error -> told.add("late delete"));
        lone.open().append("g", bytes("y"), error -> told.add("new write"));
        lone.run();
        assertEquals(List.of("new write"), told);
        assertEquals(-1, old.length("g"));
        assertEquals(-1, lone.open().length("f"));
    }

    @Test
    void whatIsSyncedSurvivesEveryKillButWiping() {
        lone.put("f", bytes("kept"));
        lone.kill(CrashPolicy.LOSE_UNSYNCED);
        lone.kill(CrashPolicy.KEEP);
        assertArrayEquals(bytes("kept"), lone.get("f"));
        lone.kill(CrashPolicy.WIPE);
        assertNull(lone.get("f"));
    }

    @Test
    void aSyncUnderWayAtAKillHasNotHappened() {
        int lost = 0;
        for (int key = 0; key < 200; key++) {
            LoneDisk lone = new LoneDisk(key);
            lone.put("f", bytes("a"));
            lone.open().append("f", bytes("b"), WELL);
            lone.open().sync("f", WELL);
            lone.runFor(1_019_999);
            CrashReport report = lone.kill(CrashPolicy.LOSE_UNSYNCED);
            assertEquals(1, report.kept() + report.lost(), "key " + key);
            assertArrayEquals(bytes(report.kept() == 1 ? "ab" : "a"), lone.get("f"), "key " + key);
            lost += report.lost();
        }
        assertTrue(lost > 20 && lost < 180, "lost " + lost + " of 200");
    }

    @Test
    void anUnsyncedWriteIsKeptLostOrTornAtAnyByte() {
        TreeSet<Integer> lengths = new TreeSet<>();
        int kept = 0;
        int lost = 0;
        for (int key = 0; key < 600; key++) {
            LoneDisk lone = new LoneDisk(key);
            lone.put("f", bytes(""));
            lone.open().append("f", bytes("0123456789"), WELL);
            CrashReport report = lone.kill(CrashPolicy.LOSE_UNSYNCED);
            byte[] left = lone.get("f");
            assertNotNull(left);
            assertArrayEquals(Arrays.copyOf(bytes("0123456789"), left.length), left, "key " + key);
            assertEquals(left.length == 10 ? 1 : 0, report.kept(), "key " + key);
            assertEquals(left.length == 0 ? 1 : 0, report.lost(), "key " + key);
            assertEquals(left.length > 0 && left.length < 10 ? 1 : 0, report.torn(), "key " + key);
            lengths.add(left.length);
            kept += report.kept();
            lost += report.lost();
        }
        assertEquals(11, lengths.size(), "lengths that were left: " + lengths);
        // A third each: 200 of 600, with a standard deviation below 12.
        assertTrue(Math.abs(kept - 200) < 60, "kept " + kept + " of 600");
        assertTrue(Math.abs(lost - 200) < 60, "lost " + lost + " of 600");
    }

    @Test
    void aKeptWriteAfterALostOneLeavesAHoleOfZeros() {
        int holes = 0;
        for (int key = 0; key < 100; key++) {
            LoneDisk lone = new LoneDisk(key);
            lone.put("f", bytes(""));
            lone.open().append("f", bytes("a"), WELL);
            lone.open().append("f", bytes("b"), WELL);
            lone.kill(CrashPolicy.LOSE_UNSYNCED);
            holes += Arrays.equals(bytes("\0b"), lone.get("f")) ? 1 : 0;
        }
        assertTrue(holes > 0 && holes < 100, "holes " + holes);
    }

    @Test
    void aKillOfTheProcessAloneKeepsTheCacheButDoesNotSyncIt() {
        lone.put("f", bytes(""));
        lone.open().append("f", bytes("cached"), WELL);
        lone.open().sync("f", WELL);
        assertEquals(new CrashReport(1, 0, 0), lone.kill(CrashPolicy.KEEP));
        assertArrayEquals(bytes("cached"), lone.get("f"));
        assertEquals(1, lone.unsynced());
    }

    @Test
    void aCleanStopSyncsEverything() {
        lone.put("old", bytes("o"));
        lone.open().append("f", bytes("abc"), WELL);
        lone.open().rename("f", "g", WELL);
        lone.open().append("g", bytes("d"), WELL);
        lone.open().delete("old", WELL);
        lone.stopAndStart();
        assertEquals(0, lone.unsynced());
        assertEquals(new CrashReport(0, 0, 0), lone.kill(CrashPolicy.LOSE_UNSYNCED));
        assertArrayEquals(bytes("abcd"), lone.get("g"));
        assertNull(lone.get("f"));
        assertNull(lone.get("old"));
    }

    @Test
    void aRenameIsAtomicAndLastsOnceTheNewNameIsSynced() {
        int renamed = 0;
        for (int key = 0; key < 100; key++) {
            LoneDisk lone = new LoneDisk(key);
            lone.put("f", bytes("old"));
            lone.put("f.new", bytes("new"));
            lone.open().rename("f.new", "f", WELL);
            lone.put("bystander", bytes("x"));
            lone.kill(CrashPolicy.LOSE_UNSYNCED);
            boolean done = lone.get("f.new") == null;
            assertArrayEquals(bytes(done ? "new" : "old"), lone.get("f"), "key " + key);
            renamed += done ? 1 : 0;
        }
        assertEquals(100, renamed, "the bystander's creation came after the rename, and names last in order");
    }

    @Test
    void anUnsyncedRenameMayBeLost() {
        int renamed = 0;
        for (int key = 0; key < 100; key++) {
            LoneDisk lone = new LoneDisk(key);
            lone.put("bystander", bytes("x"));
            lone.put("f", bytes("old"));
            lone.put("f.new", bytes("new"));
            lone.open().rename("f.new", "f", WELL);
            lone.put("bystander", bytes("y"));
            lone.kill(CrashPolicy.LOSE_UNSYNCED);
            boolean done = lone.get("f.new") == null;
            assertArrayEquals(bytes(done ? "new" : "old"), lone.get("f"), "key " + key);
            renamed += done ? 1 : 0;
        }
        assertTrue(renamed > 20 && renamed < 80, "renamed " + renamed + " of 100");
    }

    @Test
    void aDeleteLastsAtTheNextSyncOfAnyFile() {
        for (int key = 0; key < 50; key++) {
            LoneDisk lone = new LoneDisk(key);
            lone.put("bystander", bytes("x"));
            lone.put("f", bytes("old"));
            lone.open().delete("f", WELL);
            lone.put("bystander", bytes("y"));
            lone.kill(CrashPolicy.LOSE_UNSYNCED);
            assertNull(lone.get("f"), "key " + key);
        }
    }

    @Test
    void unsyncedChangesAreCounted() {
        lone.open().append("f", bytes("x"), WELL);
        assertEquals(2, lone.unsynced(), "the name and the bytes");
        lone.open().truncate("f", 0, WELL);
        lone.open().rename("f", "g", WELL);
        assertEquals(4, lone.unsynced());
        lone.open().sync("g", WELL);
        assertEquals(4, lone.unsynced());
        lone.run();
        assertEquals(0, lone.unsynced());
        lone.open().append("g", bytes("x"), WELL);
        lone.open().delete("g", WELL);
        lone.put("h", bytes("y"));
        assertEquals(0, lone.unsynced(), "the bytes went with the file");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
