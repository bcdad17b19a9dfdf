package dev.orrery.sim.network;

import dev.orrery.sim.random.Mix;

/** What is drawn for a message. The numbers are part of what a seed means. */
enum Choice {
    LOSS(1),
    LATENCY(2),
    DUPLICATE(3),
    DUPLICATE_LATENCY(4),
    REORDER(5),
    REORDER_BY(6),
    CORRUPTION(7),
    FLIPPED_BITS(8),
    DELAY(9),
    JITTER(10),
    OVERFLOW(11),
    COPY(12),
    CORRELATION(13);

    private final int number;

    Choice(int number) {
        this.number = number;
    }

    /** 64 random bits for this choice about what the key stands for. */
    long draw(long key) {
        return Mix.combine(key, number);
    }
}
