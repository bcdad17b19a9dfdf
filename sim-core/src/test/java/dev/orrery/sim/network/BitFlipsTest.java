package dev.orrery.sim.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.Mix;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BitFlipsTest {
    private record Entry(long term, String value) {}

    // Messages may carry byte arrays, and this is about damage to one.
    @SuppressWarnings("ArrayRecordComponent")
    private record Append(NodeId leader, int term, boolean commit, List<Entry> entries, byte[] digest)
            implements Message {}

    private record Empty(NodeId from, boolean yes) implements Message {}

    private record Positive(int number) implements Message {
        Positive {
            if (number < 0) {
                throw new IllegalArgumentException("negative");
            }
        }
    }

    private static final NodeId N1 = new NodeId(0, "n1");

    private static Append append() {
        return new Append(N1, 3, true, List.of(new Entry(1, "x"), new Entry(2, "yy")), new byte[] {7});
    }

    @Test
    void onePlaceIsDamagedAndEachPlaceAsOften() {
        TreeMap<String, Integer> hits = new TreeMap<>();
        for (int i = 0; i < 6_000; i++) {
            Append before = append();
            Append after = (Append) Objects.requireNonNull(BitFlips.in(before, Mix.mix64(i)));
            assertEquals(before.leader, after.leader);
            assertEquals(before.commit, after.commit);
            int places = 0;
            if (before.term != after.term) {
                places += count(hits, "term");
            }
            for (int entry = 0; entry < 2; entry++) {
                if (before.entries.get(entry).term != after.entries.get(entry).term) {
                    places += count(hits, "term of entry " + entry);
                }
                if (!before.entries.get(entry).value.equals(after.entries.get(entry).value)) {
                    places += count(hits, "value of entry " + entry);
                }
            }
            if (!Arrays.equals(before.digest, after.digest)) {
                places += count(hits, "digest");
            }
            assertEquals(1, places, "key of " + i);
        }
        assertEquals(6, hits.size());
        // 1,000 each, with a deviation of 28.9; five of them.
        hits.forEach((place, count) -> assertEquals(1_000, count, 145, place));
    }

    private static int count(Map<String, Integer> hits, String place) {
        hits.merge(place, 1, Integer::sum);
        return 1;
    }

    @Test
    void theMessageThatWasSentStaysWhole() {
        Append sent = append();
        for (int i = 0; i < 100; i++) {
            BitFlips.in(sent, Mix.mix64(i));
        }
        assertArrayEquals(new byte[] {7}, sent.digest);
        assertEquals(append().entries, sent.entries);
    }

    @Test
    void theSameKeyDoesTheSameDamage() {
        Message once = BitFlips.in(new Positive(5), 77);
        assertEquals(once, BitFlips.in(new Positive(5), 77));
        assertNotEquals(new Positive(5), once);
    }

    @Test
    void aMessageOfNothingButNamesCannotBeDamaged() {
        assertNull(BitFlips.in(new Empty(N1, true), 1));
    }

    @Test
    void damageThatTheRecordItselfRefusesIsNoMessage() {
        boolean refused = false;
        boolean made = false;
        for (int i = 0; i < 1_000; i++) {
            Message damaged = BitFlips.in(new Positive(5), Mix.mix64(i));
            refused |= damaged == null;
            made |= damaged != null;
        }
        assertTrue(refused && made);
    }
}
