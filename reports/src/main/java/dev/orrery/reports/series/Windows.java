package dev.orrery.reports.series;

/**
 * Virtual time from 0 cut into windows of equal width.
 *
 * @param width nanoseconds; 1, 2 or 5 times a power of ten
 * @param count how many cover the run, at least 1
 */
public record Windows(long width, int count) {

    /**
     * The narrowest windows of which no more than {@code most} are needed.
     *
     * @param span nanoseconds, at least 0
     */
    public static Windows over(long span, int most) {
        long power = 1;
        while (true) {
            for (int digit : new int[] {1, 2, 5}) {
                long width = digit * power;
                long count = Math.max(1, (span + width - 1) / width);
                if (count <= most) {
                    return new Windows(width, (int) count);
                }
            }
            power *= 10;
        }
    }

    /** The window that a moment is in; a moment beyond the last window is in the last. */
    public int of(long at) {
        return (int) Math.min(count - 1, at / width);
    }

    /** When a window begins, in nanoseconds. */
    public long start(int window) {
        return window * width;
    }

    /** How many a second, if there were so many in one window. */
    public double perSecond(int inWindow) {
        return inWindow * 1e9 / width;
    }
}
