package dev.orrery.sim.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** One log, each of its records synced by itself, in every state that one blow can bring it into. */
class WriteAheadLogDamageTest {
    private static final int[] LENGTHS = {5, 0, 1, 17, 64, 3, 0, 200, 31, 8};

    private final List<byte[]> payloads = new ArrayList<>();
    /** Where each record ends; the first entry is the log's beginning. */
    private final List<Integer> ends = new ArrayList<>(List.of(0));

    private final byte[] whole = write();

    private byte[] write() {
        LoneDisk lone = new LoneDisk(3);
        WriteAheadLog log = OpenLog.on(lone, "log").log();
        Dice dice = new Dice(3);
        for (int length : LENGTHS) {
            payloads.add(dice.bytes(length));
            log.append(payloads.get(payloads.size() - 1));
            log.sync(LoneDisk::requireNone);
            lone.run();
            ends.add((int) log.size());
        }
        return Objects.requireNonNull(lone.get("log"));
    }

    /** How many records end at or before a byte. */
    private int wholeBefore(int at) {
        return (int) ends.stream().filter(end -> end <= at).count() - 1;
    }

    @Test
    void everyPrefixGivesTheRecordsItHoldsWhole() {
        for (int length = 0; length <= whole.length; length++) {
            String blow = "cut to " + length + " bytes";
            Recovery recovery = OpenLog.holding(Arrays.copyOf(whole, length));
            assertRecords(wholeBefore(length), recovery, blow);
            assertNull(recovery.damage(), blow);
        }
    }

    @Test
    void everyFlippedBitCostsItsRecordAndWhatFollowsAndIsReportedIfAnyFollows() {
        for (int at = 0; at < whole.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] bytes = whole.clone();
                bytes[at] ^= (byte) (1 << bit);
                check(bytes, at, "bit " + bit + " of byte " + at + " flipped");
            }
        }
    }

    @Test
    void everyByteSetToAnyOtherValueDoesTheSame() {
        // Every value at every byte of the headers and payloads of the first four records, which hold every kind of
        // field.
        for (int at = 0; at < ends.get(4); at++) {
            for (int value = 1; value < 256; value++) {
                byte[] bytes = whole.clone();
                bytes[at] ^= (byte) value;
                check(bytes, at, "byte " + at + " xor " + value);
            }
        }
    }

    @Test
    void everyZeroedSectorDoesTheSame() {
        for (int at = 0; at < whole.length; at++) {
            for (int length : new int[] {2, 4, 20, 64}) {
                byte[] bytes = whole.clone();
                int end = Math.min(at + length, bytes.length);
                Arrays.fill(bytes, at, end, (byte) 0);
                int first = Arrays.mismatch(bytes, whole);
                if (first >= 0 && end <= ends.get(ends.size() - 2)) {
                    check(bytes, first, length + " bytes from " + at + " zeroed");
                }
            }
        }
    }

    @Test
    void everyRecordSwappedForAnotherOfTheSameLogIsFoundOut() {
        for (int into = 0; into < payloads.size(); into++) {
            for (int from = 0; from < payloads.size(); from++) {
                byte[] bytes = whole.clone();
                int length = Math.min(ends.get(from + 1) - ends.get(from), bytes.length - ends.get(into));
                System.arraycopy(whole, ends.get(from), bytes, ends.get(into), length);
                if (into != from) {
                    assertRecords(into, OpenLog.holding(bytes), "record " + from + " written over " + into);
                }
            }
        }
    }

    @Test
    void aCutOffTailIsGoneAndTheLogGoesOnAfterIt() {
        for (int length = 0; length < whole.length; length += 7) {
            LoneDisk lone = new LoneDisk(length);
            lone.put("log", Arrays.copyOf(whole, length));
            WriteAheadLog log = OpenLog.on(lone, "log").log();
            log.append(new byte[] {42});
            log.sync(LoneDisk::requireNone);
            lone.run();
            lone.kill(CrashPolicy.LOSE_UNSYNCED);
            List<byte[]> records = OpenLog.on(lone, "log").records();
            assertEquals(wholeBefore(length) + 1, records.size(), "cut to " + length);
            assertArrayEquals(new byte[] {42}, records.get(records.size() - 1), "cut to " + length);
        }
    }

    /** Exactly the records before the first damaged one come back, and any that follow betray it. */
    private void check(byte[] bytes, int firstDamaged, String blow) {
        int before = wholeBefore(firstDamaged);
        Recovery recovery = OpenLog.holding(bytes);
        assertRecords(before, recovery, blow);
        Damage expected = before == payloads.size() - 1
                ? null
                : new Damage("log", ends.get(before), before + 1L, payloads.size() - 1L);
        assertEquals(expected, recovery.damage(), blow);
    }

    private void assertRecords(int count, Recovery recovery, String blow) {
        assertEquals(count, recovery.records().size(), blow);
        for (int i = 0; i < count; i++) {
            assertArrayEquals(payloads.get(i), recovery.records().get(i), blow);
        }
    }
}
