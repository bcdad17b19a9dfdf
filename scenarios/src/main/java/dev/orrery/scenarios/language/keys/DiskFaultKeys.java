package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.language.form.Key;
import dev.orrery.scenarios.language.form.Shape;
import dev.orrery.sim.fault.DiskFault;
import dev.orrery.sim.fault.DiskFault.BitRot;
import dev.orrery.sim.fault.DiskFault.Misdirected;
import dev.orrery.sim.fault.DiskFault.ReadError;
import dev.orrery.sim.fault.DiskFault.Slow;
import dev.orrery.sim.fault.DiskFault.SyncError;
import dev.orrery.sim.fault.Target;
import dev.orrery.sim.random.Probability;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The faults of disks. What an unsynced write may expect of a kill is said by the kill. */
final class DiskFaultKeys {

    private DiskFaultKeys() {}

    static Shape<Slow> slow() {
        Key<Slow, Target> target = TargetKeys.one(Slow::target);
        Key<Slow, Long> factor = ProcessFaultKeys.factor(Slow::factor, "How many times as long each operation takes.");
        return Shape.<Slow>of("disk-slow", "Operations that are issued take longer.", frame("disk-slow"))
                .key(target.beside("factor: 20"))
                .key(factor)
                .make(values -> new Slow(values.get(target), values.get(factor)));
    }

    static Shape<DiskFault.Stall> stall() {
        return targetOnly(
                "disk-stall",
                "No operation ends, also none already under way; they are done in order once it is over.",
                DiskFault.Stall::target,
                DiskFault.Stall::new);
    }

    static Shape<DiskFault.Full> full() {
        return targetOnly(
                "disk-full", "Writes that would make a file longer fail.", DiskFault.Full::target, DiskFault.Full::new);
    }

    static Shape<ReadError> readError() {
        return withPercent(
                "disk-read-error",
                "Reads fail; the bytes are unharmed.",
                "How likely a read fails.",
                ReadError::target,
                ReadError::percent,
                ReadError::new);
    }

    static Shape<SyncError> syncError() {
        return withPercent(
                "disk-sync-error",
                "Syncs fail, and what they covered is lost at the next kill: no later sync writes it.",
                "How likely a sync fails.",
                SyncError::target,
                SyncError::percent,
                SyncError::new);
    }

    static Shape<Misdirected> misdirected() {
        return withPercent(
                "disk-misdirected",
                "Writes land elsewhere than they should, when they reach the platter.",
                "How likely a write is misdirected.",
                Misdirected::target,
                Misdirected::percent,
                Misdirected::new);
    }

    static Shape<DiskFault.Torn> torn() {
        return targetOnly(
                "disk-torn",
                "The next kill that loses what is unsynced tears the last unsynced write: a part of it survives.",
                DiskFault.Torn::target,
                DiskFault.Torn::new);
    }

    static Shape<BitRot> bitRot() {
        Key<BitRot, Target> target = TargetKeys.one(BitRot::target);
        Key<BitRot, Integer> bits = Key.<BitRot, Integer>of(
                        "bits", Scalars.count(1, 1_000_000), BitRot::bits, "How many, on each target.")
                .initially("1")
                .examples("1", "8")
                .beside("target: {nodes: [n1]}");
        Key<BitRot, String> file = Key.<BitRot, String>of("file", Scalars.TEXT, BitRot::file, "The file to hit.")
                .otherwise("any")
                .examples("log", "snapshot")
                .beside("target: {nodes: [n1]}");
        return Shape.<BitRot>of(
                        "disk-bit-rot",
                        "Bits of what is durable flip, at once and for good.",
                        "faults: [{disk-bit-rot: {…}, at: 1s}]")
                .key(target)
                .key(bits)
                .key(file)
                .make(values -> new BitRot(values.get(target), values.get(bits), values.find(file)));
    }

    private static <F> Shape<F> targetOnly(
            String kind, String description, Key.Getter<F, Target> getter, Function<Target, F> make) {
        Key<F, Target> target = TargetKeys.one(getter);
        return Shape.<F>of(kind, description, frame(kind)).key(target).make(values -> make.apply(values.get(target)));
    }

    private static <F> Shape<F> withPercent(
            String kind,
            String description,
            String howLikely,
            Key.Getter<F, Target> getTarget,
            Key.Getter<F, Probability> getPercent,
            BiFunction<Target, Probability, F> make) {
        Key<F, Target> target = TargetKeys.one(getTarget);
        Key<F, Probability> percent = Key.<F, Probability>of("percent", Scalars.PERCENT, getPercent, howLikely)
                .initially("100%")
                .examples("10%", "100%")
                .beside("target: {nodes: [n1]}");
        return Shape.<F>of(kind, description, frame(kind))
                .key(target)
                .key(percent)
                .make(values -> make.apply(values.get(target), values.get(percent)));
    }

    private static String frame(String kind) {
        return "faults: [{" + kind + ": {…}, at: 1s, for: 1s}]";
    }
}
