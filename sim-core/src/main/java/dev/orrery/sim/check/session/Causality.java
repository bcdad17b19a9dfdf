package dev.orrery.sim.check.session;

import dev.orrery.sim.check.transaction.log.MicroOperation.Kind;
import dev.orrery.sim.check.transaction.log.TransactionLog;
import dev.orrery.sim.check.transaction.log.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is in the past of each operation: what its session did before, what it read, and what was in the past of that. A read
 * that misses a write of its own past breaks causality (Bouajjani, Enea, Guerraoui and Hamza, On verifying causal
 * consistency, POPL 2017: the patterns CyclicCO, WriteCOInitRead and WriteCORead).
 *
 * <p>One vector clock for each transaction, so the space is the number of transactions times that of sessions.
 */
final class Causality {
    private static final int NOBODY = -1;

    private final Versions versions;
    private final TransactionLog log;
    private final int[] sessionOf;

    /** The place of a transaction in its session, from 1. */
    private final int[] placeOf;

    /** By session: its transactions in order. */
    private final List<List<Integer>> sessions = new ArrayList<>();

    /** By session and key: the last writes of its transactions to that key, in order. */
    private final List<Map<Integer, List<Integer>>> writesOf = new ArrayList<>();

    /** By transaction: how many of each session's are in its past or are itself. */
    private final int[][] clockOf;

    Causality(Versions versions) {
        this.versions = versions;
        this.log = versions.log();
        this.sessionOf = new int[log.transactions()];
        this.placeOf = new int[log.transactions()];
        this.clockOf = new int[log.transactions()][];
        Map<Integer, Integer> numberOf = new TreeMap<>();
        for (int transaction = 0; transaction < log.transactions(); transaction++) {
            if (!log.hasFailed(transaction)) {
                int session =
                        numberOf.computeIfAbsent(log.operation(transaction).process(), first -> {
                            sessions.add(new ArrayList<>());
                            writesOf.add(new TreeMap<>());
                            return sessions.size() - 1;
                        });
                sessions.get(session).add(transaction);
                sessionOf[transaction] = session;
                placeOf[transaction] = sessions.get(session).size();
                index(session, transaction);
            }
        }
    }

    private void index(int session, int transaction) {
        for (int micro = log.firstMicro(transaction); micro < log.firstMicro(transaction + 1); micro++) {
            if (log.kind(micro) != Kind.READ) {
                List<Integer> writes =
                        writesOf.get(session).computeIfAbsent(log.keyOf(micro), first -> new ArrayList<>());
                boolean again = !writes.isEmpty() && log.transactionOf(writes.get(writes.size() - 1)) == transaction;
                if (again) {
                    writes.set(writes.size() - 1, micro);
                } else {
                    writes.add(micro);
                }
            }
        }
    }

    /** How causality is broken, if it is. */
    Optional<SessionOrders.Violation> violation() {
        int[] waiting = new int[log.transactions()];
        List<List<Integer>> readersOf = readersOf(waiting);
        ArrayDeque<Integer> ready = new ArrayDeque<>();
        int done = 0;
        int all = 0;
        for (int transaction = 0; transaction < log.transactions(); transaction++) {
            if (!log.hasFailed(transaction)) {
                all++;
                if (waiting[transaction] == 0) {
                    ready.add(transaction);
                }
            }
        }
        while (!ready.isEmpty()) {
            int transaction = ready.remove();
            done++;
            clockOf[transaction] = clock(transaction);
            for (int reader : readersOf.get(transaction)) {
                if (--waiting[reader] == 0) {
                    ready.add(reader);
                }
            }
        }
        if (done < all) {
            return Optional.of(circle(waiting));
        }
        return missed();
    }

    /** Who comes right after each transaction, in its session or since it read of it. */
    private List<List<Integer>> readersOf(int[] waiting) {
        List<List<Integer>> readersOf = new ArrayList<>();
        for (int transaction = 0; transaction < log.transactions(); transaction++) {
            readersOf.add(new ArrayList<>());
        }
        for (List<Integer> session : sessions) {
            for (int i = 1; i < session.size(); i++) {
                readersOf.get(session.get(i - 1)).add(session.get(i));
                waiting[session.get(i)]++;
            }
        }
        for (int micro = 0; micro < log.micros(); micro++) {
            int source = source(micro);
            if (source != NOBODY && source != log.transactionOf(micro)) {
                readersOf.get(source).add(log.transactionOf(micro));
                waiting[log.transactionOf(micro)]++;
            }
        }
        return readersOf;
    }

    /** The transaction whose write a read saw, or nobody's. */
    private int source(int micro) {
        boolean known = log.kind(micro) == Kind.READ && versions.of(micro) != Versions.NONE;
        int write = known ? versions.writeOf(versions.of(micro)) : Versions.NONE;
        return write == Versions.NONE ? NOBODY : log.transactionOf(write);
    }

    private int[] clock(int transaction) {
        int[] clock = new int[sessions.size()];
        int session = sessionOf[transaction];
        if (placeOf[transaction] > 1) {
            take(clock, clockOf[sessions.get(session).get(placeOf[transaction] - 2)]);
        }
        for (int micro = log.firstMicro(transaction); micro < log.firstMicro(transaction + 1); micro++) {
            int source = source(micro);
            if (source != NOBODY && source != transaction) {
                take(clock, clockOf[source]);
            }
        }
        clock[session] = placeOf[transaction];
        return clock;
    }

    private static void take(int[] clock, int[] other) {
        for (int i = 0; i < clock.length; i++) {
            clock[i] = Math.max(clock[i], other[i]);
        }
    }

    private SessionOrders.Violation circle(int[] waiting) {
        List<Integer> stuck = new ArrayList<>();
        for (int transaction = 0; transaction < waiting.length; transaction++) {
            if (waiting[transaction] > 0) {
                stuck.add(transaction);
            }
        }
        return new SessionOrders.Violation(
                log.who(stuck.get(0)) + " read what was written only after it was seen: causes go in a circle", stuck);
    }

    private Optional<SessionOrders.Violation> missed() {
        for (int micro = 0; micro < log.micros(); micro++) {
            boolean known = log.kind(micro) == Kind.READ && versions.of(micro) != Versions.NONE;
            if (known && source(micro) != log.transactionOf(micro)) {
                Integer write = missedBy(micro);
                if (write != null) {
                    return Optional.of(violation(micro, write));
                }
            }
        }
        return Optional.empty();
    }

    private @Nullable Integer missedBy(int read) {
        int reader = log.transactionOf(read);
        int source = source(read);
        for (int session = 0; session < sessions.size(); session++) {
            int past = clockOf[reader][session] - (session == sessionOf[reader] ? 1 : 0);
            Integer write = lastWrite(session, log.keyOf(read), past);
            if (write != null && versions.written(write) != versions.of(read)) {
                int[] clock = clockOf[log.transactionOf(write)];
                boolean overwritten = source == NOBODY || clock[sessionOf[source]] >= placeOf[source];
                if (versions.misses(read, write, overwritten)) {
                    return write;
                }
            }
        }
        return null;
    }

    /** The last write to a key among the first transactions of a session. */
    private @Nullable Integer lastWrite(int session, int key, int transactions) {
        List<Integer> writes = writesOf.get(session).getOrDefault(key, List.of());
        int low = 0;
        int high = writes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (placeOf[log.transactionOf(writes.get(middle))] <= transactions) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? null : writes.get(low - 1);
    }

    private SessionOrders.Violation violation(int read, int write) {
        int reader = log.transactionOf(read);
        int writer = log.transactionOf(write);
        return new SessionOrders.Violation(
                "key " + log.key(log.keyOf(read)) + ": " + log.who(reader) + " read " + Words.of(log.value(read))
                        + ", though the " + versions.verb() + " of " + Words.of(log.value(write)) + " by "
                        + log.who(writer) + " was in its past and " + versions.supersedes(),
                Arrays.asList(reader, writer));
    }
}
