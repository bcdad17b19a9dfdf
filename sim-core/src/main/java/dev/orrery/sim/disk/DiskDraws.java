package dev.orrery.sim.disk;

import dev.orrery.sim.random.Mix;

/**
 * A disk's draws. Each is keyed by what it decides and by the ordinal of the operation among its kind, so that one
 * operation more or less, or a fault switched on, shifts no other operation's fate.
 */
final class DiskDraws {
    private final long[] keys = new long[Choice.values().length];

    DiskDraws(long key) {
        reseed(key);
    }

    /** From now on draws come from another key. */
    final void reseed(long key) {
        for (Choice choice : Choice.values()) {
            keys[choice.number] = Mix.combine(key, choice.number);
        }
    }

    /** What a draw decides. The numbers run from 0 and are part of what a seed means. */
    enum Choice {
        READ_LATENCY(0),
        WRITE_LATENCY(1),
        SYNC_LATENCY(2),
        TRUNCATE_LATENCY(3),
        NAME_LATENCY(4),
        READ_ERROR(5),
        SYNC_ERROR(6),
        MISDIRECTION(7),
        MISDIRECTED_FILE(8),
        MISDIRECTED_OFFSET(9),
        WRITE_SURVIVAL(10),
        TORN_LENGTH(11),
        TRUNCATE_SURVIVAL(12),
        NAME_SURVIVAL(13),
        ROT(14);

        private final int number;

        Choice(int number) {
            this.number = number;
        }
    }

    /** 64 random bits. */
    long draw(Choice choice, long ordinal) {
        return Mix.combine(keys[choice.number], ordinal);
    }

    /** A number from 0 to {@code bound - 1}. */
    int below(int bound, Choice choice, long ordinal) {
        return (int) Long.remainderUnsigned(draw(choice, ordinal), bound);
    }
}
