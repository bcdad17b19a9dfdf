package dev.orrery.sim.check.transaction;

import dev.orrery.sim.check.transaction.log.MicroOperation;
import dev.orrery.sim.check.transaction.log.MicroOperation.Kind;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Keyword;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A small store that keeps all versions of each key, as real ones do, and clients that run transactions on it side by
 * side. How well it isolates them is chosen.
 */
final class VersionedStore {

    /** How transactions are kept apart. */
    enum Promise {
        /** A snapshot of the newest, and whoever read or writes what changed meanwhile aborts. */
        STRICT_SERIALIZABLE,
        /** As above, but who only reads may get an old snapshot. */
        SERIALIZABLE,
        /** A snapshot of the newest, and whoever writes what changed meanwhile aborts. */
        STRONG_SNAPSHOT_ISOLATION,
        /** As above, with a snapshot that may be old. */
        SNAPSHOT_ISOLATION,
        /** A snapshot of the newest, and nobody aborts: broken. */
        SNAPSHOT_WITHOUT_CONFLICTS,
        /** Each read sees the newest that is committed; who writes a key that another one is at gives up. */
        READ_COMMITTED,
        /** Each read sees the newest, and writes take effect at once. */
        READ_UNCOMMITTED
    }

    private static final int CLIENTS = 5;
    private static final int LONGEST = 4;

    private record Version(long at, Object state) {}

    private static final class Running {
        final int process;
        final long snapshot;
        final int operation;
        final List<MicroOperation> asked;
        final List<MicroOperation> done = new ArrayList<>();
        final Map<Object, Object> own = new TreeMap<>();
        final Map<Object, List<Object>> appended = new TreeMap<>();
        final Set<Object> read = new TreeSet<>();

        Running(int process, int operation, List<MicroOperation> asked, long snapshot) {
            this.process = process;
            this.operation = operation;
            this.asked = asked;
            this.snapshot = snapshot;
        }
    }

    private final Promise promise;
    private final boolean lists;
    private final Random random;
    private final History history = new History();
    private final Map<Object, List<Version>> store = new TreeMap<>();
    private final Map<Integer, Running> running = new TreeMap<>();
    private long clock;
    private long nextValue;

    private VersionedStore(Promise promise, boolean lists, long seed) {
        this.promise = promise;
        this.lists = lists;
        this.random = new Random(seed * 31 + 7);
    }

    /** What clients see of a store with this promise, of lists or of registers. */
    static History history(Promise promise, boolean lists, int transactions, long seed) {
        VersionedStore store = new VersionedStore(promise, lists, seed);
        while (store.history.size() < transactions || !store.running.isEmpty()) {
            int process = store.random.nextInt(CLIENTS);
            Running now = store.running.get(process);
            if (now != null) {
                store.step(now);
            } else if (store.history.size() < transactions) {
                store.begin(process);
            }
        }
        return store.history;
    }

    private void begin(int process) {
        List<MicroOperation> asked = new ArrayList<>();
        boolean onlyReads = random.nextInt(3) == 0;
        for (int i = 1 + random.nextInt(LONGEST); i > 0; i--) {
            Object key = "k" + (random.nextInt(4) + 4 * (history.size() / 40));
            boolean reads = onlyReads || random.nextBoolean();
            asked.add(
                    reads
                            ? new MicroOperation(Kind.READ, key, null)
                            : new MicroOperation(lists ? Kind.APPEND : Kind.WRITE, key, ++nextValue));
        }
        boolean mayBeOld = promise == Promise.SNAPSHOT_ISOLATION || (promise == Promise.SERIALIZABLE && onlyReads);
        long snapshot = mayBeOld ? Math.max(0, clock - random.nextInt(4)) : clock;
        long at = history.lastAt() + 1;
        List<Object> parts = new ArrayList<>();
        asked.forEach(micro -> parts.add(parts(micro)));
        running.put(
                process, new Running(process, history.invoke(process, "txn", null, parts, at, at), asked, snapshot));
    }

    private void step(Running txn) {
        if (txn.done.size() < txn.asked.size()) {
            MicroOperation micro = txn.asked.get(txn.done.size());
            if (promise == Promise.READ_COMMITTED && micro.kind() != Kind.READ && isLocked(txn, key(micro))) {
                running.remove(txn.process);
                history.fail(txn.operation, "locked", history.lastAt() + 1);
                return;
            }
            txn.done.add(micro.kind() == Kind.READ ? read(txn, key(micro)) : write(txn, micro));
            return;
        }
        running.remove(txn.process);
        long at = history.lastAt() + 1;
        if (conflicts(txn)) {
            history.fail(txn.operation, "conflict", at);
        } else {
            commit(txn);
            List<Object> parts = new ArrayList<>();
            txn.done.forEach(micro -> parts.add(parts(micro)));
            history.ok(txn.operation, parts, at);
        }
    }

    private static Object key(MicroOperation micro) {
        return Objects.requireNonNull(micro.key());
    }

    private boolean isLocked(Running txn, Object key) {
        return running.values().stream().anyMatch(other -> other != txn && other.own.containsKey(key));
    }

    private MicroOperation read(Running txn, Object key) {
        txn.read.add(key);
        boolean newest = promise == Promise.READ_COMMITTED || promise == Promise.READ_UNCOMMITTED;
        Object base = state(key, newest ? Long.MAX_VALUE : txn.snapshot);
        if (!lists) {
            return new MicroOperation(Kind.READ, key, txn.own.getOrDefault(key, base));
        }
        List<Object> list = new ArrayList<>(base == null ? List.of() : (List<?>) base);
        list.addAll(txn.appended.getOrDefault(key, List.of()));
        return new MicroOperation(Kind.READ, key, list);
    }

    private MicroOperation write(Running txn, MicroOperation micro) {
        Object value = Objects.requireNonNull(micro.value());
        if (promise == Promise.READ_UNCOMMITTED) {
            clock++;
            put(key(micro), lists ? List.of(value) : value);
        } else if (lists) {
            txn.appended
                    .computeIfAbsent(micro.key(), first -> new ArrayList<>())
                    .add(value);
        }
        txn.own.put(micro.key(), value);
        return micro;
    }

    private boolean conflicts(Running txn) {
        Set<Object> looked = new TreeSet<>();
        switch (promise) {
            case STRICT_SERIALIZABLE, SERIALIZABLE -> {
                if (!txn.own.isEmpty() || promise == Promise.STRICT_SERIALIZABLE) {
                    looked.addAll(txn.read);
                    looked.addAll(txn.own.keySet());
                }
            }
            case STRONG_SNAPSHOT_ISOLATION, SNAPSHOT_ISOLATION -> looked.addAll(txn.own.keySet());
            default -> {}
        }
        return looked.stream().anyMatch(key -> {
            List<Version> versions = store.getOrDefault(key, List.of());
            return !versions.isEmpty() && versions.get(versions.size() - 1).at() > txn.snapshot;
        });
    }

    private void commit(Running txn) {
        if (promise == Promise.READ_UNCOMMITTED || txn.own.isEmpty()) {
            return;
        }
        clock++;
        for (Map.Entry<Object, Object> write : txn.own.entrySet()) {
            put(write.getKey(), lists ? txn.appended.getOrDefault(write.getKey(), List.of()) : write.getValue());
        }
    }

    /** Makes a version: of a list what is there with more at its end. */
    private void put(Object key, Object value) {
        Object state = value;
        Object before = state(key, Long.MAX_VALUE);
        if (lists) {
            List<Object> longer = new ArrayList<>(before == null ? List.of() : (List<?>) before);
            longer.addAll((List<?>) value);
            state = longer;
        }
        store.computeIfAbsent(key, first -> new ArrayList<>()).add(new Version(clock, state));
    }

    private @Nullable Object state(Object key, long at) {
        Object state = null;
        for (Version version : store.getOrDefault(key, List.of())) {
            state = version.at() <= at ? version.state() : state;
        }
        return state;
    }

    private static List<@Nullable Object> parts(MicroOperation micro) {
        return Arrays.asList(new Keyword(micro.kind().text()), micro.key(), micro.value());
    }
}
