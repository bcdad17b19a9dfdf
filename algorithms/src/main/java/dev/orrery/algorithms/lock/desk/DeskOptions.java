package dev.orrery.algorithms.lock.desk;

import dev.orrery.sim.system.Option;
import dev.orrery.sim.system.Options;

/** The options of every lock with a desk. */
public final class DeskOptions {
    /** How long a lock outlives its holder's last sign of life. */
    public static final Option<Long> LEASE = Option.duration(
            "lease",
            "10s",
            "How long a client keeps the lock, or its place in the line, without a sign of life; it gives one three times"
                    + " in a lease.");
    /** How much clocks may drift apart. */
    public static final Option<Long> DRIFT = Option.count(
            "drift-bound-ppm",
            10_000,
            0,
            500_000,
            "How much faster than a client's clock a server's may run, in millionths; a client takes its lease to be"
                    + " shorter by that.");

    private DeskOptions() {}

    /** The lease that was chosen. */
    public static Lease lease(Options options) {
        return new Lease(options.get(LEASE), options.get(DRIFT));
    }
}
