package dev.orrery.sim.fault;

import static dev.orrery.sim.fault.Parameters.between;

import dev.orrery.sim.random.Probability;
import org.jspecify.annotations.Nullable;

/** What goes wrong with a node's disk. What an unsynced write may expect of a kill is said by the kill. */
public sealed interface DiskFault extends Fault {

    @Override
    default boolean lasts() {
        return true;
    }

    /**
     * Operations that are issued take longer.
     *
     * @param target by default one server
     * @param factor how many times as long, from 2 to 1,000,000. Overlapping ones multiply
     */
    record Slow(Target target, long factor) implements DiskFault {
        /** Checks the factor. */
        public Slow {
            between(2, 1_000_000, "a factor", factor);
        }

        @Override
        public String kind() {
            return "disk-slow";
        }

        @Override
        public Slow aimedAt(Target other) {
            return new Slow(other, factor);
        }
    }

    /**
     * No operation ends, also none already under way; they are done in order once it is over.
     *
     * @param target by default one server
     */
    record Stall(Target target) implements DiskFault {
        @Override
        public String kind() {
            return "disk-stall";
        }

        @Override
        public Stall aimedAt(Target other) {
            return new Stall(other);
        }
    }

    /**
     * Writes that would make a file longer fail.
     *
     * @param target by default one server
     */
    record Full(Target target) implements DiskFault {
        @Override
        public String kind() {
            return "disk-full";
        }

        @Override
        public Full aimedAt(Target other) {
            return new Full(other);
        }
    }

    /**
     * Reads fail; the bytes are unharmed.
     *
     * @param target by default one server
     * @param percent how likely a read fails, from 0 to 100 percent; by default 100
     */
    record ReadError(Target target, Probability percent) implements DiskFault {
        @Override
        public String kind() {
            return "disk-read-error";
        }

        @Override
        public ReadError aimedAt(Target other) {
            return new ReadError(other, percent);
        }
    }

    /**
     * Syncs fail, and what they covered is lost at the next kill: no later sync writes it.
     *
     * @param target by default one server
     * @param percent how likely a sync fails, from 0 to 100 percent; by default 100
     */
    record SyncError(Target target, Probability percent) implements DiskFault {
        @Override
        public String kind() {
            return "disk-sync-error";
        }

        @Override
        public SyncError aimedAt(Target other) {
            return new SyncError(other, percent);
        }
    }

    /**
     * Bits of what is durable flip, at once and for good.
     *
     * @param target by default one server
     * @param bits how many on each target, from 1 to 1,000,000; by default 1
     * @param file the file to hit, or null for any
     */
    record BitRot(Target target, int bits, @Nullable String file) implements DiskFault {
        /** Checks the number. */
        public BitRot {
            between(1, 1_000_000, "a number of bits", bits);
        }

        @Override
        public String kind() {
            return "disk-bit-rot";
        }

        @Override
        public boolean lasts() {
            return false;
        }

        @Override
        public BitRot aimedAt(Target other) {
            return new BitRot(other, bits, file);
        }
    }

    /**
     * The next kill that loses what is unsynced tears the last unsynced write: a part of it survives.
     *
     * @param target by default one server
     */
    record Torn(Target target) implements DiskFault {
        @Override
        public String kind() {
            return "disk-torn";
        }

        @Override
        public Torn aimedAt(Target other) {
            return new Torn(other);
        }
    }

    /**
     * Writes land elsewhere than they should, when they reach the platter.
     *
     * @param target by default one server
     * @param percent how likely a write is misdirected, from 0 to 100 percent
     */
    record Misdirected(Target target, Probability percent) implements DiskFault {
        @Override
        public String kind() {
            return "disk-misdirected";
        }

        @Override
        public Misdirected aimedAt(Target other) {
            return new Misdirected(other, percent);
        }
    }
}
