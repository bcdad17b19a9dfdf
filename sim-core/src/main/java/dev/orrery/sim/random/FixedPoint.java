package dev.orrery.sim.random;

/** Products of 64-bit numbers that pass through 128 bits, so that nothing is lost before it is rounded. */
final class FixedPoint {
    private FixedPoint() {}

    /** {@code a × b / 2^shift} to the nearest whole number, halves up; at the ends of {@code long} where it is beyond them. */
    static long scale(long a, long b, int shift) {
        long high = Math.multiplyHigh(a, b);
        long sign = high >> 63;
        // Rounding the low word may carry into the high one, and from there beyond the greatest number.
        long low = a * b;
        long rounded = (low >>> shift) + ((low >>> (shift - 1)) & 1);
        long scaled = (high << (64 - shift)) + rounded;
        boolean fits = high >> (shift - 1) == sign && (sign < 0 || scaled >= 0);
        return fits ? scaled : sign ^ Long.MAX_VALUE;
    }

    /** The upper 64 bits of the product of two unsigned numbers. */
    static long unsignedHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
    }

    /** The sum, or the end of {@code long} that it is beyond. */
    static long add(long a, long b) {
        long sum = a + b;
        boolean overflown = ((a ^ sum) & (b ^ sum)) < 0;
        return overflown ? (a >> 63) ^ Long.MAX_VALUE : sum;
    }
}
