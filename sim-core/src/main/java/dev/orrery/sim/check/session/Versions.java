package dev.orrery.sim.check.session;

import dev.orrery.sim.check.transaction.log.MicroOperation.Kind;
import dev.orrery.sim.check.transaction.log.TransactionLog;
import org.jspecify.annotations.Nullable;

/**
 * The versions of all keys, by number: the one that each key has at first, and one for each write that may have taken
 * effect. It is known which of them a read saw, and of some which comes first whatever a session says.
 */
abstract class Versions {
    /** No version: it is not known which one was seen. */
    static final int NONE = -1;

    /** Told of two versions that are in order. */
    interface Order {
        /**
         * One version is before another one of its key.
         *
         * @param why what to say about it: an operation that shows it, or null for what goes without saying
         */
        void before(int earlier, int later, @Nullable Integer why);
    }

    private final TransactionLog log;

    Versions(TransactionLog log) {
        this.log = log;
    }

    final TransactionLog log() {
        return log;
    }

    /** How many numbers there are; some may be no version. */
    final int count() {
        return log.keys() + log.micros();
    }

    /** The version that a key has at first. */
    final int initial(int key) {
        return key;
    }

    /** The version that a write made. */
    final int written(int write) {
        return log.keys() + write;
    }

    /** The write that made a version, or {@link #NONE} for what a key has at first. */
    final int writeOf(int version) {
        return version - log.keys() < 0 ? NONE : version - log.keys();
    }

    /** The version that a micro-operation of a committed transaction saw or made, or {@link #NONE}. */
    final int of(int micro) {
        if (!log.isCommitted(log.transactionOf(micro))) {
            return NONE;
        }
        return log.kind(micro) == Kind.READ ? read(micro) : written(micro);
    }

    /** The version that a read of a committed transaction saw, or {@link #NONE}. */
    abstract int read(int micro);

    /** All that is known of the order of versions beside what sessions say. */
    abstract void order(Order order);

    /**
     * Whether a read misses a write that it should have seen, since that is in its past.
     *
     * @param overwritten whether what the read saw was in the past of the write
     */
    abstract boolean misses(int read, int write, boolean overwritten);

    /** Why a read that misses a write is wrong, to be read after "it was in its past and". */
    abstract String supersedes();

    /** What is written is called: {@code append} or {@code write}. */
    abstract String verb();
}
