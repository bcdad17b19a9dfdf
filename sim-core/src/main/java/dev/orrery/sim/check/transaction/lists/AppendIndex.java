package dev.orrery.sim.check.transaction.lists;

import dev.orrery.sim.check.transaction.inference.Findings;
import dev.orrery.sim.check.transaction.log.MicroOperation.Kind;
import dev.orrery.sim.check.transaction.log.TransactionLog;
import dev.orrery.sim.check.transaction.log.Words;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who appended what. */
public final class AppendIndex {
    /** No micro-operation. */
    public static final int NOBODY = -1;

    private final TransactionLog log;
    private final Map<@Nullable Object, Integer>[] appendOf;
    private final Map<@Nullable Object, Integer>[] failedAppendOf;
    private final BitSet ambiguous = new BitSet();

    /** Element by element; a key to which an element is appended twice is ambiguous, and said to be in doubt. */
    public AppendIndex(TransactionLog log, Findings findings) {
        this.log = log;
        this.appendOf = maps(log.keys());
        this.failedAppendOf = maps(log.keys());
        for (int micro = 0; micro < log.micros(); micro++) {
            if (log.kind(micro) == Kind.APPEND) {
                add(micro, findings);
            }
        }
    }

    private void add(int micro, Findings findings) {
        int key = log.keyOf(micro);
        if (log.hasFailed(log.transactionOf(micro))) {
            failedAppendOf[key].putIfAbsent(log.value(micro), micro);
            return;
        }
        Integer other = appendOf[key].putIfAbsent(log.value(micro), micro);
        if (other != null && !ambiguous.get(key)) {
            ambiguous.set(key);
            findings.doubt("operations " + log.transactionOf(other) + " and " + log.transactionOf(micro)
                    + " both append " + Words.of(log.value(micro)) + " to " + log.key(key)
                    + ", so that nobody can tell whose append was read");
        }
    }

    /** Who may have appended this element to this key, or {@link #NOBODY}. */
    int append(int key, @Nullable Object element) {
        return appendOf[key].getOrDefault(TransactionLog.normal(element), NOBODY);
    }

    /** Who failed to append this element to this key, or {@link #NOBODY}. */
    int failedAppend(int key, @Nullable Object element) {
        return failedAppendOf[key].getOrDefault(TransactionLog.normal(element), NOBODY);
    }

    /** Whether an element was appended to this key twice, so that nothing can be inferred from it. */
    public boolean isAmbiguous(int key) {
        return ambiguous.get(key);
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
