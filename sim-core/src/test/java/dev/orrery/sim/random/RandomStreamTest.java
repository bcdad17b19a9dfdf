package dev.orrery.sim.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    /** The outputs that the published SplitMix64 gives for the seed 1234567. */
    private static final String[] PUBLISHED = {
        "6457827717110365317",
        "3203168211198807973",
        "9817491932198370423",
        "4593380528125082431",
        "16408922859458223821"
    };

    @Test
    void givesThePublishedOutputsOfSplitMix64() {
        RandomStream stream = new RandomStream(1234567);
        for (String expected : PUBLISHED) {
            assertEquals(expected, Long.toUnsignedString(stream.next()));
        }
    }

    @Test
    void seekingBeginsAnewAndKeepsTheCount() {
        RandomStream stream = new RandomStream(7);
        long first = stream.next();
        stream.next();
        stream.seek(7);
        assertEquals(first, stream.next());
        assertEquals(3, stream.draws());
    }

    @Test
    void everyValueBelowABoundIsAsLikely() {
        // Chi-square over 10 cells has 9 degrees of freedom: 33.7 is passed once in 10,000 honest runs, and this run is
        // one fixed run.
        long[] counts = new long[10];
        RandomStream stream = new RandomStream(1);
        int draws = 100_000;
        for (int i = 0; i < draws; i++) {
            counts[stream.below(10)]++;
        }
        double chiSquare = 0;
        for (long count : counts) {
            chiSquare += (count - draws / 10.0) * (count - draws / 10.0) / (draws / 10.0);
        }
        assertTrue(chiSquare < 33.7, "chi-square " + chiSquare);
    }

    @Test
    void aBoundNearTwoToThe63IsNotBiased() {
        // Without rejection, a bound of 3·2^61 makes some values twice as likely as others; the lower third would then
        // not hold a third. The share's deviation over 30,000 draws is 0.27 %, and the bound is five of them.
        long bound = 3L << 61;
        RandomStream stream = new RandomStream(2);
        int lower = 0;
        for (int i = 0; i < 30_000; i++) {
            long drawn = stream.below(bound);
            assertTrue(drawn >= 0 && drawn < bound, "drew " + drawn);
            if (drawn < 1L << 61) {
                lower++;
            }
        }
        assertEquals(10_000, lower, 30_000 * 0.0136);
    }

    @Test
    void aRangeMayBeOneValueOrAllOfThem() {
        RandomStream stream = new RandomStream(3);
        assertEquals(Long.MIN_VALUE, stream.between(Long.MIN_VALUE, Long.MIN_VALUE));
        assertEquals(Long.MAX_VALUE, stream.between(Long.MAX_VALUE, Long.MAX_VALUE));
        boolean negative = false;
        boolean positive = false;
        for (int i = 0; i < 100; i++) {
            long any = stream.between(Long.MIN_VALUE, Long.MAX_VALUE);
            negative |= any < 0;
            positive |= any > 0;
            assertTrue(stream.between(-2, Long.MAX_VALUE) >= -2);
        }
        assertTrue(negative && positive);
        assertThrows(IllegalArgumentException.class, () -> stream.between(2, 1));
        assertThrows(IllegalArgumentException.class, () -> stream.below(0));
    }

    @Test
    void shufflingReachesEveryOrder() {
        int[] seen = new int[6];
        RandomStream stream = new RandomStream(4);
        for (int i = 0; i < 6_000; i++) {
            List<Integer> items = new ArrayList<>(List.of(0, 1, 2));
            stream.shuffle(items);
            seen[items.get(0) * 2 + (items.get(1) > items.get(2) ? 1 : 0)]++;
        }
        // Each order is expected 1000 times with a deviation of 28.9; five of them.
        for (int count : seen) {
            assertEquals(1000, count, 145);
        }
    }

    @Test
    void neighbouringKeysShareNoPattern() {
        // Between streams of neighbouring keys, each bit of the first output agrees half the time: over 4,096 pairs the
        // count has mean 2048 and deviation 32; six of them, for 64 bits.
        int[] agreements = new int[64];
        for (long value = 0; value < 4096; value++) {
            long differing =
                    new RandomStream(Mix.combine(9, value)).next() ^ new RandomStream(Mix.combine(9, value + 1)).next();
            for (int bit = 0; bit < 64; bit++) {
                agreements[bit] += (int) (differing >>> bit & 1);
            }
        }
        for (int agreement : agreements) {
            assertEquals(2048, agreement, 192);
        }
    }

    @Test
    void keysDependOnNameOrderAndSeed() {
        assertNotEquals(new Seed(1).key("network"), new Seed(1).key("disk"));
        assertNotEquals(new Seed(1).key("network"), new Seed(2).key("network"));
        assertNotEquals(Mix.combine(Mix.combine(1, 2), 3), Mix.combine(Mix.combine(1, 3), 2));
        assertNotEquals(Mix.hash("ab"), Mix.hash("ba"));
    }
}
