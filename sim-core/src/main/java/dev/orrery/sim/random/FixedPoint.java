package dev.orrery.sim.random;

/** Products of 64-bit numbers that pass through 128 bits, so that nothing is lost before it is rounded. */
final class FixedPoint {
    private FixedPoint() {}

    /** {@code a × b / 2^shift} to the nearest whole number, halves up; at the ends of {@code long} where it is beyond them. */
    static long scale(long a, long b, int shift) {
        long low = a * b;
        long rounded = low + (1L << (shift - 1));
        long high = Math.multiplyHigh(a, b) + (Long.compareUnsigned(rounded, low) < 0 ? 1 : 0);
        long sign = high >> 63;
        if (high >> (shift - 1) != sign) {
            return sign ^ Long.MAX_VALUE;
        }
        return (high << (64 - shift)) | (rounded >>> shift);
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
