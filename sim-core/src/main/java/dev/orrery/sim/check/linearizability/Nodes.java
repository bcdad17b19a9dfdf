package dev.orrery.sim.check.linearizability;

import java.util.Arrays;

/**
 * The nodes of a search, without those that can do nothing that another one cannot: numbers in one array, chained by what
 * must be equal before one node can be better than another.
 *
 * <p>A node is what matters of the operations placed so far: the stage, which is the first return that was not passed; the
 * state; which of the open operations are placed; which of the open ones that overwrite are <em>free</em>, that is, not
 * placed yet, but could be without a trace right before another one that overwrites and is placed; and which of the
 * unknown operations were spent. All that returned before is placed, all that is invoked later is not. Of two nodes at the
 * same stage and state, and of which the same plain operations are placed, one is at least as good as the other if
 *
 * <ul>
 *   <li>each operation that overwrites is free in it, or is in it as it is in the other: a free one is as good as placed,
 *       and can still be used;
 *   <li>it has placed all that only looks and is placed in the other;
 *   <li>it has spent no unknown operation that the other has not.
 * </ul>
 */
final class Nodes {
    private static final int NONE = -1;

    private final Timeline timeline;
    private final int words;
    private final int freeWords;
    private final int spentWords;
    private final int stride;

    private long[] nodes;
    private int[] next;
    private int[] heads = new int[64];
    private int size;
    private long comparisons;

    Nodes(Timeline timeline) {
        this.timeline = timeline;
        words = timeline.words;
        freeWords = timeline.anyOverwrites ? words : 0;
        spentWords = (timeline.unknown.length + Long.SIZE - 1) / Long.SIZE;
        stride = 1 + words + freeWords + spentWords;
        nodes = new long[16 * stride];
        next = new int[16];
        Arrays.fill(heads, NONE);
    }

    int spentWords() {
        return spentWords;
    }

    int stage(int node) {
        return (int) (nodes[node * stride] >>> 32);
    }

    int state(int node) {
        return (int) nodes[node * stride];
    }

    /** Whether a better node was found later. */
    boolean isOutdone(int node) {
        return next[node] < NONE;
    }

    void load(int node, long[] placed, long[] free, long[] spent) {
        int at = node * stride + 1;
        System.arraycopy(nodes, at, placed, 0, words);
        if (freeWords > 0) {
            System.arraycopy(nodes, at + words, free, 0, words);
        }
        if (spentWords > 0) {
            System.arraycopy(nodes, at + words + freeWords, spent, 0, spentWords);
        }
    }

    int size() {
        return size;
    }

    long comparisons() {
        return comparisons;
    }

    /** How much memory they take. */
    long bytes() {
        return 8L * nodes.length + 4L * next.length + 4L * heads.length;
    }

    /** Adds a node and returns its number, or -1 if there is one that is at least as good. */
    int add(int stage, int state, long[] placed, long[] free, long[] spent) {
        long meta = (long) stage << 32 | state;
        int head = place(meta, stage, placed);
        int before = NONE;
        for (int node = heads[head]; node != NONE; ) {
            int following = next[node];
            comparisons++;
            if (nodes[node * stride] == meta) {
                int better = compare(node, stage, placed, free, spent);
                if (better > 0) {
                    return NONE;
                }
                if (better < 0) {
                    next[node] = -2;
                    if (before == NONE) {
                        heads[head] = following;
                    } else {
                        next[before] = following;
                    }
                    node = following;
                    continue;
                }
            }
            before = node;
            node = following;
        }
        if (size == next.length) {
            grow();
            head = place(meta, stage, placed);
        }
        int at = size * stride;
        nodes[at] = meta;
        System.arraycopy(placed, 0, nodes, at + 1, words);
        if (freeWords > 0) {
            System.arraycopy(free, 0, nodes, at + 1 + words, words);
        }
        if (spentWords > 0) {
            System.arraycopy(spent, 0, nodes, at + 1 + words + freeWords, spentWords);
        }
        next[size] = heads[head];
        heads[head] = size;
        return size++;
    }

    /** Positive if the node is at least as good as these sets, else negative if these are as good, 0 if neither. */
    private int compare(int node, int stage, long[] placed, long[] free, long[] spent) {
        boolean better = true;
        boolean worse = true;
        int at = node * stride + 1;
        for (int w = 0; w < words; w++) {
            int set = stage * words + w;
            long its = nodes[at + w];
            long differs = its ^ placed[w];
            if ((differs & timeline.others[set]) != 0) {
                return 0;
            }
            long looked = differs & timeline.looks[set];
            better &= (looked & ~its) == 0;
            worse &= (looked & its) == 0;
            if (freeWords > 0) {
                long itsFree = nodes[at + words + w];
                long unlike = (differs | (itsFree ^ free[w])) & timeline.overwrites[set];
                better &= (unlike & ~itsFree) == 0;
                worse &= (unlike & ~free[w]) == 0;
            }
        }
        for (int w = 0; w < spentWords; w++) {
            long its = nodes[at + words + freeWords + w];
            better &= (its & ~spent[w]) == 0;
            worse &= (spent[w] & ~its) == 0;
        }
        return better ? 1 : worse ? -1 : 0;
    }

    private int place(long meta, int stage, long[] placed) {
        long hash = meta * 0x9E3779B97F4A7C15L;
        for (int w = 0; w < words; w++) {
            hash = (hash ^ (hash >>> 32) ^ (placed[w] & timeline.others[stage * words + w])) * 0xBF58476D1CE4E5B9L;
        }
        return (int) (hash >>> 32) & (heads.length - 1);
    }

    private void grow() {
        nodes = Arrays.copyOf(nodes, 2 * nodes.length);
        next = Arrays.copyOf(next, 2 * next.length);
        heads = new int[2 * next.length];
        Arrays.fill(heads, NONE);
        long[] placed = new long[words];
        for (int node = 0; node < size; node++) {
            if (!isOutdone(node)) {
                System.arraycopy(nodes, node * stride + 1, placed, 0, words);
                int head = place(nodes[node * stride], stage(node), placed);
                next[node] = heads[head];
                heads[head] = node;
            }
        }
    }
}
