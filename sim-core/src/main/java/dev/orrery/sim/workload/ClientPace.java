package dev.orrery.sim.workload;

import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Mix;
import dev.orrery.sim.random.RandomStream;
import dev.orrery.sim.random.Seed;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/** When one client asks: counts its operations, and outlives its crashes. Times are virtual nanoseconds. */
final class ClientPace {
    private static final int OPERATION = 1;
    private static final int GAP = 2;

    /** When a client asks that asks no more. */
    static final long NEVER = Long.MAX_VALUE;

    private final Load load;
    private final int client;
    private final LongSupplier seed;
    /** The ordinals that are asked for; empty if all are. */
    private final NavigableSet<Long> turns;

    private final RandomStream draws = new RandomStream(0);
    /** The seed that the key belongs to. */
    private long root;

    private long key;
    private long ordinal = -1;
    private long intendedAt;
    /** When the client meant to ask for the last operation that did not belong to the one before it. */
    private long arrivedAt;

    /**
     * A client that has not asked yet.
     *
     * @param client from 0
     * @param seed the seed that draws come from, asked before each
     * @param turns the ordinals of the operations that it asks for; empty: it asks for all
     */
    ClientPace(Load load, int client, LongSupplier seed, NavigableSet<Long> turns) {
        this.load = load;
        this.client = client;
        this.seed = seed;
        this.turns = turns;
        key(seed.getAsLong());
    }

    /** The ordinals of a client's turns; {@link #NEVER} alone if it has none and others have. */
    static NavigableSet<Long> turns(List<Turn> only, String client) {
        TreeSet<Long> ordinals = new TreeSet<>();
        for (Turn turn : only) {
            if (turn.client().equals(client)) {
                ordinals.add(turn.number() - 1);
            }
        }
        if (ordinals.isEmpty() && !only.isEmpty()) {
            ordinals.add(NEVER);
        }
        return ordinals;
    }

    int client() {
        return client;
    }

    long ordinal() {
        return ordinal;
    }

    /** When the client means to ask for its present operation. */
    long intendedAt() {
        return intendedAt;
    }

    /** The draws of the present operation, from their beginning. */
    RandomStream draws() {
        draws.seek(Mix.combine(Mix.combine(key(), OPERATION), ordinal));
        return draws;
    }

    /** The client boots: when it asks first. */
    long first(long now) {
        if (ordinal < 0 && load instanceof Load.Open open && open.arrival() == Load.Arrival.CONSTANT) {
            // The clients take turns from the beginning on, instead of all asking at once.
            ordinal = 0;
            intendedAt = now + open.at(now).rate().gap() * client;
            arrivedAt = intendedAt;
            return passOver();
        }
        return next(now);
    }

    /** The present operation is over: when the client asks for the next one. */
    long next(long now) {
        ordinal++;
        intendedAt = nextTime(now);
        return passOver();
    }

    /** The present operation is over, and the next one belongs to it: it is asked for now. */
    long atOnce(long now) {
        ordinal++;
        intendedAt = now;
        return turns.isEmpty() || turns.contains(ordinal) ? now : passOver();
    }

    /** What is not asked for takes no time. */
    private long passOver() {
        if (turns.isEmpty()) {
            return intendedAt;
        }
        Long turn = turns.ceiling(ordinal);
        if (turn == null || turn == NEVER) {
            return NEVER;
        }
        while (ordinal < turn) {
            ordinal++;
            intendedAt = nextTime(intendedAt);
        }
        return intendedAt;
    }

    private long nextTime(long now) {
        if (load instanceof Load.Open open) {
            arrivedAt += gap(open);
            return arrivedAt;
        }
        return now + ((Load.Closed) load).think().sample(drawGap());
    }

    private long gap(Load.Open open) {
        long mean = open.at(arrivedAt).rate().gap() * open.clients();
        return switch (open.arrival()) {
            case CONSTANT -> mean;
            case POISSON -> Distribution.exponential(mean).sample(drawGap());
        };
    }

    private long drawGap() {
        return Mix.combine(Mix.combine(key(), GAP), ordinal);
    }

    /** What the client's draws are keyed by, under the seed that draws come from now. */
    private long key() {
        long now = seed.getAsLong();
        return now == root ? key : key(now);
    }

    private long key(long newRoot) {
        root = newRoot;
        key = new Seed(newRoot).key("client c" + (client + 1));
        return key;
    }
}
