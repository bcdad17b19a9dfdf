package dev.orrery.sim.fault;

import dev.orrery.sim.random.Mix;
import dev.orrery.sim.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what a nemesis does, one episode after the other: a quiet window, then one to three faults that overlap.
 *
 * <p>An episode lasts from 100 ms to 6.4 s, each doubling as likely as the others, so that both short and long ones are
 * common. The windows between are as long as the intensity asks for on average.
 */
final class NemesisScript {
    private static final long SHORTEST = 100_000_000;
    private static final int DOUBLINGS = 6;
    /** The mean length of an episode: 1.5 times the mean of 1, 2, 4, … 32, in units of the shortest. */
    static final long MEAN_LENGTH = SHORTEST * 3 / 2 * ((1 << DOUBLINGS) - 1) / DOUBLINGS;

    private static final long MILLION = 1_000_000;

    private final Mixture mixture;
    private final long meanQuiet;
    private final long key;
    private long episodes;

    /**
     * A script from its beginning.
     *
     * @param key of the run's nemesis
     */
    NemesisScript(Nemesis nemesis, long key) {
        this.key = Mix.combine(key, 1);
        mixture = nemesis.swarm() ? Mixture.drawn(nemesis.profile(), key) : Mixture.even(nemesis.profile());
        long active = nemesis.swarm() ? drawn(millionths(nemesis), Mix.combine(key, 2)) : millionths(nemesis);
        meanQuiet = MEAN_LENGTH * (MILLION - active) / active;
    }

    private static long millionths(Nemesis nemesis) {
        return Math.max(1, nemesis.intensity().inPercent().movePointRight(4).longValue());
    }

    /** From a quarter of the mean to as much above it, and at most all of the time: no run goes without faults for long. */
    private static long drawn(long mean, long key) {
        long spread = 3 * mean / 4;
        return Math.min(MILLION, new RandomStream(key).between(mean - spread, mean + spread));
    }

    /**
     * A stretch of time with faults.
     *
     * @param faults each at a time, and with targets that are still to be chosen
     * @param begin when the quiet window before it ends
     * @param end when the last of them is over
     */
    record Episode(List<PlannedFault> faults, long begin, long end) {}

    /** The next episode, whose quiet window begins now. */
    Episode next(long now) {
        RandomStream random = new RandomStream(Mix.combine(key, episodes++));
        long begin = now + random.between(0, 2 * meanQuiet);
        long scale = SHORTEST << random.below(DOUBLINGS);
        long length = random.between(scale, 2 * scale - 1);
        long more = Math.max(0, random.below(4) - 1);
        List<PlannedFault> faults = new ArrayList<>(mixture.pick(random).faults(random, begin, length));
        for (; more > 0; more--) {
            long later = random.below(length);
            faults.addAll(mixture.pick(random).faults(random, begin + later, length - later));
        }
        return new Episode(faults, begin, begin + length);
    }
}
