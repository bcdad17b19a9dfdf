package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.language.form.Key;
import dev.orrery.scenarios.language.form.Shape;
import dev.orrery.sim.fault.ClockFault.Drift;
import dev.orrery.sim.fault.ClockFault.Jump;
import dev.orrery.sim.fault.ClockFault.Skew;
import dev.orrery.sim.fault.ClockFault.Strobe;
import dev.orrery.sim.fault.Target;

/** The faults of clocks. Steps are seen on the time of day only; drift is seen on all clocks and their timers. */
final class ClockFaultKeys {

    /** 36 years. */
    static final long FARTHEST = 1L << 60;

    private static final long SHORTEST_PERIOD = 1_000;

    private ClockFaultKeys() {}

    static Shape<Skew> skew() {
        Key<Skew, Target> target = TargetKeys.one(Skew::target);
        Key<Skew, Long> by = by(Skew::by, "How far it is ahead, or behind for a negative duration.");
        return Shape.<Skew>of(
                        "clock-skew",
                        "Puts the time of day off by a constant, until it ends.",
                        "faults: [{clock-skew: {…}, at: 1s, for: 1s}]")
                .key(target.beside("by: 5s"))
                .key(by)
                .rule((values, scope) -> Limits.atMost(values, scope, by, FARTHEST))
                .make(values -> new Skew(values.get(target), values.get(by)));
    }

    static Shape<Drift> drift() {
        Key<Drift, Target> target = TargetKeys.one(Drift::target);
        Key<Drift, Long> ppm = Key.<Drift, Long>of(
                        "by",
                        Scalars.DRIFT,
                        Drift::ppm,
                        "How many microseconds are gained each second, or lost for a negative number.")
                .required()
                .examples("100000ppm", "-200000ppm")
                .beside("target: {nodes: [n1]}");
        return Shape.<Drift>of(
                        "clock-drift",
                        "Lets the clocks gain or lose, until it ends; what they have gained by then stays. Overlapping drifts"
                                + " add up, to at most half of the true pace either way.",
                        "faults: [{clock-drift: {…}, at: 1s, for: 1s}]")
                .key(target.beside("by: 100000ppm"))
                .key(ppm)
                .make(values -> new Drift(values.get(target), values.get(ppm)));
    }

    static Shape<Jump> jump() {
        Key<Jump, Target> target = TargetKeys.one(Jump::target);
        Key<Jump, Long> by = by(Jump::by, "How far it jumps forward, or back for a negative duration.");
        return Shape.<Jump>of(
                        "clock-jump",
                        "Sets the time of day forward or back, for good.",
                        "faults: [{clock-jump: {…}, at: 1s}]")
                .key(target.beside("by: 5s"))
                .key(by)
                .rule((values, scope) -> Limits.atMost(values, scope, by, FARTHEST))
                .make(values -> new Jump(values.get(target), values.get(by)));
    }

    static Shape<Strobe> strobe() {
        Key<Strobe, Target> target = TargetKeys.one(Strobe::target);
        Key<Strobe, Long> by = by(Strobe::by, "How far the first step goes, back for a negative duration.");
        Key<Strobe, Long> period = Key.<Strobe, Long>of(
                        "period",
                        Scalars.DURATION,
                        Strobe::period,
                        "How long the clock stays on each side, at least 1us.")
                .required()
                .examples("100ms", "250ms")
                .beside("target: {nodes: [n1]}, by: 5s");
        return Shape.<Strobe>of(
                        "clock-strobe",
                        "Sets the time of day to and fro: forward at once, back after a period, forward after one more, until"
                                + " it ends; then it is where it was.",
                        "faults: [{clock-strobe: {…}, at: 1s, for: 1s}]")
                .key(target.beside("by: 5s, period: 100ms"))
                .key(by.beside("target: {nodes: [n1]}, period: 100ms"))
                .key(period)
                .rule((values, scope) -> Limits.atMost(values, scope, by, FARTHEST))
                .rule((values, scope) -> Limits.atLeast(values, scope, period, SHORTEST_PERIOD))
                .make(values -> new Strobe(values.get(target), values.get(by), values.get(period)));
    }

    private static <F> Key<F, Long> by(Key.Getter<F, Long> getter, String description) {
        return Key.<F, Long>of("by", Scalars.OFFSET, getter, description)
                .required()
                .examples("5s", "-5s")
                .beside("target: {nodes: [n1]}");
    }
}
