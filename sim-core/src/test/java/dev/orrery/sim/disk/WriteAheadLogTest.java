package dev.orrery.sim.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.random.Probability;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WriteAheadLogTest {
    private static final Disk.Done WELL = LoneDisk::requireNone;

    private final LoneDisk lone = new LoneDisk(11);
    private final List<String> told = new ArrayList<>();

    @Test
    void aNewLogIsEmpty() {
        Recovery recovery = OpenLog.on(lone, "log");
        assertEquals(List.of(), recovery.records());
        assertNull(recovery.damage());
        assertEquals(0, recovery.log().size());
    }

    @Test
    void recordsComeBackInOrderAndSequencesGoOn() {
        WriteAheadLog log = OpenLog.on(lone, "log").log();
        assertEquals(1, log.append(bytes("one")));
        assertEquals(2, log.append(bytes("")));
        log.sync(WELL);
        lone.run();
        lone.kill(CrashPolicy.LOSE_UNSYNCED);

        Recovery recovery = OpenLog.on(lone, "log");
        assertEquals(List.of("one", ""), texts(recovery));
        assertEquals(3, recovery.log().append(bytes("three")));
        recovery.log().sync(WELL);
        lone.run();
        lone.kill(CrashPolicy.LOSE_UNSYNCED);
        assertEquals(List.of("one", "", "three"), texts(OpenLog.on(lone, "log")));
    }

    @Test
    void theCallerMayReuseItsArray() {
        WriteAheadLog log = OpenLog.on(lone, "log").log();
        byte[] array = bytes("one");
        log.append(array);
        array[0] = 'X';
        lone.stopAndStart();
        assertEquals(List.of("one"), texts(OpenLog.on(lone, "log")));
    }

    @Test
    void syncsAskedForWhileOneIsUnderWayShareTheNext() {
        WriteAheadLog log = OpenLog.on(lone, "log").log();
        for (int i = 1; i <= 5; i++) {
            String name = "sync " + i;
            log.append(bytes("record " + i));
            log.sync(error -> told.add(name));
        }
        lone.run();
        assertEquals(List.of("sync 1", "sync 2", "sync 3", "sync 4", "sync 5"), told);
        assertEquals(2, lone.count("sync"));
    }

    @Test
    void aSyncAskedForInsideACallbackIsServed() {
        WriteAheadLog log = OpenLog.on(lone, "log").log();
        log.append(bytes("a"));
        log.sync(first -> {
            told.add("first");
            log.append(bytes("b"));
            log.sync(second -> told.add("second"));
        });
        log.sync(beside -> told.add("beside"));
        lone.run();
        assertEquals(List.of("first", "beside", "second"), told);
        lone.kill(CrashPolicy.LOSE_UNSYNCED);
        assertEquals(List.of("a", "b"), texts(OpenLog.on(lone, "log")));
    }

    @Test
    void aTornTailIsCutOffForGood() {
        WriteAheadLog log = OpenLog.on(lone, "log").log();
        log.append(bytes("whole"));
        log.sync(WELL);
        lone.run();
        log.append(bytes("torn apart"));
        lone.faults().tear();
        assertEquals(new CrashReport(0, 0, 1), lone.kill(CrashPolicy.LOSE_UNSYNCED));

        Recovery recovery = OpenLog.on(lone, "log");
        assertEquals(List.of("whole"), texts(recovery));
        assertNull(recovery.damage());
        assertEquals(recovery.log().size(), lone.open().length("log"));
        assertEquals(0, lone.unsynced());
    }

    @Test
    void aHoleBeforeAnUnsyncedRecordIsTheTraceOfACrash() {
        int holes = 0;
        for (int key = 0; key < 100; key++) {
            LoneDisk lone = new LoneDisk(key);
            WriteAheadLog log = OpenLog.on(lone, "log").log();
            log.append(bytes("synced"));
            log.sync(WELL);
            lone.run();
            long before = log.size();
            log.append(bytes("lost"));
            log.append(bytes("kept"));
            CrashReport report = lone.kill(CrashPolicy.LOSE_UNSYNCED);
            holes += report.lost() == 1 && report.kept() == 1 && lone.open().length("log") > before + 24 ? 1 : 0;
            Recovery recovery = OpenLog.on(lone, "log");
            assertNull(recovery.damage(), "key " + key);
            assertEquals("synced", texts(recovery).get(0), "key " + key);
        }
        assertTrue(holes > 3, "holes: " + holes);
    }

    @Test
    void aHoleBeforeARecordThatKnewItSyncedIsDamage() {
        WriteAheadLog log = OpenLog.on(lone, "log").log();
        long[] ends = new long[4];
        for (int i = 1; i <= 3; i++) {
            log.append(bytes("record " + i));
            log.sync(WELL);
            lone.run();
            ends[i] = log.size();
        }
        lone.open().write("log", ends[1], new byte[(int) (ends[2] - ends[1])], WELL);
        lone.stopAndStart();

        Recovery recovery = OpenLog.on(lone, "log");
        assertEquals(List.of("record 1"), texts(recovery));
        assertEquals(new Damage("log", ends[1], 2, 2), recovery.damage());
        assertEquals(
                "log is damaged at byte " + ends[1] + ": record 2 cannot be read, and records up to 2 had been synced",
                String.valueOf(recovery.damage()));
    }

    @Test
    void aDamagedLogTakesNothingAndStaysAsItIsUntilItIsRewritten() {
        WriteAheadLog log = OpenLog.on(lone, "log").log();
        for (int i = 0; i < 4; i++) {
            log.append(bytes("record " + i));
            log.sync(WELL);
            lone.run();
        }
        lone.open().write("log", 0, bytes("X"), WELL);
        lone.stopAndStart();
        for (int boot = 0; boot < 2; boot++) {
            Recovery damaged = OpenLog.on(lone, "log");
            assertEquals(new Damage("log", 0, 1, 3), damaged.damage());
            assertThrows(IllegalStateException.class, () -> damaged.log().append(bytes("x")));
            assertThrows(IllegalStateException.class, () -> damaged.log().sync(WELL));
            lone.kill(CrashPolicy.LOSE_UNSYNCED);
        }
        WriteAheadLog damaged = OpenLog.on(lone, "log").log();
        damaged.rewrite(List.of(bytes("I lost records up to 3")), WELL);
        damaged.append(bytes("and go on"));
        damaged.sync(WELL);
        lone.run();
        lone.kill(CrashPolicy.LOSE_UNSYNCED);
        assertEquals(List.of("I lost records up to 3", "and go on"), texts(OpenLog.on(lone, "log")));
    }

    @Test
    void rewritingReplacesTheLogAndSequencesStartAnew() {
        WriteAheadLog log = OpenLog.on(lone, "log").log();
        for (int i = 0; i < 100; i++) {
            log.append(bytes("record " + i));
        }
        log.sync(error -> told.add("synced"));
        log.rewrite(List.of(bytes("snapshot"), bytes("rest")), error -> told.add("rewritten"));
        assertEquals(3, log.append(bytes("after")));
        log.sync(error -> told.add("after"));
        lone.run();
        assertEquals(List.of("synced", "rewritten", "after"), told);
        assertEquals(log.size(), lone.open().length("log"));
        assertEquals(-1, lone.open().length("log.new"));
        lone.kill(CrashPolicy.LOSE_UNSYNCED);
        assertEquals(List.of("snapshot", "rest", "after"), texts(OpenLog.on(lone, "log")));
    }

    @Test
    void aLogMayBeRewrittenToNothing() {
        WriteAheadLog log = OpenLog.on(lone, "log").log();
        log.append(bytes("record"));
        log.rewrite(List.of(), WELL);
        lone.run();
        log.append(bytes("first"));
        log.sync(WELL);
        lone.run();
        lone.kill(CrashPolicy.LOSE_UNSYNCED);
        assertEquals(List.of("first"), texts(OpenLog.on(lone, "log")));
        assertEquals(1, lone.count("rename"));
    }

    @Test
    void damageInsideARewrittenLogIsKnownAsSuchThoughNothingWasAppendedAfter() {
        WriteAheadLog log = OpenLog.on(lone, "log").log();
        log.rewrite(List.of(bytes("a"), bytes("b"), bytes("c")), WELL);
        lone.run();
        lone.open().write("log", 0, bytes("X"), WELL);
        lone.stopAndStart();
        assertEquals(new Damage("log", 0, 1, 2), OpenLog.on(lone, "log").damage());
    }

    @Test
    void whatAFullDiskRefusedIsWrittenByALaterSync() {
        WriteAheadLog log = OpenLog.on(lone, "log").log();
        log.append(bytes("before"));
        lone.faults().full(true);
        log.append(bytes("refused"));
        log.append(bytes("refused too"));
        log.sync(error -> told.add("" + error));
        lone.run();
        log.append(bytes("and one more"));
        log.sync(error -> told.add("" + error));
        lone.run();
        lone.faults().full(false);
        log.sync(error -> told.add("" + error));
        lone.run();
        assertEquals(List.of("FULL", "FULL", "null"), told);
        lone.kill(CrashPolicy.LOSE_UNSYNCED);
        assertEquals(List.of("before", "refused", "refused too", "and one more"), texts(OpenLog.on(lone, "log")));
    }

    @Test
    void whatAFailedSyncForsookIsWrittenAgainByTheNext() {
        WriteAheadLog log = OpenLog.on(lone, "log").log();
        log.append(bytes("before"));
        log.sync(WELL);
        lone.run();
        lone.faults().syncErrors(Probability.ALWAYS);
        log.append(bytes("forsaken"));
        log.sync(error -> told.add("" + error));
        lone.run();
        lone.faults().heal();
        log.append(bytes("after"));
        log.sync(error -> told.add("" + error));
        lone.run();
        assertEquals(List.of("SYNC_FAILED", "null"), told);
        lone.kill(CrashPolicy.LOSE_UNSYNCED);
        assertEquals(List.of("before", "forsaken", "after"), texts(OpenLog.on(lone, "log")));
    }

    @Test
    void aFailedRewritingIsDoneByTheNextSyncAndUntilThenTheOldLogIsThere() {
        WriteAheadLog log = OpenLog.on(lone, "log").log();
        log.append(bytes("old"));
        log.sync(WELL);
        lone.run();
        lone.faults().full(true);
        log.rewrite(List.of(bytes("new")), error -> told.add("" + error));
        lone.run();
        lone.kill(CrashPolicy.LOSE_UNSYNCED);
        Recovery recovery = OpenLog.on(lone, "log");
        assertEquals(List.of("old"), texts(recovery));
        recovery.log().rewrite(List.of(bytes("newer")), error -> told.add("" + error));
        lone.run();
        lone.faults().heal();
        recovery.log().sync(error -> told.add("" + error));
        lone.run();
        assertEquals(List.of("FULL", "FULL", "null"), told);
        lone.kill(CrashPolicy.LOSE_UNSYNCED);
        assertEquals(List.of("newer"), texts(OpenLog.on(lone, "log")));
    }

    @Test
    void aLogThatCannotBeReadOrSyncedIsNotOpenedAndCanBeTriedAgain() {
        WriteAheadLog log = OpenLog.on(lone, "log").log();
        log.append(bytes("record"));
        lone.stopAndStart();
        lone.faults().readErrors(Probability.ALWAYS);
        WriteAheadLog.open(lone.open(), "log", (recovery, error) -> told.add(recovery + " " + error));
        lone.run();
        lone.faults().heal();
        lone.faults().syncErrors(Probability.ALWAYS);
        WriteAheadLog.open(lone.open(), "log", (recovery, error) -> told.add(recovery + " " + error));
        lone.run();
        lone.faults().heal();
        assertEquals(List.of("null READ_FAILED", "null SYNC_FAILED"), told);
        assertEquals(List.of("record"), texts(OpenLog.on(lone, "log")));
    }

    @Test
    void whatAKilledProcessLeftInTheCacheIsDurableOnceItIsReported() {
        WriteAheadLog log = OpenLog.on(lone, "log").log();
        log.append(bytes("cached"));
        lone.kill(CrashPolicy.KEEP);
        assertEquals(List.of("cached"), texts(OpenLog.on(lone, "log")));
        lone.kill(CrashPolicy.LOSE_UNSYNCED);
        assertEquals(List.of("cached"), texts(OpenLog.on(lone, "log")));
    }

    @Test
    void aRecordOfAnotherLogIsNotTakenForOneOfThis() {
        WriteAheadLog other = OpenLog.on(lone, "other").log();
        other.append(bytes("not mine"));
        lone.stopAndStart();
        byte[] foreign = lone.get("other");
        lone.open().append("log", foreign == null ? new byte[0] : foreign, WELL);
        lone.run();
        assertEquals(List.of(), texts(OpenLog.on(lone, "log")));
    }

    @Test
    void aLogWhoseDiskIsWipedWhileItOpensCanBeOpenedAgain() {
        OpenLog.on(lone, "log").log().append(bytes("record"));
        lone.stopAndStart();
        WriteAheadLog.open(lone.open(), "log", (recovery, error) -> told.add(recovery + " " + error));
        lone.faults().wipe();
        lone.run();
        assertEquals(List.of("null NO_SUCH_FILE"), told);
        assertEquals(List.of(), texts(OpenLog.on(lone, "log")));
    }

    @Test
    void theRestOfAnInterruptedRewritingIsRemoved() {
        OpenLog.on(lone, "log");
        lone.put("log.new", bytes("half a log"));
        OpenLog.on(lone, "log");
        assertEquals(-1, lone.open().length("log.new"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static List<String> texts(Recovery recovery) {
        return recovery.records().stream()
                .map(record -> new String(record, UTF_8))
                .toList();
    }
}
