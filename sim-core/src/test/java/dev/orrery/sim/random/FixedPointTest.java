package dev.orrery.sim.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class FixedPointTest {
    private static final long[] ENDS = {0, 1, 2, -1, -2, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE - 1, 1L << 57};

    @Test
    void agreesWithExactArithmetic() {
        RandomStream random = new RandomStream(11);
        for (int i = 0; i < 20_000; i++) {
            compare(random.next() >> random.below(64), random.next() >> random.below(64), 1 + random.below(63));
        }
        for (long a : ENDS) {
            for (long b : ENDS) {
                compare(a, b, 1);
                compare(a, b, 57);
                compare(a, b, 63);
            }
        }
    }

    private static void compare(long a, long b, int shift) {
        String numbers = a + " and " + b + ", shift " + shift;
        BigInteger half = BigInteger.ONE.shiftLeft(shift - 1);
        BigInteger scaled =
                BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).add(half).shiftRight(shift);
        assertEquals(held(scaled), FixedPoint.scale(a, b, shift), numbers);
        assertEquals(held(BigInteger.valueOf(a).add(BigInteger.valueOf(b))), FixedPoint.add(a, b), numbers);
        assertEquals(
                unsigned(a).multiply(unsigned(b)).shiftRight(64).longValue(), FixedPoint.unsignedHigh(a, b), numbers);
    }

    /** The number, or the end of {@code long} that it is beyond. */
    private static long held(BigInteger number) {
        return number.max(BigInteger.valueOf(Long.MIN_VALUE))
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValueExact();
    }

    private static BigInteger unsigned(long number) {
        return new BigInteger(Long.toUnsignedString(number));
    }
}
