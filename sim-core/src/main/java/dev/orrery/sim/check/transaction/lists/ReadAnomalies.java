package dev.orrery.sim.check.transaction.lists;

import dev.orrery.sim.check.transaction.inference.Findings;
import dev.orrery.sim.check.transaction.isolation.Anomaly;
import dev.orrery.sim.check.transaction.log.MicroOperation.Kind;
import dev.orrery.sim.check.transaction.log.TransactionLog;
import dev.orrery.sim.check.transaction.log.Words;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with what was read, read by read: elements that nobody appended, that failed, that stand there twice or in
 * two orders, and lists that were seen while a transaction was still at them.
 */
final class ReadAnomalies {
    private static final int NOBODY = AppendIndex.NOBODY;

    private final TransactionLog log;
    private final AppendIndex appends;
    private final VersionOrders orders;
    private final Findings findings;

    ReadAnomalies(TransactionLog log, AppendIndex appends, VersionOrders orders, Findings findings) {
        this.log = log;
        this.appends = appends;
        this.orders = orders;
        this.findings = findings;
    }

    void find() {
        int[] suspect = new int[log.keys()];
        for (int key = 0; key < log.keys(); key++) {
            suspect[key] = firstSuspect(key);
        }
        BitSet intermediate = intermediateAppends();
        for (int micro = 0; micro < log.micros(); micro++) {
            if (orders.isKnownRead(micro)) {
                look(micro, suspect, intermediate);
            }
        }
    }

    /** What all reads of a key have in common is told of the longest one. */
    private void look(int read, int[] suspect, BitSet intermediate) {
        int key = log.keyOf(read);
        List<?> list = orders.list(read);
        if (orders.versionOf(read) == VersionOrders.NO_VERSION) {
            incompatible(read, orders.longest(key));
            examine(read, list);
        } else if (read == orders.longest(key) && suspect[key] < list.size()) {
            examine(read, list);
        }
        lastElement(read, list, intermediate);
    }

    /** The place of the first element of the longest read that is not somebody's only append; past its end if all are. */
    private int firstSuspect(int key) {
        if (orders.longest(key) == NOBODY) {
            return 0;
        }
        Set<@Nullable Object> seen = new LinkedHashSet<>();
        int place = 0;
        for (Object element : orders.list(orders.longest(key))) {
            if (appends.append(key, element) == NOBODY || !seen.add(TransactionLog.normal(element))) {
                return place;
            }
            place++;
        }
        return place;
    }

    /** Appends after which their transaction appended to the same key again. */
    private BitSet intermediateAppends() {
        BitSet intermediate = new BitSet();
        int[] lastAppend = new int[log.keys()];
        Arrays.fill(lastAppend, NOBODY);
        for (int micro = 0; micro < log.micros(); micro++) {
            if (log.kind(micro) == Kind.APPEND) {
                int before = lastAppend[log.keyOf(micro)];
                if (before != NOBODY && log.transactionOf(before) == log.transactionOf(micro)) {
                    intermediate.set(before);
                    ownOrder(before, micro);
                }
                lastAppend[log.keyOf(micro)] = micro;
            }
        }
        return intermediate;
    }

    /** What one transaction appended stands in the list in the order in which it was appended, and none is left out. */
    private void ownOrder(int before, int append) {
        int key = log.keyOf(append);
        int place = orders.placeOf(append);
        if (!orders.hasOrder(key) || place == VersionOrders.UNREAD || log.hasFailed(log.transactionOf(append))) {
            return;
        }
        if (orders.placeOf(before) == VersionOrders.UNREAD || orders.placeOf(before) > place) {
            int reader = orders.longest(key);
            findings.add(
                    Anomaly.INCOMPATIBLE_ORDER,
                    () -> log.who(log.transactionOf(append)) + " appended " + Words.of(log.value(before)) + " and then "
                            + Words.of(log.value(append)) + " to " + log.key(key) + ", but " + read(reader)
                            + ", with the one not before the other",
                    log.transactionOf(reader),
                    log.transactionOf(append));
        }
    }

    private void incompatible(int micro, int longest) {
        findings.add(
                Anomaly.INCOMPATIBLE_ORDER,
                () -> read(micro) + ", but " + read(longest) + ": neither list is the beginning of the other",
                log.transactionOf(micro),
                log.transactionOf(longest));
    }

    private void examine(int micro, List<?> list) {
        int key = log.keyOf(micro);
        Set<@Nullable Object> seen = new LinkedHashSet<>();
        int failed = NOBODY;
        for (Object element : list) {
            int append = appends.append(key, element);
            if (appends.isAmbiguous(key) && append != NOBODY) {
                failed = NOBODY;
            } else if (!seen.add(TransactionLog.normal(element))) {
                findings.add(
                        Anomaly.DUPLICATE_ELEMENTS,
                        () -> read(micro) + ", where " + Words.of(element) + " stands more than once",
                        log.transactionOf(micro));
            } else if (append != NOBODY) {
                dirtyUpdate(micro, failed, append);
                failed = NOBODY;
            } else if (appends.failedAppend(key, element) != NOBODY) {
                failed = appends.failedAppend(key, element);
                aborted(micro, failed);
            } else {
                findings.add(
                        Anomaly.GARBAGE_READ,
                        () -> read(micro) + ", but nobody ever appended " + Words.of(element),
                        log.transactionOf(micro));
            }
        }
    }

    private void aborted(int read, int failed) {
        findings.add(
                Anomaly.G1A,
                () -> read(read) + ", where " + Words.of(log.value(failed)) + " was appended by "
                        + log.who(log.transactionOf(failed)) + ", which failed",
                log.transactionOf(read),
                log.transactionOf(failed));
    }

    private void dirtyUpdate(int read, int failed, int append) {
        if (failed != NOBODY && log.isCommitted(log.transactionOf(append))) {
            findings.add(
                    Anomaly.DIRTY_UPDATE,
                    () -> log.who(log.transactionOf(append)) + " appended " + Words.of(log.value(append)) + " to "
                            + log.key(log.keyOf(append)) + " behind " + Words.of(log.value(failed)) + " of "
                            + log.who(log.transactionOf(failed)) + ", which failed: " + read(read),
                    log.transactionOf(append),
                    log.transactionOf(failed),
                    log.transactionOf(read));
        }
    }

    private void lastElement(int micro, List<?> list, BitSet intermediate) {
        int key = log.keyOf(micro);
        if (list.isEmpty() || appends.isAmbiguous(key)) {
            return;
        }
        int append = appends.append(key, list.get(list.size() - 1));
        if (append == NOBODY) {
            return;
        }
        boolean own = log.transactionOf(append) == log.transactionOf(micro);
        if (!own && intermediate.get(append)) {
            findings.add(
                    Anomaly.G1B,
                    () -> read(micro) + ", while " + log.who(log.transactionOf(append)) + ", which appended "
                            + Words.of(log.value(append)) + ", was still to append more",
                    log.transactionOf(micro),
                    log.transactionOf(append));
        }
    }

    private String read(int micro) {
        return log.who(log.transactionOf(micro)) + " read " + log.key(log.keyOf(micro)) + " as "
                + Words.of(log.value(micro));
    }
}
