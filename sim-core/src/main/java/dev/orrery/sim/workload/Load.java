package dev.orrery.sim.workload;

import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.time.Durations;
import java.util.List;

/** How many clients there are and when they ask. Each has one operation open at a time. */
public sealed interface Load {

    /** The most clients that a run takes. */
    int MOST_CLIENTS = 100_000;

    /** How many clients there are, from 1 to {@value #MOST_CLIENTS}. */
    int clients();

    /**
     * A closed loop: each client asks, waits for the answer, thinks, and asks again.
     *
     * @param think nanoseconds between an answer and the next question
     */
    record Closed(int clients, Distribution think) implements Load {
        public Closed {
            requireClients(clients);
        }
    }

    /**
     * An open loop: questions come at a rate of their own, dealt out to the clients in turn. A client that is still busy
     * asks later, and its latency counts from when it meant to ask.
     *
     * @param arrival how the questions are spread
     * @param stages one after the other; the last one's rate holds until the end. At least one
     */
    record Open(int clients, Arrival arrival, List<Stage> stages) implements Load {
        public Open {
            requireClients(clients);
            stages = List.copyOf(stages);
            if (stages.isEmpty()) {
                throw new IllegalArgumentException("an open loop has at least one stage");
            }
        }

        /** The stage at a time in nanoseconds since the beginning. */
        Stage at(long time) {
            long ends = 0;
            for (Stage stage : stages) {
                ends += stage.length();
                if (time < ends) {
                    return stage;
                }
            }
            return stages.get(stages.size() - 1);
        }
    }

    /**
     * A stretch of time with a rate of its own.
     *
     * @param rate of all clients together
     * @param length nanoseconds, more than 0
     */
    record Stage(Rate rate, long length) {
        public Stage {
            if (length <= 0) {
                throw new IllegalArgumentException("a stage of " + Durations.format(length) + " is none");
            }
        }
    }

    /** How questions that come at a rate are spread. */
    enum Arrival {
        /** One gap is as long as the other. */
        CONSTANT,
        /** Independent of each other: the gaps are exponential. */
        POISSON
    }

    private static void requireClients(int clients) {
        if (clients < 1 || clients > MOST_CLIENTS) {
            throw new IllegalArgumentException("there are from 1 to " + MOST_CLIENTS + " clients, not " + clients);
        }
    }
}
