package dev.orrery.sim.check.transaction.registers;

import dev.orrery.sim.check.transaction.dependency.Dependency;
import dev.orrery.sim.check.transaction.dependency.DependencyGraph;
import dev.orrery.sim.check.transaction.dependency.Row;
import dev.orrery.sim.check.transaction.inference.Nodes;
import dev.orrery.sim.check.transaction.log.MicroOperation.Kind;
import dev.orrery.sim.check.transaction.log.TransactionLog;
import java.util.Arrays;

/**
 * The order of a register's versions as real time shows it: what somebody had who completed before another one was
 * invoked who had something else, is the earlier version.
 *
 * <p>For snapshot isolation and above in real time there is no other possibility: were it the later version, then the
 * second one would have read what was replaced before it began. So this is no assumption about the store, but counts only
 * for these levels.
 */
final class TimedVersions {
    private static final int NOBODY = WriteIndex.NOBODY;
    private static final int NEVER = Integer.MAX_VALUE;

    private final TransactionLog log;
    private final WriteIndex writes;
    private final Nodes nodes;

    /** By last write: the earliest completion of a transaction that had its value in the end. */
    private final int[] establishedAt;

    /** By last write: the latest invocation of a transaction that had its value at first. */
    private final int[] lastAskedAt;

    /** By last write: its place in its key's row. */
    private final int[] placeOf;

    /** The last writes of each key, by the time when they were last asked for. */
    private final int[][] versionsOf;

    TimedVersions(TransactionLog log, WriteIndex writes, Nodes nodes) {
        this.log = log;
        this.writes = writes;
        this.nodes = nodes;
        establishedAt = new int[log.micros()];
        lastAskedAt = new int[log.micros()];
        placeOf = new int[log.micros()];
        versionsOf = new int[log.keys()][];
        Arrays.fill(establishedAt, NEVER);
        Arrays.fill(placeOf, NOBODY);
    }

    void addTo(DependencyGraph.Builder graph) {
        int[] counts = new int[log.keys()];
        for (int micro = 0; micro < log.micros(); micro++) {
            if (isVersion(micro)) {
                counts[log.keyOf(micro)]++;
                lastAskedAt[micro] = log.invokedAt(log.transactionOf(micro));
                established(micro, log.transactionOf(micro));
            }
        }
        int[] writtenBy = writtenBy();
        for (int micro = 0; micro < log.micros(); micro++) {
            int version = version(micro);
            if (version != NOBODY) {
                int reader = log.transactionOf(micro);
                lastAskedAt[version] = Math.max(lastAskedAt[version], log.invokedAt(reader));
                if (writtenBy[micro] == NOBODY) {
                    established(version, reader);
                }
            }
        }
        Row[] rows = rows(counts, graph);
        for (int micro = 0; micro < log.micros(); micro++) {
            if (isVersion(micro)) {
                precede(rows[log.keyOf(micro)], micro, nodes.ofMicro(micro), NOBODY, Dependency.WW_BY_TIME);
            }
            int version = version(micro);
            if (version != NOBODY) {
                precede(rows[log.keyOf(micro)], version, nodes.ofMicro(micro), writtenBy[micro], Dependency.RW_BY_TIME);
            }
        }
    }

    private void established(int version, int transaction) {
        if (log.isCommitted(transaction)) {
            establishedAt[version] = Math.min(establishedAt[version], log.completedAt(transaction));
        }
    }

    /** Whether this write made a version that others may have seen. */
    private boolean isVersion(int micro) {
        return log.kind(micro) == Kind.WRITE
                && writes.isLastWrite(micro)
                && nodes.ofMicro(micro) != Nodes.NONE
                && log.value(micro) != null
                && !writes.isAmbiguous(log.keyOf(micro));
    }

    /** The version that a transaction saw when it first read a key, or {@link WriteIndex#NOBODY}. */
    private int version(int micro) {
        if (!writes.isFirstRead(micro)) {
            return NOBODY;
        }
        int write = writes.write(log.keyOf(micro), log.value(micro));
        return write != NOBODY && isVersion(write) && log.transactionOf(write) != log.transactionOf(micro)
                ? write
                : NOBODY;
    }

    /** By first read: what its transaction wrote last to the same key, or {@link WriteIndex#NOBODY}. */
    private int[] writtenBy() {
        int[] writtenBy = new int[log.micros()];
        Arrays.fill(writtenBy, NOBODY);
        for (int micro = 0; micro < log.micros(); micro++) {
            if (log.kind(micro) == Kind.WRITE && writes.isLastWrite(micro) && writes.basisOf(micro) != NOBODY) {
                writtenBy[writes.basisOf(micro)] = micro;
            }
        }
        return writtenBy;
    }

    private Row[] rows(int[] counts, DependencyGraph.Builder graph) {
        long[][] sorted = new long[log.keys()][];
        for (int key = 0; key < log.keys(); key++) {
            sorted[key] = new long[counts[key]];
        }
        int[] filled = new int[log.keys()];
        for (int micro = 0; micro < log.micros(); micro++) {
            if (isVersion(micro)) {
                int key = log.keyOf(micro);
                sorted[key][filled[key]++] = (long) lastAskedAt[micro] << Integer.SIZE | micro;
            }
        }
        Row[] rows = new Row[log.keys()];
        for (int key = 0; key < log.keys(); key++) {
            Arrays.sort(sorted[key]);
            int[] versions =
                    Arrays.stream(sorted[key]).mapToInt(each -> (int) each).toArray();
            int[] writers = new int[versions.length];
            for (int place = 0; place < versions.length; place++) {
                writers[place] = nodes.ofMicro(versions[place]);
                placeOf[versions[place]] = place;
            }
            versionsOf[key] = versions;
            rows[key] = new Row(graph, writers, versions, 0, versions.length);
        }
        return rows;
    }

    /** Who had a version comes before those whose version came later; not before himself. */
    private void precede(Row row, int version, int node, int own, Dependency dependency) {
        int from = firstAskedAfter(log.keyOf(version), establishedAt[version]);
        int ownPlace = own == NOBODY ? NOBODY : placeOf[own];
        int one = Math.max(Math.min(placeOf[version], ownPlace), from - 1);
        int other = Math.max(Math.max(placeOf[version], ownPlace), from - 1);
        row.before(node, from, one, dependency);
        row.before(node, one + 1, other, dependency);
        row.before(node, other + 1, row.size(), dependency);
    }

    private int firstAskedAfter(int key, int time) {
        int low = 0;
        int high = versionsOf[key].length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lastAskedAt[versionsOf[key][middle]] > time) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
