package dev.orrery.sim.check.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.check.CheckResult.Outcome;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The checker of sessions against all orders of the versions of a few keys, and all ways from cause to effect. */
final class SessionOracleTest {
    private static final int HISTORIES = Integer.getInteger("oracle.histories", 2_000);
    private static final int OPERATIONS = 8;

    @Test
    void theCheckerAgreesWithAllOrdersTried() {
        Map<SessionGuarantee, Integer> kept = new TreeMap<>();
        for (long seed = 0; seed < HISTORIES; seed++) {
            History history = random(seed);
            Oracle oracle = new Oracle(history.operations());
            boolean monotonicReads = oracle.keeps(SessionGuarantee.MONOTONIC_READS, false);
            for (SessionGuarantee guarantee : SessionGuarantee.values()) {
                boolean expected = guarantee == SessionGuarantee.CAUSAL
                        ? oracle.isCausal()
                        : oracle.keeps(guarantee, monotonicReads);
                assertEquals(
                        expected ? Outcome.PASS : Outcome.FAIL,
                        SessionCheck.of(guarantee).check(history).outcome(),
                        "seed " + seed + ", " + guarantee + ": " + history.operations());
                kept.merge(guarantee, expected ? 1 : 0, Integer::sum);
            }
        }
        kept.forEach((guarantee, count) -> assertTrue(count > HISTORIES / 10 && count < HISTORIES, kept::toString));
    }

    /** Two clients write and read; a third one may read from the newest version back to the oldest. */
    private static History random(long seed) {
        Random random = new Random(seed * 104729);
        History history = new History();
        List<List<@Nullable Object>> written = List.of(new ArrayList<>(), new ArrayList<>());
        written.forEach(values -> values.add(null));
        boolean backwards = random.nextInt(3) > 0;
        int readsBackwards = 0;
        long value = 0;
        for (int i = 0; i < OPERATIONS; i++) {
            int process = random.nextInt(3);
            int key = random.nextInt(8) == 0 ? 1 : 0;
            boolean writes = random.nextInt(6) < (process < 2 ? 4 : 0);
            long at = history.lastAt() + 1;
            if (writes) {
                written.get(key).add(++value);
                history.ok(history.invoke(process, "write", key, value, at, at), null, at + 1);
            } else {
                List<@Nullable Object> values = written.get(key);
                boolean recent = random.nextInt(3) == 0;
                int which = recent ? values.size() - 1 : random.nextInt(values.size());
                if (process == 2 && backwards) {
                    which = Math.max(1, values.size() - 1 - readsBackwards++) % values.size();
                }
                history.ok(history.invoke(process, "read", key, null, at, at), values.get(which), at + 1);
            }
        }
        return history;
    }

    private record Oracle(List<Operation> operations) {
        private static @Nullable Object value(Operation operation) {
            return isRead(operation) ? operation.output() : operation.input();
        }

        private static boolean isRead(Operation operation) {
            return operation.f().equals("read");
        }

        boolean keeps(SessionGuarantee guarantee, boolean alsoMonotonicReads) {
            for (int key = 0; key < 2; key++) {
                int asked = key;
                List<Operation> ofKey = operations.stream()
                        .filter(operation -> Objects.equals(operation.key(), asked))
                        .toList();
                List<Object> left = new ArrayList<>();
                ofKey.stream().filter(operation -> !isRead(operation)).forEach(write -> left.add(value(write)));
                List<@Nullable Object> first = new ArrayList<>();
                first.add(null);
                Predicate<List<@Nullable Object>> works = order -> agrees(ofKey, order, guarantee)
                        && (!alsoMonotonicReads || agrees(ofKey, order, SessionGuarantee.MONOTONIC_READS));
                if (!someOrder(first, left, works)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean someOrder(
                List<@Nullable Object> order, List<Object> left, Predicate<List<@Nullable Object>> works) {
            if (left.isEmpty()) {
                return works.test(order);
            }
            for (Object next : left) {
                List<Object> rest = new ArrayList<>(left);
                rest.remove(next);
                order.add(next);
                if (someOrder(order, rest, works)) {
                    return true;
                }
                order.remove(order.size() - 1);
            }
            return false;
        }

        private static boolean agrees(List<Operation> ofKey, List<@Nullable Object> order, SessionGuarantee guarantee) {
            boolean firstReads =
                    guarantee == SessionGuarantee.MONOTONIC_READS || guarantee == SessionGuarantee.WRITES_FOLLOW_READS;
            boolean thenReads =
                    guarantee == SessionGuarantee.MONOTONIC_READS || guarantee == SessionGuarantee.READ_YOUR_WRITES;
            for (int i = 0; i < ofKey.size(); i++) {
                Operation then = ofKey.get(i);
                for (int j = i - 1; j >= 0 && isRead(then) == thenReads; j--) {
                    Operation first = ofKey.get(j);
                    if (first.process() == then.process() && isRead(first) == firstReads) {
                        if (order.indexOf(value(first)) > order.indexOf(value(then))) {
                            return false;
                        }
                        break;
                    }
                }
            }
            return true;
        }

        boolean isCausal() {
            int count = operations.size();
            boolean[][] before = new boolean[count][count];
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < count; j++) {
                    Operation one = operations.get(i);
                    Operation other = operations.get(j);
                    boolean session = i < j && one.process() == other.process();
                    before[i][j] = session || isSource(one, other);
                }
            }
            for (int by = 0; by < count; by++) {
                for (int i = 0; i < count; i++) {
                    for (int j = 0; j < count; j++) {
                        before[i][j] |= before[i][by] && before[by][j];
                    }
                }
            }
            for (int read = 0; read < count; read++) {
                for (int write = 0; write < count; write++) {
                    if (before[read][read] || (before[write][read] && misses(read, write, before))) {
                        return false;
                    }
                }
            }
            return true;
        }

        private boolean misses(int read, int write, boolean[][] before) {
            Operation reader = operations.get(read);
            Operation writer = operations.get(write);
            boolean sameKey = Objects.equals(reader.key(), writer.key());
            if (!sameKey || !isRead(reader) || isRead(writer) || isSource(writer, reader)) {
                return false;
            }
            if (value(reader) == null) {
                return true;
            }
            for (int source = 0; source < operations.size(); source++) {
                if (isSource(operations.get(source), reader) && before[source][write]) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isSource(Operation write, Operation read) {
            return !isRead(write)
                    && isRead(read)
                    && Objects.equals(write.key(), read.key())
                    && Objects.equals(value(write), value(read));
        }
    }
}
