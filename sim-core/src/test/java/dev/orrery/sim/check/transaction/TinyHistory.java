package dev.orrery.sim.check.transaction;

import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Keyword;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A few small transactions on lists or registers, step by step in random order on a store that keeps them more or less apart: each
 * transaction of a history reads a snapshot of some age or what is there now, and appends at once or when it commits.
 */
final class TinyHistory {

    /**
     * What to run.
     *
     * @param model lists or registers; in long-fork histories each key is written once
     * @param longest the most micro-operations of a transaction
     * @param sloppyPercent how many reads of a hundred see neither the snapshot nor what is there
     */
    record Shape(TransactionModel model, int transactions, int processes, int keys, int longest, int sloppyPercent) {}

    private static final class Running {
        final List<List<@Nullable Object>> asked = new ArrayList<>();
        final List<List<@Nullable Object>> done = new ArrayList<>();
        final Map<Object, List<Object>> own = new TreeMap<>();
        Map<Object, List<Object>> snapshot = Map.of();
        boolean bySnapshot;
        boolean atOnce;
        int operation;
        int process;
    }

    private final Shape shape;
    private final Random random;
    private final History history = new History();
    private final Map<Object, List<Object>> store = new TreeMap<>();
    private final List<Map<Object, List<Object>>> past = new ArrayList<>();
    private final List<Running> running = new ArrayList<>();
    private final Set<Object> written = new TreeSet<>();
    private final boolean lists;
    private final int isolation;
    private int nextProcess;
    private int nextValue;

    private TinyHistory(Shape shape, long seed) {
        this.shape = shape;
        this.random = new Random(seed * 7919);
        this.lists = shape.model() == TransactionModel.LIST_APPEND;
        this.isolation = random.nextInt(4);
        this.nextProcess = shape.processes();
    }

    static History of(Shape shape, long seed) {
        return new TinyHistory(shape, seed).run();
    }

    private History run() {
        past.add(copy());
        for (int process = 0; process < shape.processes(); process++) {
            Running idle = new Running();
            idle.process = process;
            idle.operation = -1;
            running.add(idle);
        }
        boolean busy = true;
        while (busy) {
            int client = random.nextInt(running.size());
            Running now = running.get(client);
            if (now.operation >= 0) {
                step(now);
            } else if (history.size() < shape.transactions()) {
                begin(client, now.process);
            }
            busy = history.size() < shape.transactions()
                    || running.stream().anyMatch(some -> some.operation >= 0 && random.nextInt(20) > 0);
        }
        return history;
    }

    private void begin(int client, int process) {
        Running txn = new Running();
        txn.process = process;
        int length = 1 + random.nextInt(shape.longest());
        for (int i = 0; i < length; i++) {
            Object key = "xyz".substring(random.nextInt(shape.keys())).substring(0, 1);
            boolean again = shape.model() == TransactionModel.LONG_FORK && !written.add(key);
            txn.asked.add(
                    again || random.nextBoolean()
                            ? Arrays.asList(new Keyword("r"), key, null)
                            : Arrays.asList(new Keyword(lists ? "append" : "w"), key, (long) ++nextValue));
        }
        txn.bySnapshot = isolation > 0;
        txn.atOnce = isolation == 0 || (isolation == 3 && random.nextBoolean());
        int back = isolation == 2 ? random.nextInt(2) : 0;
        txn.snapshot = past.get(Math.max(0, past.size() - 1 - back));
        long at = history.lastAt() + 1;
        txn.operation = history.invoke(process, "txn", null, List.copyOf(txn.asked), at, at);
        running.set(client, txn);
    }

    private void step(Running txn) {
        if (txn.done.size() < txn.asked.size() && random.nextInt(12) > 0) {
            List<@Nullable Object> micro = txn.asked.get(txn.done.size());
            Object key = micro.get(1);
            if (micro.get(2) == null) {
                txn.done.add(Arrays.asList(micro.get(0), key, read(txn, key)));
            } else {
                txn.done.add(micro);
                (txn.atOnce ? store : txn.own)
                        .computeIfAbsent(key, first -> new ArrayList<>())
                        .add(micro.get(2));
                if (txn.atOnce) {
                    past.add(copy());
                }
            }
        } else {
            finish(txn);
        }
    }

    private @Nullable Object read(Running txn, Object key) {
        List<Object> base = (txn.bySnapshot ? txn.snapshot : store).getOrDefault(key, List.of());
        List<Object> seen = new ArrayList<>(base);
        if (random.nextInt(100) < shape.sloppyPercent()) {
            seen = new ArrayList<>(past.get(random.nextInt(past.size())).getOrDefault(key, List.of()));
            switch (random.nextInt(8)) {
                case 0 -> seen.add((long) (1 + random.nextInt(nextValue + 1)));
                case 1 -> Collections.shuffle(seen, random);
                default -> {}
            }
        }
        seen.addAll(txn.own.getOrDefault(key, List.of()));
        if (!lists) {
            return seen.isEmpty() ? null : seen.get(seen.size() - 1);
        }
        return seen.isEmpty() && random.nextBoolean() ? null : seen;
    }

    private void finish(Running txn) {
        boolean complete = txn.done.size() == txn.asked.size();
        int how = random.nextInt(12);
        if ((complete && how > 0) || how > 6) {
            txn.own.forEach((key, values) -> {
                List<Object> list = store.computeIfAbsent(key, first -> new ArrayList<>());
                boolean misplaced = random.nextInt(100) < shape.sloppyPercent();
                list.addAll(misplaced ? random.nextInt(list.size() + 1) : list.size(), values);
            });
            past.add(copy());
        }
        long at = history.lastAt() + 1;
        if (complete && how > 1) {
            history.ok(txn.operation, List.copyOf(txn.done), at);
        } else if (how % 2 == 0) {
            history.info(txn.operation, "unknown", at);
            txn.process = nextProcess++;
        } else {
            history.fail(txn.operation, "aborted", at);
        }
        txn.operation = -1;
    }

    private Map<Object, List<Object>> copy() {
        Map<Object, List<Object>> copy = new TreeMap<>();
        store.forEach((key, values) -> copy.put(key, List.copyOf(values)));
        return copy;
    }
}
