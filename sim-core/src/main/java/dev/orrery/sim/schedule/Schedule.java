package dev.orrery.sim.schedule;

import dev.orrery.sim.time.Durations;

/** In which order the events of a run happen. A run is a function of this too. */
public sealed interface Schedule {
    /** The order of time. */
    Schedule TIME = new Time();

    /** One of all orders, chosen by a search; it is gone step by step, and no simulation is run in it. */
    Schedule EXHAUSTIVE = new Exhaustive();

    /** As it is named on the command line and in files. */
    String name();

    /** By (time, sequence): what is due first happens first. */
    record Time() implements Schedule {
        @Override
        public String name() {
            return "time";
        }
    }

    /** That of a way which a search found. */
    record Exhaustive() implements Schedule {
        @Override
        public String name() {
            return "exhaustive";
        }
    }

    /**
     * Probabilistic concurrency testing. Each event happens when it is due or up to {@code window} later, never before;
     * within the window the order is that of random priorities.
     *
     * <p>A bug that shows whenever {@code depth} events happen in a certain order is hit with a probability of at least
     * 1 / (n · k<sup>depth − 1</sup>), where n is the number of chains of events that cause one another, and k that of
     * events; provided that no event has to be later than the window for it.
     *
     * @param depth how many ordered events a bug needs that is to be found: 1 or more; one less is how often a priority
     *     changes
     * @param events how many events the run is thought to have, at least 1: changes of priority are drawn among them
     * @param window how late an event may be, in nanoseconds, at least 0
     * @param until from this virtual time on all happens in time, as when faults are over and the system must come to
     *     itself
     */
    record Pct(int depth, long events, long window, long until) implements Schedule {
        /** The usual depth: most known bugs need no more. */
        public static final int DEPTH = 3;

        /** So many events a run is thought to have of which nobody has said how many it has. */
        public static final long EVENTS = 10_000;

        /** The usual window: longer than any round trip, shorter than most election timeouts. */
        public static final long WINDOW = 100_000_000;

        /** The largest depth; no bug that anybody knows needs nearly as many events in order. */
        public static final int MOST_DEPTH = 1_000;

        /** The most events that a run is thought to have. */
        public static final long MOST_EVENTS = 1_000_000_000_000L;

        /** Checks the numbers. */
        public Pct {
            if (depth < 1 || depth > MOST_DEPTH) {
                throw new IllegalArgumentException(
                        "a bug needs an order of 1 to " + MOST_DEPTH + " events, not " + depth);
            }
            if (events < 1 || events > MOST_EVENTS) {
                throw new IllegalArgumentException("a run has 1 to " + MOST_EVENTS + " events, not " + events);
            }
            if (window < 0) {
                throw new IllegalArgumentException("an event is late by 0 or more, not " + Durations.format(window));
            }
        }

        /** The order to the end of a run. */
        public static Pct of(int depth, long events, long window) {
            return new Pct(depth, events, window, Long.MAX_VALUE);
        }

        /** The same, but with all in time from then on. */
        public Pct calmFrom(long at) {
            return new Pct(depth, events, window, at);
        }

        @Override
        public String name() {
            return "pct";
        }
    }
}
