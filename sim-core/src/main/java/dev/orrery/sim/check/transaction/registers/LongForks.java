package dev.orrery.sim.check.transaction.registers;

import dev.orrery.sim.check.transaction.inference.Findings;
import dev.orrery.sim.check.transaction.isolation.Anomaly;
import dev.orrery.sim.check.transaction.log.MicroOperation.Kind;
import dev.orrery.sim.check.transaction.log.TransactionLog;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Two transactions that only read looked at the same keys, each written once, and each saw a write that the other one did not see (Jepsen's
 * long-fork workload; Cerone, Bernardi and Gotsman, CONCUR 2015). Of reads that agree on one order of the writes, each saw
 * all that those with fewer writes saw, so comparing neighbours is enough.
 */
final class LongForks {
    private final TransactionLog log;
    private final Findings findings;

    /** What a transaction read: of which keys, in order of their numbers, it saw a value. */
    private record View(int transaction, List<Integer> keys, BitSet seen) {}

    LongForks(TransactionLog log, Findings findings) {
        this.log = log;
        this.findings = findings;
    }

    void find() {
        requireOneWriteForEachKey();
        Map<List<Integer>, List<View>> groups = new LinkedHashMap<>();
        for (int transaction = 0; transaction < log.transactions(); transaction++) {
            if (log.isCommitted(transaction) && onlyReads(transaction)) {
                View view = view(transaction);
                groups.computeIfAbsent(view.keys(), first -> new ArrayList<>()).add(view);
            }
        }
        groups.values().forEach(this::compare);
    }

    private void requireOneWriteForEachKey() {
        BitSet written = new BitSet();
        for (int micro = 0; micro < log.micros(); micro++) {
            boolean counts = log.kind(micro) == Kind.WRITE && !log.hasFailed(log.transactionOf(micro));
            if (counts && written.get(log.keyOf(micro))) {
                findings.doubt("a long-fork history writes each key once, but " + log.key(log.keyOf(micro))
                        + " is written again by operation " + log.transactionOf(micro));
                return;
            }
            if (counts) {
                written.set(log.keyOf(micro));
            }
        }
    }

    /** Who writes sees his own write, which says nothing about the order of writes. */
    private boolean onlyReads(int transaction) {
        for (int micro = log.firstMicro(transaction); micro < log.firstMicro(transaction + 1); micro++) {
            if (log.kind(micro) == Kind.WRITE) {
                return false;
            }
        }
        return true;
    }

    private View view(int transaction) {
        TreeMap<Integer, Boolean> seenByKey = new TreeMap<>();
        for (int micro = log.firstMicro(transaction); micro < log.firstMicro(transaction + 1); micro++) {
            if (log.kind(micro) == Kind.READ) {
                seenByKey.put(log.keyOf(micro), log.value(micro) != null);
            }
        }
        BitSet seen = new BitSet();
        seenByKey.forEach((key, isSeen) -> seen.set(key, isSeen));
        return new View(transaction, List.copyOf(seenByKey.keySet()), seen);
    }

    private void compare(List<View> group) {
        group.sort((one, other) ->
                Integer.compare(one.seen().cardinality(), other.seen().cardinality()));
        for (int i = 1; i < group.size(); i++) {
            View less = group.get(i - 1);
            View more = group.get(i);
            BitSet missed = copy(less.seen());
            missed.andNot(more.seen());
            if (!missed.isEmpty()) {
                BitSet alone = copy(more.seen());
                alone.andNot(less.seen());
                findings.add(
                        Anomaly.LONG_FORK,
                        () -> log.who(less.transaction()) + " saw the write to " + log.key(missed.nextSetBit(0))
                                + " and not the one to " + log.key(alone.nextSetBit(0)) + ", and "
                                + log.who(more.transaction()) + " saw it the other way round",
                        less.transaction(),
                        more.transaction());
            }
        }
    }

    private static BitSet copy(BitSet set) {
        return (BitSet) set.clone();
    }
}
