package dev.orrery.sim.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Probability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DiskFaultsTest {
    private static final Disk.Done WELL = LoneDisk::requireNone;
    private static final DiskConfig VARIED = new DiskConfig(
            Distribution.uniform(1_000, 9_000),
            Distribution.uniform(1_000, 9_000),
            Distribution.uniform(1_000, 9_000),
            Long.MAX_VALUE);

    private final LoneDisk lone = new LoneDisk(5);
    private final List<String> told = new ArrayList<>();

    /** What became of one operation: how long it took, and how it ended. */
    private record Outcome(String operation, long nanos, String result) {
        boolean is(String kind) {
            return operation.startsWith(kind);
        }
    }

    /** The same 90 operations each time, one after the other, a fault on during the middle third. */
    private static List<Outcome> outcomes(Consumer<DiskFaults> fault) {
        LoneDisk lone = new LoneDisk(VARIED, 77);
        lone.put("f", bytes("0123456789"));
        List<Outcome> outcomes = new ArrayList<>();
        Dice dice = new Dice(1);
        for (int i = 0; i < 90; i++) {
            if (i == 30) {
                fault.accept(lone.faults());
            }
            if (i == 60) {
                lone.faults().heal();
            }
            outcomes.add(outcome(lone, dice.below(6)));
        }
        return outcomes;
    }

    private static Outcome outcome(LoneDisk lone, int choice) {
        Disk disk = lone.open();
        long begin = lone.now();
        List<Outcome> ended = new ArrayList<>();
        switch (choice) {
            case 0 -> disk.append("f", bytes("x"), end(lone, "append", begin, ended));
            case 1 -> disk.write("f", 3, bytes("y"), end(lone, "overwrite", begin, ended));
            case 2 -> disk.truncate("f", 8, end(lone, "truncate", begin, ended));
            case 3 -> disk.delete("g", end(lone, "delete", begin, ended));
            case 4 -> disk.sync("f", end(lone, "sync", begin, ended));
            default ->
                disk.read(
                        "f",
                        0,
                        3,
                        (bytes, error) ->
                                ended.add(new Outcome("read", lone.now() - begin, error + new String(bytes, UTF_8))));
        }
        lone.run();
        return ended.get(0);
    }

    private static Disk.Done end(LoneDisk lone, String operation, long begin, List<Outcome> ended) {
        return error -> ended.add(new Outcome(operation, lone.now() - begin, "" + error));
    }

    /** A fault changes what it is meant to change while it is on, and nothing else, then or later. */
    private static void assertChanges(Consumer<DiskFaults> fault, Change change) {
        List<Outcome> without = outcomes(faults -> {});
        List<Outcome> with = outcomes(fault);
        int changed = 0;
        for (int i = 0; i < without.size(); i++) {
            Outcome expected = i >= 30 && i < 60 ? change.of(without.get(i)) : without.get(i);
            assertEquals(expected, with.get(i), "operation " + i);
            changed += expected.equals(without.get(i)) ? 0 : 1;
        }
        assertTrue(changed > 0, "the fault had nothing to change");
    }

    @FunctionalInterface
    private interface Change {
        Outcome of(Outcome without);
    }

    @Test
    void aSlowDiskTakesItsFactorForEveryOperation() {
        assertChanges(
                faults -> faults.slow(250), each -> new Outcome(each.operation, each.nanos * 250 / 100, each.result));
        assertThrows(IllegalArgumentException.class, () -> lone.faults().slow(0));
    }

    @Test
    void aDiskCanBeSlowBeyondAllTime() {
        lone.faults().slow(Long.MAX_VALUE);
        lone.open().append("f", bytes("x"), WELL);
        lone.open().append("f", bytes("y"), WELL);
        lone.run();
        assertTrue(lone.now() > 0, "now " + lone.now());
    }

    @Test
    void aFullDiskRefusesOnlyWhatGrows() {
        assertChanges(
                faults -> faults.full(true),
                each -> each.is("append") ? new Outcome(each.operation, each.nanos, "FULL") : each);
    }

    @Test
    void readErrorsMeetOnlyReads() {
        assertChanges(
                faults -> faults.readErrors(Probability.ALWAYS),
                each -> each.is("read") ? new Outcome(each.operation, each.nanos, "READ_FAILED") : each);
    }

    @Test
    void syncErrorsMeetOnlySyncs() {
        assertChanges(
                faults -> faults.syncErrors(Probability.ALWAYS),
                each -> each.is("sync") ? new Outcome(each.operation, each.nanos, "SYNC_FAILED") : each);
    }

    @Test
    void faultsThatComeByChanceHitTheSameOperationsWhateverElseHappens() {
        assertEquals(failedReads(false), failedReads(true));
        assertTrue(failedReads(false).contains(true) && failedReads(false).contains(false));
    }

    private static List<Boolean> failedReads(boolean busy) {
        LoneDisk lone = new LoneDisk(9);
        lone.put("f", bytes("x"));
        lone.faults().readErrors(Probability.percent(50));
        List<Boolean> failed = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            lone.open().read("f", 0, 1, (bytes, error) -> failed.add(error != null));
            if (busy) {
                lone.open().append("g", bytes("x"), WELL);
                lone.open().sync("g", WELL);
            }
        }
        lone.run();
        return failed;
    }

    @Test
    void aStalledDiskEndsNothingUntilItIsResumedAndThenAllInOrder() {
        lone.open().append("f", bytes("x"), error -> told.add("write under way " + lone.now()));
        lone.open().sync("f", error -> told.add("sync under way " + lone.now()));
        lone.runFor(10_000);
        lone.faults().stall();
        lone.open().read("f", 0, 1, (bytes, error) -> told.add("read " + bytes.length + " " + lone.now()));
        lone.runFor(990_000);
        assertEquals(List.of(), told);
        assertEquals(1, lone.open().length("f"), "operations take effect all the same");
        lone.faults().resume();
        lone.run();
        assertEquals(List.of("write under way 1020000", "sync under way 2020000", "read 1 2120000"), told);
    }

    @Test
    void resumingADiskThatIsNotStalledDoesNothing() {
        lone.open().append("f", bytes("x"), error -> told.add("write " + lone.now()));
        lone.runFor(10_000);
        lone.faults().resume();
        lone.run();
        assertEquals(List.of("write 20000"), told);
    }

    @Test
    void aStallOutlivesAKillAndWhatTheDeadAskedForDoesNotEnd() {
        lone.open().append("f", bytes("x"), error -> told.add("dead"));
        lone.faults().stall();
        lone.kill(CrashPolicy.KEEP);
        lone.open().append("f", bytes("y"), error -> told.add("alive"));
        lone.run();
        assertEquals(List.of(), told);
        lone.faults().resume();
        lone.run();
        assertEquals(List.of("alive"), told);
    }

    @Test
    void aFailedSyncLosesItsWritesForGoodAndNoOthers() {
        lone.put("f", bytes("abcdef"));
        lone.open().write("f", 0, bytes("XY"), WELL);
        lone.open().append("f", bytes("gh"), WELL);
        lone.open().append("other", bytes("other"), WELL);
        lone.faults().syncErrors(Probability.ALWAYS);
        lone.open().sync("f", error -> told.add("" + error));
        lone.run();
        lone.faults().heal();
        assertArrayEquals(bytes("XYcdefgh"), lone.get("f"), "the cache still has them");

        lone.open().write("f", 4, bytes("E"), WELL);
        lone.open().sync("f", error -> told.add("" + error));
        lone.open().sync("other", error -> told.add("" + error));
        lone.run();
        assertEquals(List.of("SYNC_FAILED", "null", "null"), told);
        assertArrayEquals(bytes("abcdEf\0\0"), lone.get("f"), "the old bytes, and zeros where there were none");
        assertEquals(0, lone.unsynced());
        lone.kill(CrashPolicy.LOSE_UNSYNCED);
        assertArrayEquals(bytes("abcdEf\0\0"), lone.get("f"));
        assertArrayEquals(bytes("other"), lone.get("other"));
    }

    @Test
    void aKillAfterAFailedSyncTakesItsWritesForCertain() {
        for (int key = 0; key < 50; key++) {
            LoneDisk lone = new LoneDisk(key);
            lone.put("f", bytes("abc"));
            lone.faults().syncErrors(Probability.ALWAYS);
            lone.open().append("f", bytes("def"), WELL);
            lone.open().sync("f", error -> {});
            lone.run();
            assertEquals(new CrashReport(0, 1, 0), lone.kill(CrashPolicy.LOSE_UNSYNCED), "key " + key);
            assertArrayEquals(bytes("abc"), lone.get("f"), "key " + key);
        }
    }

    @Test
    void aFailedSyncLeavesTruncationsAndNamesToTheNext() {
        lone.put("f", bytes("abcdef"));
        lone.faults().syncErrors(Probability.ALWAYS);
        lone.open().truncate("f", 2, WELL);
        lone.open().rename("f", "g", WELL);
        lone.open().sync("g", error -> told.add("" + error));
        lone.run();
        lone.faults().heal();
        assertEquals(2, lone.unsynced());
        lone.open().sync("g", error -> told.add("" + error));
        lone.run();
        lone.kill(CrashPolicy.LOSE_UNSYNCED);
        assertEquals(List.of("SYNC_FAILED", "null"), told);
        assertArrayEquals(bytes("ab"), lone.get("g"));
        assertNull(lone.get("f"));
    }

    @Test
    void bitRotFlipsAsManySyncedBitsAsAskedAndSaysWhich() {
        byte[] content = new Dice(4).bytes(50);
        for (int bits = 1; bits <= 400; bits += 57) {
            LoneDisk lone = new LoneDisk(bits);
            lone.put("f", content);
            lone.put("g", content);
            String done = lone.faults().bitRot(bits, "f");
            byte[] rotten = Objects.requireNonNull(lone.get("f"));
            StringBuilder flips = new StringBuilder();
            for (int i = 0; i < 8 * content.length; i++) {
                if (((rotten[i / 8] ^ content[i / 8]) >> (i % 8) & 1) == 1) {
                    flips.append(flips.isEmpty() ? "flipped " : ", ")
                            .append("bit " + i % 8 + " of byte " + i / 8 + " of f");
                }
            }
            assertEquals(flips.toString(), done);
            assertEquals(bits, done.split("bit ", -1).length - 1, done);
            assertArrayEquals(content, lone.get("g"), "the file that was not asked for");
            lone.kill(CrashPolicy.LOSE_UNSYNCED);
            assertArrayEquals(rotten, lone.get("f"), "rot lasts");
        }
    }

    @Test
    void bitRotReachesEveryFileButNothingThatIsNotSynced() {
        lone.put("f", new byte[10]);
        lone.put("g", new byte[10]);
        lone.open().append("h", new byte[10], WELL);
        lone.run();
        String done = lone.faults().bitRot(1_000, null);
        assertEquals(160, done.split("bit ", -1).length - 1, "all bits that there are");
        assertArrayEquals(new byte[10], lone.get("h"));
        assertEquals("no synced byte to rot in h", lone.faults().bitRot(1, "h"));
        assertEquals("no synced byte to rot", new LoneDisk(1).faults().bitRot(1, null));
        assertThrows(IllegalArgumentException.class, () -> lone.faults().bitRot(0, null));
    }

    @Test
    void anUnsyncedWriteHidesRotAndHealsIt() {
        lone.put("f", bytes("a"));
        lone.open().write("f", 0, bytes("b"), WELL);
        lone.faults().bitRot(8, "f");
        assertArrayEquals(bytes("b"), lone.get("f"));
        lone.open().sync("f", WELL);
        lone.run();
        lone.kill(CrashPolicy.LOSE_UNSYNCED);
        assertArrayEquals(bytes("b"), lone.get("f"));
    }

    @Test
    void aTornKillTearsTheLastWriteForCertainAndOnceAndNoOther() {
        for (int key = 0; key < 100; key++) {
            List<LoneDisk.Happening> plain = fates(key, false);
            List<LoneDisk.Happening> torn = fates(key, true);
            assertEquals("torn", torn.get(2).what(), "key " + key);
            assertEquals(plain.subList(0, 2), torn.subList(0, 2), "key " + key);
            assertEquals(plain.subList(3, 6), torn.subList(3, 6), "key " + key + ", the second kill");
        }
    }

    /** The fates of three unsynced writes at a first kill, and of three more at a second. */
    private static List<LoneDisk.Happening> fates(int key, boolean tear) {
        LoneDisk lone = new LoneDisk(key);
        lone.put("f", new byte[100]);
        List<LoneDisk.Happening> fates = new ArrayList<>();
        if (tear) {
            lone.faults().tear();
        }
        for (int kill = 0; kill < 2; kill++) {
            for (int i = 0; i < 3; i++) {
                lone.open().write("f", 20L * i, bytes("0123456789"), WELL);
            }
            int before = lone.happenings().size();
            lone.kill(CrashPolicy.LOSE_UNSYNCED);
            fates.addAll(lone.happenings().subList(before, lone.happenings().size()));
        }
        return fates;
    }

    @Test
    void aTearWaitsForAKillThatTakesTheCache() {
        lone.put("f", bytes(""));
        lone.open().append("f", bytes("0123456789"), WELL);
        lone.faults().tear();
        lone.kill(CrashPolicy.KEEP);
        assertArrayEquals(bytes("0123456789"), lone.get("f"));
        assertEquals(new CrashReport(0, 0, 1), lone.kill(CrashPolicy.LOSE_UNSYNCED));
    }

    @Test
    void aMisdirectedWriteLandsElsewhereAndMakesNoFileLonger() {
        int inOther = 0;
        for (int key = 0; key < 200; key++) {
            LoneDisk lone = new LoneDisk(key);
            lone.put("f", new byte[100]);
            lone.put("g", new byte[100]);
            lone.faults().misdirect(Probability.ALWAYS);
            lone.open().write("f", 95, bytes("0123456789"), WELL);
            assertArrayEquals(bytes("0123456789"), last(lone.get("f"), 10), "unsynced, it is read as meant");
            lone.open().sync("f", WELL);
            lone.run();

            LoneDisk.Happening landed = lone.happenings().stream()
                    .filter(each -> each.what().equals("misdirected"))
                    .findFirst()
                    .orElseThrow();
            byte[] f = new byte[105];
            byte[] g = new byte[100];
            System.arraycopy(bytes("0123456789"), 0, landed.file().equals("f") ? f : g, (int) landed.offset(), (int)
                    landed.length());
            assertArrayEquals(f, lone.get("f"), "key " + key);
            assertArrayEquals(g, lone.get("g"), "key " + key);
            assertNotEquals(95, landed.file().equals("f") ? landed.offset() : -1, "key " + key);
            inOther += landed.file().equals("g") ? 1 : 0;
        }
        assertTrue(inOther > 50 && inOther < 150, "landed in the other file: " + inOther + " of 200");
    }

    @Test
    void aMisdirectedWriteWithNowhereToGoIsLost() {
        lone.faults().misdirect(Probability.ALWAYS);
        lone.put("f", bytes("x"));
        assertArrayEquals(bytes("\0"), lone.get("f"));
    }

    @Test
    void wipingEmptiesThisDiskAtOnceAndNoOther() {
        LoneDisk other = new LoneDisk(6);
        other.put("f", bytes("abc"));
        lone.put("f", bytes("abc"));
        lone.open().append("g", bytes("de"), WELL);
        lone.open().sync("g", WELL);
        assertEquals("wiped 2 files of 5 bytes", lone.faults().wipe());
        assertEquals(0, lone.unsynced());
        lone.run();
        assertNull(lone.get("f"));
        assertNull(lone.get("g"));
        assertEquals(0, lone.unsynced());
        lone.put("g", bytes("new"));
        lone.kill(CrashPolicy.LOSE_UNSYNCED);
        assertArrayEquals(bytes("new"), lone.get("g"));
        assertArrayEquals(bytes("abc"), other.get("f"));
    }

    @Test
    void healingEndsEveryCondition() {
        lone.put("f", bytes("abc"));
        DiskFaults faults = lone.faults();
        faults.slow(1_000);
        faults.stall();
        faults.full(true);
        faults.readErrors(Probability.ALWAYS);
        faults.syncErrors(Probability.ALWAYS);
        faults.misdirect(Probability.ALWAYS);
        faults.tear();
        faults.heal();
        long begin = lone.now();
        lone.put("f", bytes("defghi"));
        assertEquals(1_020_000, lone.now() - begin);
        lone.kill(CrashPolicy.LOSE_UNSYNCED);
        assertArrayEquals(bytes("defghi"), lone.get("f"));
    }

    @Test
    void latenciesOfOneKindAreNotShiftedByOperationsOfAnother() {
        assertEquals(writeLatencies(false), writeLatencies(true));
        assertTrue(writeLatencies(false).stream().distinct().count() > 10);
    }

    private static List<Long> writeLatencies(boolean busy) {
        LoneDisk lone = new LoneDisk(VARIED, 8);
        List<Long> latencies = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            long begin = lone.now();
            lone.open().append("f", bytes("x"), error -> latencies.add(lone.now() - begin));
            lone.run();
            if (busy) {
                lone.get("f");
                lone.open().sync("f", WELL);
                lone.open().truncate("f", 0, WELL);
                lone.open().delete("g", WELL);
                lone.run();
            }
        }
        return latencies;
    }

    @Test
    void whatAKillTakesIsNotShiftedByAnEarlierKill() {
        for (int key = 0; key < 100; key++) {
            assertEquals(lastFate(key, false), lastFate(key, true), "key " + key);
        }
    }

    private static LoneDisk.Happening lastFate(int key, boolean killedBefore) {
        LoneDisk lone = new LoneDisk(key);
        lone.put("f", bytes("abc"));
        if (killedBefore) {
            lone.kill(CrashPolicy.LOSE_UNSYNCED);
        }
        lone.open().append("f", bytes("0123456789"), WELL);
        lone.kill(CrashPolicy.LOSE_UNSYNCED);
        return lone.happenings().get(lone.happenings().size() - 1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] last(byte @Nullable [] bytes, int count) {
        assertNotNull(bytes);
        return Arrays.copyOfRange(bytes, bytes.length - count, bytes.length);
    }
}
