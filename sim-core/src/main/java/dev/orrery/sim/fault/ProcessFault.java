package dev.orrery.sim.fault;

import static dev.orrery.sim.fault.Parameters.between;

import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.time.DurationRange;
import org.jspecify.annotations.Nullable;

/** What goes wrong with a running process. */
public sealed interface ProcessFault extends Fault {

    /**
     * Ends the process at once. A target that is down is left alone.
     *
     * @param target by default one server
     * @param restartAfter how long the targets are down, drawn each time; null: they stay down
     * @param disk what becomes of what was not synced; by default {@code lose-unsynced}
     * @param moment the dangerous moment to wait for, or null to kill at once. A moment that a report tells of, such as a
     *     vote, is a matter for {@code when}
     */
    record Kill(
            Target target,
            @Nullable DurationRange restartAfter,
            CrashPolicy disk,
            @Nullable Moment moment) implements ProcessFault {

        /** A moment at which a kill does most harm. The kill waits for it, on each target alone. */
        public enum Moment {
            /** A write has been issued and is not durable. */
            UNSYNCED_WRITE,
            /** Between two sends of one handler: some receivers get the message, the others never. */
            MID_BROADCAST
        }

        @Override
        public String kind() {
            return "kill";
        }

        @Override
        public boolean lasts() {
            return false;
        }

        @Override
        public Kill aimedAt(Target other) {
            return new Kill(other, restartAfter, disk, moment);
        }
    }

    /**
     * Shuts the process down cleanly: it is told, and all is synced.
     *
     * @param target by default one server
     * @param restartAfter how long the targets are down, drawn each time; null: they stay down
     */
    record Stop(Target target, @Nullable DurationRange restartAfter) implements ProcessFault {
        @Override
        public String kind() {
            return "stop";
        }

        @Override
        public boolean lasts() {
            return false;
        }

        @Override
        public Stop aimedAt(Target other) {
            return new Stop(other, restartAfter);
        }
    }

    /**
     * Freezes the process, as SIGSTOP or a long garbage collection does: no handler runs, and messages, timers and disk
     * completions wait. When it ends they happen late, in order.
     *
     * @param target by default one server
     */
    record Pause(Target target) implements ProcessFault {
        @Override
        public String kind() {
            return "pause";
        }

        @Override
        public boolean lasts() {
            return true;
        }

        @Override
        public Pause aimedAt(Target other) {
            return new Pause(other);
        }
    }

    /**
     * Makes the process slow: each handler takes {@code factor} times {@code cost}, and what comes meanwhile waits in order.
     * Without this fault handlers take no time.
     *
     * @param target by default one server
     * @param factor how many times as long handlers take, from 2 to 1,000,000. Overlapping ones multiply
     * @param cost what one handler takes on a node of full speed, in nanoseconds, from 1 to 1s; by default 100us
     */
    record Slow(Target target, long factor, long cost) implements ProcessFault {
        /** What a handler takes unless said otherwise. */
        public static final long COST = 100_000;

        /** Checks the numbers. */
        public Slow {
            between(2, 1_000_000, "a factor", factor);
            between(1, 1_000_000_000L, "the cost of a handler in nanoseconds", cost);
        }

        @Override
        public String kind() {
            return "slow";
        }

        @Override
        public boolean lasts() {
            return true;
        }

        @Override
        public Slow aimedAt(Target other) {
            return new Slow(other, factor, cost);
        }
    }

    /**
     * Restarts the targets one after the other, in drawn order.
     *
     * @param target by default all servers
     * @param down how long each is down; by default 1s
     * @param pause how long the others are left in peace once one is up again; by default 1s
     * @param clean whether each is stopped cleanly, or else killed with the loss of what is not synced; by default yes
     */
    record Rolling(Target target, DurationRange down, DurationRange pause, boolean clean) implements ProcessFault {
        @Override
        public String kind() {
            return "rolling";
        }

        @Override
        public boolean lasts() {
            return false;
        }

        @Override
        public Rolling aimedAt(Target other) {
            return new Rolling(other, down, pause, clean);
        }
    }
}
