package dev.orrery.sim.check.transaction.lists;

import dev.orrery.sim.check.transaction.log.MicroOperation.Kind;
import dev.orrery.sim.check.transaction.log.TransactionLog;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In which order the elements of each list were appended, as the longest read of it shows: every other read must be a
 * beginning of that one. The version of a list is how many elements it has.
 *
 * <p>Keys that are ambiguous, and those of which two reads contradict each other, have no order.
 */
public final class VersionOrders {
    /** The version of a read that is no beginning of the longest one, and of what is no read of a committed transaction. */
    public static final int NO_VERSION = -1;

    /** The place of an append that nobody read. */
    public static final int UNREAD = -1;

    private static final int NOBODY = AppendIndex.NOBODY;

    private final TransactionLog log;
    private final AppendIndex appends;
    private final int[] longest;
    private final int[] versionOf;
    private final BitSet disputed = new BitSet();

    /** Where the places of each key begin in the arrays below; each key has one more than elements. */
    private final int[] start;

    private final int[] appendAt;
    private final int[] nextAppend;
    private final int[] placeOf;

    public VersionOrders(TransactionLog log, AppendIndex appends) {
        this.log = log;
        this.appends = appends;
        this.longest = new int[log.keys()];
        this.versionOf = new int[log.micros()];
        this.start = new int[log.keys() + 1];
        this.placeOf = new int[log.micros()];
        Arrays.fill(longest, NOBODY);
        Arrays.fill(placeOf, UNREAD);
        findLongest();
        compareWithLongest();
        for (int key = 0; key < log.keys(); key++) {
            start[key + 1] = start[key] + length(key) + 1;
        }
        appendAt = new int[start[log.keys()]];
        nextAppend = new int[start[log.keys()]];
        for (int key = 0; key < log.keys(); key++) {
            place(key);
        }
    }

    private void findLongest() {
        for (int micro = 0; micro < log.micros(); micro++) {
            versionOf[micro] = NO_VERSION;
            if (isKnownRead(micro)) {
                int key = log.keyOf(micro);
                if (longest[key] == NOBODY
                        || list(micro).size() > list(longest[key]).size()) {
                    longest[key] = micro;
                }
            }
        }
    }

    private void compareWithLongest() {
        for (int micro = 0; micro < log.micros(); micro++) {
            if (isKnownRead(micro)) {
                int key = log.keyOf(micro);
                if (isBeginning(list(micro), list(longest[key]))) {
                    versionOf[micro] = list(micro).size();
                } else {
                    disputed.set(key);
                }
            }
        }
    }

    private void place(int key) {
        int length = length(key);
        for (int place = 0; place < length; place++) {
            int append = appends.append(key, list(longest[key]).get(place));
            boolean again = append != NOBODY && placeOf[append] != UNREAD;
            appendAt[start[key] + place] = again ? NOBODY : append;
            if (append != NOBODY && !again) {
                placeOf[append] = place;
            }
        }
        int next = NOBODY;
        nextAppend[start[key] + length] = NOBODY;
        for (int place = length - 1; place >= 0; place--) {
            int append = appendAt[start[key] + place];
            next = append == NOBODY ? next : append;
            nextAppend[start[key] + place] = next;
        }
    }

    /** How many elements the order of this key has; 0 if it has none. */
    public int length(int key) {
        return longest[key] == NOBODY || !hasOrder(key) ? 0 : list(longest[key]).size();
    }

    /** The read that shows the order of this key, or {@link AppendIndex#NOBODY}. */
    public int longest(int key) {
        return longest[key];
    }

    /** Whether the reads of this key have one order. */
    public boolean hasOrder(int key) {
        return !disputed.get(key) && !appends.isAmbiguous(key);
    }

    /** Whether two reads of this key contradict each other. */
    boolean isDisputed(int key) {
        return disputed.get(key);
    }

    /** The version that a read of a committed transaction saw, or {@link #NO_VERSION}. */
    public int versionOf(int read) {
        return versionOf[read];
    }

    /** Who appended the element at this place: nobody if it is unknown, failed, or was there before. */
    public int appendAt(int key, int place) {
        return appendAt[start[key] + place];
    }

    /** The first append at this place or after it, or {@link AppendIndex#NOBODY}. */
    int appendFrom(int key, int place) {
        return nextAppend[start[key] + place];
    }

    /** The place of an append, or {@link #UNREAD}. */
    public int placeOf(int append) {
        return placeOf[append];
    }

    /** Whether this is a read whose answer is known. */
    boolean isKnownRead(int micro) {
        return log.kind(micro) == Kind.READ && log.isCommitted(log.transactionOf(micro));
    }

    /** What a read saw; nil is an empty list. */
    List<?> list(int read) {
        return list(log.value(read));
    }

    static List<?> list(@Nullable Object value) {
        return value == null ? List.of() : (List<?>) value;
    }

    /** Whether the one list begins with the other one. */
    static boolean isBeginning(List<?> shorter, List<?> longer) {
        if (shorter == longer) {
            return true;
        }
        if (shorter.size() > longer.size()) {
            return false;
        }
        Iterator<?> expected = longer.iterator();
        for (Object element : shorter) {
            if (!same(element, expected.next())) {
                return false;
            }
        }
        return true;
    }

    /** Whether two elements are one, whatever types of whole numbers they came in. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one == other) {
            return true;
        }
        Object a = TransactionLog.normal(one);
        return a != null && a.equals(TransactionLog.normal(other));
    }
}
