package dev.orrery.sim.explore;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much of what can happen is looked at. What stays within all bounds is looked at without exception.
 *
 * @param depth how many steps a way has at most
 * @param crashes how often a server crashes and boots again, over all of them
 * @param drops how many messages are lost. A message may be on its way for ever in any case, so that losing it shows nothing
 *     new to a system that does not count what it is sent
 * @param duplicates how many messages arrive once more
 * @param timers how often each server's timers fire, over all its timers; a client's never do
 * @param states the highest values of numbers that the nodes report, by name, such as {@code term}: steps beyond are not
 *     taken
 * @param most how many states are kept at most; the search is given up at more
 */
public record Bounds(
        int depth, int crashes, int drops, int duplicates, int timers, Map<String, Long> states, int most) {
    /** One crash, two time-outs a node, nothing lost and nothing doubled, ten million states. */
    public static final Bounds DEFAULT = new Bounds(Integer.MAX_VALUE, 1, 0, 0, 2, new LinkedHashMap<>(), 10_000_000);

    /** Checks the numbers. */
    public Bounds {
        if (depth < 0 || crashes < 0 || drops < 0 || duplicates < 0 || timers < 0 || most < 1) {
            throw new IllegalArgumentException("a bound is 0 or more, and at least one state is kept");
        }
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
    }

    /** The same with another depth. */
    public Bounds depth(int steps) {
        return new Bounds(steps, crashes, drops, duplicates, timers, states, most);
    }

    /** The same with so many crashes. */
    public Bounds crashes(int times) {
        return new Bounds(depth, times, drops, duplicates, timers, states, most);
    }

    /** The same with so many messages lost. */
    public Bounds drops(int times) {
        return new Bounds(depth, crashes, times, duplicates, timers, states, most);
    }

    /** The same with so many messages doubled. */
    public Bounds duplicates(int times) {
        return new Bounds(depth, crashes, drops, times, timers, states, most);
    }

    /** The same with so many time-outs of each server. */
    public Bounds timers(int times) {
        return new Bounds(depth, crashes, drops, duplicates, times, states, most);
    }

    /** The same with a number that the nodes report bounded too. */
    public Bounds state(String name, long highest) {
        Map<String, Long> more = new LinkedHashMap<>(states);
        more.put(name, highest);
        return new Bounds(depth, crashes, drops, duplicates, timers, more, most);
    }

    /** The same with so many states kept. */
    public Bounds most(int kept) {
        return new Bounds(depth, crashes, drops, duplicates, timers, states, kept);
    }
}
