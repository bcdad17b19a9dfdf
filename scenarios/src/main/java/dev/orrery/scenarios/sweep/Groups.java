package dev.orrery.scenarios.sweep;

import dev.orrery.scenarios.result.Signature;
import dev.orrery.sim.random.Mix;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Runs that came out alike, by signature. Of more than {@value #MOST} signatures those whose texts have the smallest hashes
 * are kept, so that a check whose messages are all different does not fill the memory, and what is kept does not depend on
 * the order in which runs come; the others are only counted.
 */
final class Groups {
    /** The most groups that are kept. */
    static final int MOST = 256;

    private final TreeMap<Key, Group> groups =
            new TreeMap<>(Comparator.comparingLong(Key::hash).thenComparing(Key::signature));
    private long runs;

    private record Key(long hash, Signature signature) {
        static Key of(Signature signature) {
            return new Key(Mix.hash(signature.toString()), signature);
        }
    }

    /** Adds a run, or several of one signature. */
    void add(Group group) {
        runs += group.count();
        merge(group);
    }

    private void merge(Group group) {
        groups.merge(Key.of(group.signature()), group, Group::with);
        if (groups.size() > MOST) {
            groups.pollLastEntry();
        }
    }

    /** Adds the runs of others. */
    void add(Groups others) {
        runs += others.runs;
        others.groups.values().forEach(this::merge);
    }

    /** Adds runs of which nothing is known but how many there are. */
    void addOthers(long count) {
        runs += count;
    }

    /** How many runs there are. */
    long runs() {
        return runs;
    }

    /** How many runs have a signature that is not kept. */
    long others() {
        return runs - groups.values().stream().mapToLong(Group::count).sum();
    }

    /** The groups, the most frequent first; of equally frequent ones the one with the smaller seed. */
    List<Group> list() {
        return groups.values().stream()
                .sorted(Comparator.comparingLong(Group::count)
                        .reversed()
                        .thenComparing(Group::smallest, Long::compareUnsigned)
                        .thenComparing(Group::signature))
                .toList();
    }
}
