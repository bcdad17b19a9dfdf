package dev.orrery.sim.workload;

import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Mix;
import dev.orrery.sim.random.RandomStream;

/** When one client asks: counts its operations, and outlives its crashes. Times are virtual nanoseconds. */
final class ClientPace {
    private static final int OPERATION = 1;
    private static final int GAP = 2;

    private final Load load;
    private final int client;
    private final long key;
    private final RandomStream draws;
    private long ordinal = -1;
    private long intendedAt;

    ClientPace(Load load, int client, long key) {
        this.load = load;
        this.client = client;
        this.key = key;
        this.draws = new RandomStream(key);
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
        draws.seek(Mix.combine(Mix.combine(key, OPERATION), ordinal));
        return draws;
    }

    /** The client boots: when it asks first. */
    long first(long now) {
        if (ordinal < 0 && load instanceof Load.Open open && open.arrival() == Load.Arrival.CONSTANT) {
            // The clients take turns from the beginning on, instead of all asking at once.
            ordinal = 0;
            intendedAt = now + open.at(now).rate().gap() * client;
            return intendedAt;
        }
        return next(now);
    }

    /** The present operation is over: when the client asks for the next one. */
    long next(long now) {
        ordinal++;
        intendedAt = nextTime(now);
        return intendedAt;
    }

    private long nextTime(long now) {
        if (load instanceof Load.Open open) {
            return intendedAt + gap(open);
        }
        return now + ((Load.Closed) load).think().sample(drawGap());
    }

    private long gap(Load.Open open) {
        long mean = open.at(intendedAt).rate().gap() * open.clients();
        return switch (open.arrival()) {
            case CONSTANT -> mean;
            case POISSON -> Distribution.exponential(mean).sample(drawGap());
        };
    }

    private long drawGap() {
        return Mix.combine(Mix.combine(key, GAP), ordinal);
    }
}
