package dev.orrery.sim.check.transaction.isolation;

import static dev.orrery.sim.check.transaction.isolation.Isolation.READ_COMMITTED;
import static dev.orrery.sim.check.transaction.isolation.Isolation.READ_UNCOMMITTED;
import static dev.orrery.sim.check.transaction.isolation.Isolation.REPEATABLE_READ;
import static dev.orrery.sim.check.transaction.isolation.Isolation.SNAPSHOT_ISOLATION;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be wrong with the transactions of a history, the worst first. The names are Elle's (Kingsbury and Alvaro, Elle:
 * Inferring Isolation Anomalies from Experimental Observations, VLDB 2020), which are Adya's where he has one.
 *
 * <p>A cycle is named by the dependencies that it is made of: {@code ww} (one wrote the next version of what the other had
 * written), {@code wr} (one read what the other had written), {@code rw} (one read what the other then overwrote). If it
 * needs the order of a session or of real time to close, its name ends with {@code -process} or {@code -realtime}.
 */
public enum Anomaly {
    /** Somebody read a value that nobody ever wrote. */
    GARBAGE_READ("garbage-read", READ_UNCOMMITTED),
    /** A list holds an element more often than it was appended. */
    DUPLICATE_ELEMENTS("duplicate-elements", READ_UNCOMMITTED),
    /** Dirty write: a cycle of {@code ww} alone. */
    G0("G0", Ordering.NONE, READ_UNCOMMITTED),
    /** No single order of a list's elements agrees with all that was read of it. */
    INCOMPATIBLE_ORDER("incompatible-order", READ_COMMITTED),
    /** Aborted read: somebody read what a transaction wrote that failed. */
    G1A("G1a", READ_COMMITTED),
    /** A committed write builds upon one that failed. */
    DIRTY_UPDATE("dirty-update", READ_COMMITTED),
    /** Intermediate read: somebody read what another transaction overwrote before it was done. */
    G1B("G1b", READ_COMMITTED),
    /** A transaction read what it wrote only later. */
    FUTURE_READ("future-read", READ_COMMITTED),
    /** Circular information flow: a cycle of {@code ww} and {@code wr}, with at least one {@code wr}. */
    G1C("G1c", Ordering.NONE, READ_COMMITTED),
    /** A transaction contradicts itself: it does not see its own writes, or sees two values of a key it did not write. */
    INTERNAL("internal", SNAPSHOT_ISOLATION, REPEATABLE_READ),
    /** Two transactions read the same version of a key, and both overwrote it. */
    LOST_UPDATE("lost-update", SNAPSHOT_ISOLATION, REPEATABLE_READ),
    /** Two transactions each saw a write that the other one did not see. */
    LONG_FORK("long-fork", SNAPSHOT_ISOLATION, REPEATABLE_READ),
    /** A read of all accounts found another sum than they hold together. */
    WRONG_TOTAL("wrong-total", SNAPSHOT_ISOLATION, REPEATABLE_READ),
    /** A read of all accounts missed some of them, or found others. */
    WRONG_ACCOUNTS("wrong-accounts", SNAPSHOT_ISOLATION, REPEATABLE_READ),
    /** An account was overdrawn, though no transfer overdraws one. */
    NEGATIVE_BALANCE("negative-balance", SNAPSHOT_ISOLATION, REPEATABLE_READ),
    /** Read skew: a cycle with exactly one {@code rw}. */
    G_SINGLE("G-single-item", Ordering.NONE, SNAPSHOT_ISOLATION, REPEATABLE_READ),
    /** A cycle with several {@code rw}, no two of them in a row: snapshots do not allow it. */
    G_NONADJACENT("G-nonadjacent-item", Ordering.NONE, SNAPSHOT_ISOLATION, REPEATABLE_READ),
    /** Write skew and its kin: a cycle with several {@code rw}, two of them in a row. */
    G2_ITEM("G2-item", Ordering.NONE, REPEATABLE_READ),
    /** {@link #G0} that needs the order of a session. */
    G0_PROCESS("G0", Ordering.SESSION, READ_UNCOMMITTED),
    /** {@link #G1C} that needs the order of a session. */
    G1C_PROCESS("G1c", Ordering.SESSION, READ_COMMITTED),
    /** {@link #G_SINGLE} that needs the order of a session. */
    G_SINGLE_PROCESS("G-single-item", Ordering.SESSION, SNAPSHOT_ISOLATION, REPEATABLE_READ),
    /** {@link #G_NONADJACENT} that needs the order of a session. */
    G_NONADJACENT_PROCESS("G-nonadjacent-item", Ordering.SESSION, SNAPSHOT_ISOLATION, REPEATABLE_READ),
    /** {@link #G2_ITEM} that needs the order of a session. */
    G2_ITEM_PROCESS("G2-item", Ordering.SESSION, REPEATABLE_READ),
    /** {@link #G0} that needs real time. */
    G0_REALTIME("G0", Ordering.REAL_TIME, READ_UNCOMMITTED),
    /** {@link #G1C} that needs real time. */
    G1C_REALTIME("G1c", Ordering.REAL_TIME, READ_COMMITTED),
    /** {@link #G_SINGLE} that needs real time. */
    G_SINGLE_REALTIME("G-single-item", Ordering.REAL_TIME, SNAPSHOT_ISOLATION, REPEATABLE_READ),
    /** {@link #G_NONADJACENT} that needs real time. */
    G_NONADJACENT_REALTIME("G-nonadjacent-item", Ordering.REAL_TIME, SNAPSHOT_ISOLATION, REPEATABLE_READ),
    /** {@link #G2_ITEM} that needs real time. */
    G2_ITEM_REALTIME("G2-item", Ordering.REAL_TIME, REPEATABLE_READ);

    private final String text;
    private final Ordering ordering;
    private final Isolation weakest;
    private final Isolation otherWeakest;

    Anomaly(String text, Isolation weakest) {
        this(text, Ordering.NONE, weakest, weakest);
    }

    Anomaly(String text, Isolation weakest, Isolation otherWeakest) {
        this(text, Ordering.NONE, weakest, otherWeakest);
    }

    Anomaly(String base, Ordering ordering, Isolation weakest) {
        this(base, ordering, weakest, weakest);
    }

    Anomaly(String base, Ordering ordering, Isolation weakest, Isolation otherWeakest) {
        this.text = base + ordering.suffix();
        this.ordering = ordering;
        this.weakest = weakest;
        this.otherWeakest = otherWeakest;
    }

    /** The anomaly of that name; also without {@code -item}, and in upper or lower case. */
    public static Optional<Anomaly> named(String name) {
        String asked = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(anomaly -> {
                    String known = anomaly.text.toLowerCase(Locale.ROOT);
                    return known.equals(asked) || known.replace("-item", "").equals(asked);
                })
                .findFirst();
    }

    /** Elle's name. */
    public String text() {
        return text;
    }

    /** Whether no history that has it satisfies the level. */
    public boolean refutes(IsolationLevel level) {
        return level.ordering().implies(ordering)
                && (level.isolation().implies(weakest) || level.isolation().implies(otherWeakest));
    }

    /** The levels that no history satisfies that has it, weaker ones first. */
    public List<IsolationLevel> refuted() {
        return IsolationLevel.all().stream().filter(this::refutes).toList();
    }
}
