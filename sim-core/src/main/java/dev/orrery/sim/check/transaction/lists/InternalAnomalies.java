package dev.orrery.sim.check.transaction.lists;

import dev.orrery.sim.check.transaction.inference.Findings;
import dev.orrery.sim.check.transaction.isolation.Anomaly;
import dev.orrery.sim.check.transaction.log.MicroOperation.Kind;
import dev.orrery.sim.check.transaction.log.TransactionLog;
import dev.orrery.sim.check.transaction.log.Words;
import java.util.Arrays;
import java.util.List;

/**
 * What a transaction shows to be wrong all by itself, or beside another one that did the same: it does not see what it
 * appended, or sees what it is only about to append, or two of them append after the same version.
 *
 * <p>What a key must look like within a transaction is what was read of it last, and behind that what was appended since;
 * before the first read only the end is known (axiom INT of Cerone, Bernardi and Gotsman, CONCUR 2015).
 */
final class InternalAnomalies {
    private static final int NOTHING = -1;

    private final TransactionLog log;
    private final AppendIndex appends;
    private final VersionOrders orders;
    private final Findings findings;

    /** By key: the transaction that the entries below are of. */
    private final int[] inTransaction;

    private final int[] lastRead;
    private final int[] lastAppend;
    private final int[] appendedSince;
    private final int[] longestRead;

    /** By append: the one before it of its transaction to its key. */
    private final int[] appendBefore;

    /** By place of a version in the orders: the first transaction that read it and then appended. */
    private final int[] updaterOf;

    private final int[] startOf;

    InternalAnomalies(TransactionLog log, AppendIndex appends, VersionOrders orders, Findings findings) {
        this.log = log;
        this.appends = appends;
        this.orders = orders;
        this.findings = findings;
        inTransaction = filled(log.keys());
        lastRead = new int[log.keys()];
        lastAppend = new int[log.keys()];
        appendedSince = new int[log.keys()];
        longestRead = new int[log.keys()];
        appendBefore = filled(log.micros());
        startOf = new int[log.keys() + 1];
        for (int key = 0; key < log.keys(); key++) {
            startOf[key + 1] = startOf[key] + orders.length(key) + 1;
        }
        updaterOf = filled(startOf[log.keys()]);
    }

    void find() {
        for (int micro = 0; micro < log.micros(); micro++) {
            if (log.isCommitted(log.transactionOf(micro))) {
                enter(micro);
                if (log.kind(micro) == Kind.READ) {
                    read(micro);
                } else {
                    append(micro);
                }
            }
        }
    }

    private void enter(int micro) {
        int key = log.keyOf(micro);
        if (inTransaction[key] != log.transactionOf(micro)) {
            inTransaction[key] = log.transactionOf(micro);
            lastRead[key] = NOTHING;
            lastAppend[key] = NOTHING;
            appendedSince[key] = 0;
            longestRead[key] = NOTHING;
        }
    }

    private void read(int micro) {
        int key = log.keyOf(micro);
        List<?> list = orders.list(micro);
        if (!isAsExpected(key, list)) {
            findings.add(Anomaly.INTERNAL, () -> contradiction(micro), log.transactionOf(micro));
        }
        lastRead[key] = micro;
        appendedSince[key] = 0;
        if (longestRead[key] == NOTHING || orders.versionOf(micro) > orders.versionOf(longestRead[key])) {
            longestRead[key] = micro;
        }
    }

    private boolean isAsExpected(int key, List<?> list) {
        int known = list.size() - appendedSince[key];
        if (known < 0) {
            return false;
        }
        int append = lastAppend[key];
        for (int i = list.size() - 1; i >= known; i--) {
            if (!VersionOrders.same(log.value(append), list.get(i))) {
                return false;
            }
            append = appendBefore[append];
        }
        if (lastRead[key] == NOTHING) {
            return true;
        }
        List<?> before = orders.list(lastRead[key]);
        return before.size() == known && VersionOrders.isBeginning(before, list);
    }

    private String contradiction(int read) {
        int transaction = log.transactionOf(read);
        return log.who(transaction) + " contradicts itself at " + log.micro(read) + ": " + log.inWords(transaction);
    }

    private void append(int micro) {
        int key = log.keyOf(micro);
        int transaction = log.transactionOf(micro);
        if (lastAppend[key] == NOTHING && lastRead[key] != NOTHING) {
            update(key, transaction);
        }
        int seen = longestRead[key];
        int place = orders.placeOf(micro);
        if (seen != NOTHING && place != VersionOrders.UNREAD && place < orders.versionOf(seen)) {
            findings.add(
                    Anomaly.FUTURE_READ,
                    () -> log.who(transaction) + " read " + log.key(key) + " as " + Words.of(log.value(seen))
                            + " before it appended " + Words.of(log.value(micro)),
                    transaction);
        }
        appendBefore[micro] = lastAppend[key];
        lastAppend[key] = micro;
        appendedSince[key]++;
    }

    /** The transaction read this key, and now appends to it for the first time. */
    private void update(int key, int transaction) {
        int version = orders.versionOf(lastRead[key]);
        if (version == VersionOrders.NO_VERSION || appends.isAmbiguous(key) || !orders.hasOrder(key)) {
            return;
        }
        int slot = startOf[key] + version;
        int other = updaterOf[slot];
        if (other == NOTHING) {
            updaterOf[slot] = transaction;
        } else {
            int read = lastRead[key];
            findings.add(
                    Anomaly.LOST_UPDATE,
                    () -> log.who(other) + " and " + log.who(transaction) + " both read " + log.key(key) + " as "
                            + Words.of(log.value(read)) + " and then appended to it",
                    other,
                    transaction);
        }
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, NOTHING);
        return array;
    }
}
