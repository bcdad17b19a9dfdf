package dev.orrery.sim.check.unambiguous;

import static dev.orrery.sim.check.unambiguous.Clusters.INITIAL;
import static dev.orrery.sim.check.unambiguous.Clusters.NONE;

import dev.orrery.sim.history.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Puts the {@link Clusters} of a register in order. A chain is a cluster whose value was simply written, or is the initial
 * one, followed by the clusters that compare-and-sets made out of it. It stays together in every legal order.
 */
final class Chains {
    private final List<Interval> object;
    private final Clusters clusters;
    private final boolean[] occurred;
    /** By value: the value that a compare-and-set made out of it, or NONE. */
    private final int[] successors;
    /** By value: of those who read it, the first to return and the last to be invoked, or NONE. */
    private final int[] firstReader;

    private final int[] lastReader;
    private final Zones zones;

    Chains(List<Interval> object, Clusters clusters) {
        this.object = object;
        this.clusters = clusters;
        occurred = clusters.occurred(object);
        successors = none(clusters.size());
        firstReader = none(clusters.size());
        lastReader = none(clusters.size());
        zones = new Zones(clusters.size());
        for (int i = 0; i < object.size(); i++) {
            int value = clusters.value(i);
            if (value != NONE && !clusters.isWriter(i)) {
                lastReader[value] = i;
                firstReader[value] = firstToReturn(firstReader[value], i);
            }
        }
    }

    private static int[] none(int size) {
        int[] none = new int[size];
        Arrays.fill(none, NONE);
        return none;
    }

    Ruling judge() {
        List<Interval> clash = clashOfValues();
        if (clash != null) {
            return new Ruling.Illegal(clash);
        }
        int[] heads = new int[clusters.size()];
        int chains = 0;
        int linked = 0;
        for (int value = 0; value < clusters.size(); value++) {
            if (occurred[value] && clusters.source(value) == NONE) {
                heads[chains++] = value;
                clash = clashInChain(value);
                if (clash != null) {
                    return new Ruling.Illegal(clash);
                }
                for (int at = value; at != NONE; at = successors[at]) {
                    linked++;
                }
            }
        }
        clash = linked == count(occurred) ? null : circle();
        if (clash != null) {
            return new Ruling.Illegal(clash);
        }
        int[] order = zones.order(Arrays.copyOf(heads, chains));
        return zones.areInConflict()
                ? new Ruling.Illegal(clashOfChains(zones.one(), zones.other()))
                : new Ruling.Legal(inOrder(order));
    }

    /** A value that nobody wrote, or two compare-and-sets that both found the same. */
    private @Nullable List<Interval> clashOfValues() {
        for (int i = 0; i < object.size(); i++) {
            int value = clusters.value(i);
            if (value == NONE || !occurred[value]) {
                continue;
            }
            int source = clusters.isWriter(i) ? clusters.source(value) : value;
            if (source == NONE) {
                continue;
            }
            if (source != INITIAL && clusters.writer(source) == NONE) {
                return List.of(object.get(i));
            }
            if (clusters.isWriter(i)) {
                if (successors[source] != NONE) {
                    SortedSet<Integer> two = ancestry(source);
                    two.add(i);
                    two.add(clusters.writer(successors[source]));
                    return intervals(two);
                }
                successors[source] = value;
            }
        }
        return null;
    }

    /** Walks along a chain and takes down its zone; operations that would have to happen the other way round clash. */
    private @Nullable List<Interval> clashInChain(int head) {
        int latest = NONE;
        if (head == INITIAL) {
            zones.add(head, -1, -1);
        }
        for (int value = head; value != NONE; value = successors[value]) {
            int writer = clusters.writer(value);
            int first = firstReader[value];
            int last = lastReader[value];
            if (writer != NONE) {
                if (isOver(writer, latest)) {
                    return clashOf(writer, latest);
                }
                latest = lastToBegin(latest, writer);
                zones.add(head, object.get(writer).invoked(), object.get(writer).returned());
            }
            if (first != NONE) {
                if (isOver(first, latest)) {
                    return clashOf(first, latest);
                }
                latest = lastToBegin(latest, last);
                zones.add(head, object.get(last).invoked(), object.get(first).returned());
            }
        }
        return null;
    }

    /** Whether one is over before the other begins. */
    private boolean isOver(int one, int other) {
        return other != NONE && object.get(one).precedes(object.get(other));
    }

    private int lastToBegin(int one, int other) {
        return one == NONE || object.get(one).invoked() < object.get(other).invoked() ? other : one;
    }

    private int firstToReturn(int one, int other) {
        return one == NONE || object.get(one).returned() > object.get(other).returned() ? other : one;
    }

    /** Compare-and-sets of which each needs what the one before it made, round and round. */
    private List<Interval> circle() {
        boolean[] inChain = new boolean[clusters.size()];
        for (int value = 0; value < clusters.size(); value++) {
            if (clusters.source(value) == NONE) {
                for (int at = value; at != NONE; at = successors[at]) {
                    inChain[at] = true;
                }
            }
        }
        int value = 0;
        while (inChain[value] || !occurred[value]) {
            value++;
        }
        return intervals(ancestry(value));
    }

    private List<Interval> clashOf(int one, int other) {
        SortedSet<Integer> clash = ancestry(clusters.value(one));
        clash.addAll(ancestry(clusters.value(other)));
        clash.add(one);
        clash.add(other);
        return intervals(clash);
    }

    private List<Interval> clashOfChains(int one, int other) {
        SortedSet<Integer> clash = new TreeSet<>();
        addExtremes(one, clash);
        addExtremes(other, clash);
        return intervals(clash);
    }

    private void addExtremes(int head, SortedSet<Integer> clash) {
        for (int value = head; value != NONE; value = successors[value]) {
            for (int i : new int[] {clusters.writer(value), firstReader[value], lastReader[value]}) {
                if (i != NONE
                        && (object.get(i).returned() == zones.firstReturn(head)
                                || object.get(i).invoked() == zones.lastInvocation(head))) {
                    clash.addAll(ancestry(value));
                    clash.add(i);
                }
            }
        }
    }

    /** Who wrote a value, who wrote the value that was needed for it, and so on. */
    private SortedSet<Integer> ancestry(int value) {
        SortedSet<Integer> writers = new TreeSet<>();
        for (int at = value; at != NONE && clusters.writer(at) != NONE; at = clusters.source(at)) {
            if (!writers.add(clusters.writer(at))) {
                break;
            }
        }
        return writers;
    }

    private List<Interval> intervals(SortedSet<Integer> operations) {
        return operations.stream().map(object::get).toList();
    }

    private List<Interval> inOrder(int[] heads) {
        int[] begin = new int[clusters.size() + 1];
        for (int i = 0; i < object.size(); i++) {
            if (isRead(i)) {
                begin[clusters.value(i) + 1]++;
            }
        }
        for (int value = 0; value < clusters.size(); value++) {
            begin[value + 1] += begin[value];
        }
        int[] readers = new int[begin[clusters.size()]];
        int[] free = begin.clone();
        for (int i = 0; i < object.size(); i++) {
            if (isRead(i)) {
                readers[free[clusters.value(i)]++] = i;
            }
        }
        List<Interval> order = new ArrayList<>(object.size());
        for (int head : heads) {
            for (int value = head; value != NONE; value = successors[value]) {
                if (clusters.writer(value) != NONE) {
                    order.add(object.get(clusters.writer(value)));
                }
                for (int at = begin[value]; at < begin[value + 1]; at++) {
                    order.add(object.get(readers[at]));
                }
            }
        }
        return order;
    }

    private boolean isRead(int i) {
        return clusters.value(i) != NONE && !clusters.isWriter(i);
    }

    private static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }
}
