package dev.orrery.sim.random;

record HotspotKeys(int count, int hot, Probability hotShare) implements KeyDistribution {
    HotspotKeys {
        Parameters.atLeast(1, "a count of keys", count);
        Parameters.atLeast(1, "a count of hot keys", hot);
        Parameters.inOrder("a count of hot keys", hot, "that of all", count);
    }

    @Override
    public int sample(long draw) {
        // Which set it is depends on the draw's upper bits; mixed, the draw serves as a second one for the key.
        long mixed = Mix.mix64(draw);
        return hot == count || hotShare.test(draw)
                ? (int) FixedPoint.unsignedHigh(mixed, hot)
                : hot + (int) FixedPoint.unsignedHigh(mixed, count - hot);
    }

    @Override
    public String toString() {
        return "hotspot(" + hotShare + " on " + hot + " of " + count + " keys)";
    }
}
