package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.language.form.Choice;
import dev.orrery.scenarios.language.form.Key;
import dev.orrery.scenarios.language.form.Shape;
import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.fault.ProcessFault.Kill;
import dev.orrery.sim.fault.ProcessFault.Pause;
import dev.orrery.sim.fault.ProcessFault.Rolling;
import dev.orrery.sim.fault.ProcessFault.Slow;
import dev.orrery.sim.fault.ProcessFault.Stop;
import dev.orrery.sim.fault.Target;
import dev.orrery.sim.time.DurationRange;

/** The faults of processes. */
final class ProcessFaultKeys {

    private static final String AT_ONCE = "faults: [{%s: {…}, at: 1s}]";
    private static final String FOR_A_WHILE = "faults: [{%s: {…}, at: 1s, for: 1s}]";

    private ProcessFaultKeys() {}

    static Shape<Kill> kill() {
        Choice<CrashPolicy> policies = new Choice<CrashPolicy>("disk")
                .word(
                        "keep",
                        CrashPolicy.KEEP,
                        "The process dies and the machine lives: all that was written is there.")
                .word(
                        "lose-unsynced",
                        CrashPolicy.LOSE_UNSYNCED,
                        "The machine loses power: each unsynced write is kept, lost or torn, drawn for each.")
                .word("wipe", CrashPolicy.WIPE, "The disk is replaced by an empty one.");
        Choice<Kill.Moment> moments = new Choice<Kill.Moment>("moment")
                .word("unsynced-write", Kill.Moment.UNSYNCED_WRITE, "A write has been issued and is not durable.")
                .word(
                        "mid-broadcast",
                        Kill.Moment.MID_BROADCAST,
                        "Between two sends of one handler: some receivers get the message, the others never.");
        Key<Kill, Target> target = TargetKeys.one(Kill::target);
        Key<Kill, DurationRange> restart = restartAfter(Kill::restartAfter);
        Key<Kill, CrashPolicy> disk = Key.<Kill, CrashPolicy>of(
                        "disk", policies, Kill::disk, "What becomes of the disk.")
                .initially("lose-unsynced")
                .examples("lose-unsynced", "wipe")
                .beside("target: {nodes: [n1]}, restart-after: 500ms");
        Key<Kill, Kill.Moment> moment = Key.<Kill, Kill.Moment>of(
                        "moment",
                        moments,
                        Kill::moment,
                        "The dangerous moment to wait for, on each target alone. A moment that a report tells of, such as a"
                                + " vote, is a matter for 'when'.")
                .otherwise("killed at once")
                .examples("unsynced-write", "mid-broadcast")
                .beside("target: {role: leader}");
        return Shape.<Kill>of(
                        "kill",
                        "Ends the process at once. A target that is down is left alone.",
                        frame(AT_ONCE, "kill"))
                .key(target)
                .key(restart)
                .key(disk)
                .key(moment)
                .make(values ->
                        new Kill(values.get(target), values.find(restart), values.get(disk), values.find(moment)));
    }

    static Shape<Stop> stop() {
        Key<Stop, Target> target = TargetKeys.one(Stop::target);
        Key<Stop, DurationRange> restart = restartAfter(Stop::restartAfter);
        return Shape.<Stop>of(
                        "stop",
                        "Shuts the process down cleanly: it is told, and all is synced.",
                        frame(AT_ONCE, "stop"))
                .key(target)
                .key(restart)
                .make(values -> new Stop(values.get(target), values.find(restart)));
    }

    static Shape<Pause> pause() {
        Key<Pause, Target> target = TargetKeys.one(Pause::target);
        return Shape.<Pause>of(
                        "pause",
                        "Freezes the process, as SIGSTOP or a long garbage collection does: no handler runs, and messages,"
                                + " timers and disk completions wait. When it ends they happen late, in order.",
                        frame(FOR_A_WHILE, "pause"))
                .key(target)
                .make(values -> new Pause(values.get(target)));
    }

    static Shape<Slow> slow() {
        Key<Slow, Target> target = TargetKeys.one(Slow::target);
        Key<Slow, Long> factor = factor(Slow::factor, "How many times as long each handler takes.");
        Key<Slow, Long> cost = Key.<Slow, Long>of(
                        "cost",
                        Scalars.DURATION,
                        Slow::cost,
                        "What one handler takes on a node of full speed, at most 1s. Without this fault handlers take no"
                                + " time.")
                .initially("100us")
                .examples("1ms", "5ms")
                .beside("target: {nodes: [n1]}, factor: 10");
        return Shape.<Slow>of(
                        "slow",
                        "Makes the process slow: each handler takes factor times cost, and what comes meanwhile waits in"
                                + " order.",
                        frame(FOR_A_WHILE, "slow"))
                .key(target.beside("factor: 10"))
                .key(factor)
                .key(cost)
                .rule((values, scope) -> Limits.atMost(values, scope, cost, 1_000_000_000L))
                .make(values -> new Slow(values.get(target), values.get(factor), values.get(cost)));
    }

    static Shape<Rolling> rolling() {
        Key<Rolling, Target> target = Key.<Rolling, Target>of(
                        "target", TargetKeys.SHAPE, Rolling::target, "Who is restarted, in drawn order.")
                .initially("{mode: all}")
                .examples("{mode: all}", "{nodes: [n1, n2]}");
        Key<Rolling, DurationRange> down = Key.<Rolling, DurationRange>of(
                        "down", Scalars.RANGE, Rolling::down, "How long each is down.")
                .initially("1s")
                .examples("200ms", "500ms..1s");
        Key<Rolling, DurationRange> pause = Key.<Rolling, DurationRange>of(
                        "pause",
                        Scalars.RANGE_FROM_0,
                        Rolling::pause,
                        "How long the others are left in peace once one is up again.")
                .initially("1s")
                .examples("100ms", "500ms..1s");
        Key<Rolling, Boolean> clean = Key.<Rolling, Boolean>of(
                        "clean",
                        Scalars.FLAG,
                        Rolling::clean,
                        "Whether each is stopped cleanly, or else killed with the loss of what is not synced.")
                .initially("true")
                .examples("true", "false");
        return Shape.<Rolling>of("rolling", "Restarts the targets one after the other.", frame(AT_ONCE, "rolling"))
                .key(target)
                .key(down)
                .key(pause)
                .key(clean)
                .make(values ->
                        new Rolling(values.get(target), values.get(down), values.get(pause), values.get(clean)));
    }

    /** How many times as long something takes. */
    static <F> Key<F, Long> factor(Key.Getter<F, Long> getter, String description) {
        return Key.<F, Long>of(
                        "factor", Scalars.number(2, 1_000_000), getter, description + " Overlapping ones multiply.")
                .required()
                .examples("10", "100")
                .beside("target: {nodes: [n1]}");
    }

    private static <F> Key<F, DurationRange> restartAfter(Key.Getter<F, DurationRange> getter) {
        return Key.<F, DurationRange>of(
                        "restart-after", Scalars.RANGE, getter, "How long the node is down, drawn for each.")
                .otherwise("it stays down until the heal")
                .examples("500ms", "1s..5s")
                .beside("target: {nodes: [n1]}");
    }

    private static String frame(String frame, String kind) {
        return frame.replace("%s", kind);
    }
}
