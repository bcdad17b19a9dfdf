package dev.orrery.sim.check.transaction.registers;

import dev.orrery.sim.check.transaction.inference.Findings;
import dev.orrery.sim.check.transaction.log.MicroOperation.Kind;
import dev.orrery.sim.check.transaction.log.TransactionLog;
import dev.orrery.sim.check.transaction.log.Words;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote what, and within each transaction what it read of a key before it wrote there, and what it wrote last.
 *
 * <p>A key to which a value is written twice is ambiguous. Nil is the value of a key before anybody wrote there, so where
 * nil is written too, a read of nil says nothing.
 */
final class WriteIndex {
    /** No micro-operation. */
    static final int NOBODY = -1;

    private final TransactionLog log;
    private final Map<@Nullable Object, Integer>[] writeOf;
    private final Map<@Nullable Object, Integer>[] failedWriteOf;
    private final BitSet ambiguous = new BitSet();
    private final BitSet nilWritten = new BitSet();

    /** Reads of committed transactions that come before any other read or write of their key in it. */
    private final BitSet firstReads = new BitSet();

    /** Writes after which there is no other one to their key in their transaction. */
    private final BitSet lastWrites = new BitSet();

    /** By write: the first read of its key in its transaction, if it comes before the first write, or {@link #NOBODY}. */
    private final int[] basisOf;

    WriteIndex(TransactionLog log, Findings findings) {
        this.log = log;
        this.writeOf = maps(log.keys());
        this.failedWriteOf = maps(log.keys());
        this.basisOf = new int[log.micros()];
        for (int micro = 0; micro < log.micros(); micro++) {
            if (log.kind(micro) == Kind.WRITE) {
                add(micro, findings);
            }
        }
        withinTransactions();
    }

    private void add(int micro, Findings findings) {
        int key = log.keyOf(micro);
        Object value = log.value(micro);
        boolean failed = log.hasFailed(log.transactionOf(micro));
        if (value == null) {
            nilWritten.set(key, nilWritten.get(key) || !failed);
            return;
        }
        if (failed) {
            failedWriteOf[key].putIfAbsent(value, micro);
            return;
        }
        Integer other = writeOf[key].putIfAbsent(value, micro);
        if (other != null && !ambiguous.get(key)) {
            ambiguous.set(key);
            findings.doubt("operations " + log.transactionOf(other) + " and " + log.transactionOf(micro)
                    + " both write " + Words.of(value) + " to " + log.key(key)
                    + ", so that nobody can tell whose write was read");
        }
    }

    private void withinTransactions() {
        int[] inTransaction = new int[log.keys()];
        int[] firstRead = new int[log.keys()];
        int[] lastWrite = new int[log.keys()];
        Arrays.fill(inTransaction, NOBODY);
        for (int micro = 0; micro < log.micros(); micro++) {
            int key = log.keyOf(micro);
            int transaction = log.transactionOf(micro);
            if (inTransaction[key] != transaction) {
                inTransaction[key] = transaction;
                firstRead[key] = NOBODY;
                lastWrite[key] = NOBODY;
            }
            if (log.kind(micro) == Kind.WRITE) {
                if (lastWrite[key] != NOBODY) {
                    lastWrites.clear(lastWrite[key]);
                }
                lastWrites.set(micro);
                lastWrite[key] = micro;
                basisOf[micro] = firstRead[key];
            } else if (firstRead[key] == NOBODY && lastWrite[key] == NOBODY && log.isCommitted(transaction)) {
                firstRead[key] = micro;
                firstReads.set(micro);
            }
        }
    }

    /** Who may have written this value to this key, or {@link #NOBODY}. */
    int write(int key, @Nullable Object value) {
        return writeOf[key].getOrDefault(value, NOBODY);
    }

    /** Who failed to write this value to this key, or {@link #NOBODY}. */
    int failedWrite(int key, @Nullable Object value) {
        return failedWriteOf[key].getOrDefault(value, NOBODY);
    }

    /** Whether a value was written to this key twice, so that nothing can be inferred from it. */
    boolean isAmbiguous(int key) {
        return ambiguous.get(key);
    }

    /** Whether a read saw the key as it was before anybody wrote there. */
    boolean isInitial(int read) {
        return log.value(read) == null && !nilWritten.get(log.keyOf(read));
    }

    /** Whether nil may have been written to this key. */
    boolean isNilWritten(int key) {
        return nilWritten.get(key);
    }

    /** Whether this is a committed transaction's first look at a key, before it wrote there. */
    boolean isFirstRead(int micro) {
        return firstReads.get(micro);
    }

    /** Whether this is the last write of its transaction to its key. */
    boolean isLastWrite(int micro) {
        return lastWrites.get(micro);
    }

    /** What the transaction of this write had read of the key before it first wrote there, or {@link #NOBODY}. */
    int basisOf(int write) {
        return basisOf[write];
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type cannot be made otherwise
    private static Map<@Nullable Object, Integer>[] maps(int count) {
        Map<@Nullable Object, Integer>[] maps = new Map[count];
        for (int i = 0; i < count; i++) {
            maps[i] = new LinkedHashMap<>();
        }
        return maps;
    }
}
