package dev.orrery.sim.random;

record LatestKeys(ZipfianKeys ages) implements KeyDistribution {
    @Override
    public int sample(long draw) {
        return count() - 1 - ages.sample(draw);
    }

    @Override
    public int count() {
        return ages.count();
    }

    @Override
    public String toString() {
        return "latest of " + count() + " keys";
    }
}
