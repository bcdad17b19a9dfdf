package dev.orrery.sim.check.transaction.registers;

import dev.orrery.sim.check.transaction.inference.Findings;
import dev.orrery.sim.check.transaction.isolation.Anomaly;
import dev.orrery.sim.check.transaction.log.MicroOperation.Kind;
import dev.orrery.sim.check.transaction.log.TransactionLog;
import dev.orrery.sim.check.transaction.log.Words;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with what was read of registers, read by read: values that nobody wrote, that failed, that were not the last
 * of their transaction or are its reader's own future; transactions that contradict themselves; and two that replaced one value.
 */
final class RegisterAnomalies {
    private static final int NOBODY = WriteIndex.NOBODY;

    private final TransactionLog log;
    private final WriteIndex writes;
    private final Findings findings;

    /** By key: the last micro-operation on it, in whatever transaction. */
    private final int[] latest;

    /** By write: the first transaction that read its value and replaced it. */
    private final int[] replacerOf;

    /** By key: the first transaction that read nil and wrote. */
    private final int[] firstWriterOf;

    RegisterAnomalies(TransactionLog log, WriteIndex writes, Findings findings) {
        this.log = log;
        this.writes = writes;
        this.findings = findings;
        this.latest = filled(log.keys());
        this.replacerOf = filled(log.micros());
        this.firstWriterOf = filled(log.keys());
    }

    void find() {
        for (int micro = 0; micro < log.micros(); micro++) {
            if (log.isCommitted(log.transactionOf(micro))) {
                if (log.kind(micro) == Kind.READ) {
                    read(micro);
                } else {
                    write(micro);
                }
                latest[log.keyOf(micro)] = micro;
            }
        }
    }

    private void read(int micro) {
        int transaction = log.transactionOf(micro);
        int before = latest[log.keyOf(micro)];
        Object value = log.value(micro);
        if (before != NOBODY && log.transactionOf(before) == transaction && !same(log.value(before), value)) {
            findings.add(
                    Anomaly.INTERNAL,
                    () -> log.who(transaction) + " contradicts itself at " + log.micro(micro) + ": "
                            + log.inWords(transaction),
                    transaction);
        }
        if (value != null) {
            source(micro, value);
        }
    }

    private void source(int micro, Object value) {
        int key = log.keyOf(micro);
        int reader = log.transactionOf(micro);
        int write = writes.write(key, value);
        int failed = writes.failedWrite(key, value);
        if (write == NOBODY && failed == NOBODY) {
            findings.add(Anomaly.GARBAGE_READ, () -> saw(micro) + ", but nobody ever wrote that", reader);
        } else if (write == NOBODY) {
            int writer = log.transactionOf(failed);
            findings.add(
                    Anomaly.G1A,
                    () -> saw(micro) + ", written by " + log.who(writer) + ", which failed",
                    reader,
                    writer);
        } else if (writes.isAmbiguous(key)) {
            return;
        } else if (log.transactionOf(write) == reader && write > micro) {
            findings.add(Anomaly.FUTURE_READ, () -> saw(micro) + " before it wrote that", reader);
        } else if (log.transactionOf(write) != reader && !writes.isLastWrite(write)) {
            int writer = log.transactionOf(write);
            findings.add(
                    Anomaly.G1B,
                    () -> saw(micro) + ", while " + log.who(writer)
                            + ", which wrote that, was still to write another value",
                    reader,
                    writer);
        }
    }

    /** The first write of a transaction to a key that it had read. */
    private void write(int micro) {
        int basis = writes.basisOf(micro);
        int key = log.keyOf(micro);
        boolean first = basis != NOBODY && latest[key] != NOBODY && log.kind(latest[key]) == Kind.READ;
        if (!first || writes.isAmbiguous(key)) {
            return;
        }
        int transaction = log.transactionOf(micro);
        if (writes.isInitial(basis)) {
            firstWriterOf[key] = replace(firstWriterOf[key], transaction, basis);
        } else if (log.value(basis) != null) {
            int replaced = writes.write(key, log.value(basis));
            if (replaced != NOBODY) {
                replacerOf[replaced] = replace(replacerOf[replaced], transaction, basis);
            } else {
                dirtyUpdate(micro, basis);
            }
        }
    }

    private int replace(int other, int transaction, int basis) {
        if (other == NOBODY || other == transaction) {
            return transaction;
        }
        findings.add(
                Anomaly.LOST_UPDATE,
                () -> log.who(other) + " and " + log.who(transaction) + " both read " + log.key(log.keyOf(basis))
                        + " as " + Words.of(log.value(basis)) + " and then wrote to it",
                other,
                transaction);
        return other;
    }

    private void dirtyUpdate(int micro, int basis) {
        int failed = writes.failedWrite(log.keyOf(micro), log.value(basis));
        if (failed != NOBODY) {
            findings.add(
                    Anomaly.DIRTY_UPDATE,
                    () -> saw(basis) + ", written by " + log.who(log.transactionOf(failed))
                            + ", which failed, and then wrote " + Words.of(log.value(micro)),
                    log.transactionOf(micro),
                    log.transactionOf(failed));
        }
    }

    private String saw(int micro) {
        return log.who(log.transactionOf(micro)) + " read " + log.key(log.keyOf(micro)) + " as "
                + Words.of(log.value(micro));
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return one == null ? other == null : one.equals(other);
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, NOBODY);
        return array;
    }
}
