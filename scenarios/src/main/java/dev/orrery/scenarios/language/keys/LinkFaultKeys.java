package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.language.ProblemCode;
import dev.orrery.scenarios.language.form.Choice;
import dev.orrery.scenarios.language.form.Key;
import dev.orrery.scenarios.language.form.Shape;
import dev.orrery.scenarios.language.form.Values;
import dev.orrery.sim.fault.Links;
import dev.orrery.sim.fault.Links.Direction;
import dev.orrery.sim.fault.Links.Peers;
import dev.orrery.sim.fault.NetworkFault.Bandwidth;
import dev.orrery.sim.fault.NetworkFault.Clog;
import dev.orrery.sim.fault.NetworkFault.Corrupt;
import dev.orrery.sim.fault.NetworkFault.Delay;
import dev.orrery.sim.fault.NetworkFault.Duplicate;
import dev.orrery.sim.fault.NetworkFault.Loss;
import dev.orrery.sim.fault.NetworkFault.OnLinks;
import dev.orrery.sim.fault.NetworkFault.Reorder;
import dev.orrery.sim.fault.Target;
import dev.orrery.sim.network.Overflow;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.time.DurationRange;
import java.util.function.BiFunction;

/** The faults of links that are not cut: they lose, double, damage, delay or hold what they are given. */
final class LinkFaultKeys {

    private static final Choice<Peers> PEERS = new Choice<Peers>("peers")
            .word("servers", Peers.SERVERS, "Servers: clients see nothing of it, unless the target is one.")
            .word("clients", Peers.CLIENTS, "Clients.")
            .word("all", Peers.ALL, "Both.");

    private LinkFaultKeys() {}

    static Shape<Loss> loss() {
        Key<Loss, Probability> percent =
                percent(Loss::percent, "How likely a message is lost. Overlapping losses add up.");
        Key<Loss, Probability> correlation = correlation(Loss::correlation);
        Shape<Loss> shape = shape("loss", "Loses messages.");
        return links(
                shape.key(percent).key(correlation),
                (values, links) -> new Loss(values.get(percent), values.get(correlation), links));
    }

    static Shape<Duplicate> duplicate() {
        Key<Duplicate, Probability> percent = percent(Duplicate::percent, "How likely a message is doubled.");
        Key<Duplicate, Probability> correlation = correlation(Duplicate::correlation);
        Shape<Duplicate> shape =
                shape("duplicate", "Delivers messages twice, the second time with a latency of its own.");
        return links(
                shape.key(percent).key(correlation),
                (values, links) -> new Duplicate(values.get(percent), values.get(correlation), links));
    }

    static Shape<Reorder> reorder() {
        Key<Reorder, Probability> percent = percent(Reorder::percent, "How likely a message is held back.");
        Key<Reorder, Probability> correlation = correlation(Reorder::correlation);
        Key<Reorder, DurationRange> by = Key.<Reorder, DurationRange>of(
                        "by", Scalars.RANGE, Reorder::by, "How long it is held back, drawn for each.")
                .initially("1ms..50ms")
                .examples("5ms", "10ms..100ms")
                .beside("percent: 50%");
        Shape<Reorder> shape = shape("reorder", "Holds single messages back, so that later ones overtake them.");
        return links(
                shape.key(percent).key(correlation).key(by),
                (values, links) -> new Reorder(values.get(percent), values.get(correlation), values.get(by), links));
    }

    static Shape<Corrupt> corrupt() {
        Choice<Corrupt.Mode> modes = new Choice<Corrupt.Mode>("mode")
                .word(
                        "detected",
                        Corrupt.Mode.DETECTED,
                        "The checksum does not fit, so the message is thrown away when it arrives.")
                .word(
                        "undetected",
                        Corrupt.Mode.UNDETECTED,
                        "Bits of its numbers, texts and bytes have flipped, and the receiver takes it for whole.");
        Key<Corrupt, Probability> percent = percent(Corrupt::percent, "How likely a message is damaged.");
        Key<Corrupt, Probability> correlation = correlation(Corrupt::correlation);
        Key<Corrupt, Corrupt.Mode> mode = Key.<Corrupt, Corrupt.Mode>of(
                        "mode", modes, Corrupt::mode, "Whether the receiver notices.")
                .initially("detected")
                .examples("detected", "undetected")
                .beside("percent: 50%");
        Shape<Corrupt> shape = shape("corrupt", "Damages messages on their way.");
        return links(
                shape.key(percent).key(correlation).key(mode),
                (values, links) -> new Corrupt(values.get(percent), values.get(correlation), values.get(mode), links));
    }

    static Shape<Delay> delay() {
        Key<Delay, Distribution> by = Key.<Delay, Distribution>of(
                        "by", Distributions.FORM, Delay::by, "By how much later each message arrives, drawn for each.")
                .required()
                .examples("50ms", "1ms..200ms", "{distribution: exponential, mean: 20ms}");
        Key<Delay, Long> jitter = Key.<Delay, Long>of(
                        "jitter",
                        Scalars.TIME,
                        Delay::jitter,
                        "At most how much more, each value as likely, so that messages overtake each other.")
                .initially("0s")
                .examples("10ms", "80ms")
                .beside("by: 20ms");
        Shape<Delay> shape = shape("delay", "Makes messages late. Overlapping delays add up.");
        return links(
                shape.key(by).key(jitter), (values, links) -> new Delay(values.get(by), values.get(jitter), links));
    }

    static Shape<Bandwidth> bandwidth() {
        Choice<Overflow> overflows = new Choice<Overflow>("overflow")
                .word("newest", Overflow.NEWEST, "The one that comes, as at the tail of a router's queue.")
                .word("oldest", Overflow.OLDEST, "The one that has waited longest.")
                .word("random", Overflow.RANDOM, "One of all, the one that comes among them.");
        Key<Bandwidth, Long> rate = Key.<Bandwidth, Long>of(
                        "rate", Scalars.BYTES_PER_SECOND, Bandwidth::rate, "How much each link carries.")
                .required()
                .examples("2KiB/s", "64KiB/s");
        Key<Bandwidth, Long> queue = Key.<Bandwidth, Long>of(
                        "queue", Scalars.SIZE, Bandwidth::queue, "How much may wait on a link, at most 1TiB.")
                .initially("64KiB")
                .examples("512B", "16KiB")
                .beside("rate: 1KiB/s");
        Key<Bandwidth, Overflow> overflow = Key.<Bandwidth, Overflow>of(
                        "overflow",
                        overflows,
                        Bandwidth::overflow,
                        "Which message is lost when one comes that does not fit.")
                .initially("newest")
                .examples("newest", "oldest")
                .beside("rate: 1KiB/s, queue: 512B");
        Shape<Bandwidth> shape = shape(
                "bandwidth",
                "Makes links narrow: messages leave one after the other, each after as long as its size takes, and wait in a"
                        + " queue for their turn.");
        shape.key(rate).key(queue).key(overflow).rule((values, scope) -> {
            Long size = values.find(queue);
            if (size != null && size > 1L << 40) {
                scope.problem(ProblemCode.NOT_A_SIZE, values.at(queue), "a queue holds at most 1TiB");
            }
        });
        return links(
                shape,
                (values, links) -> new Bandwidth(values.get(rate), values.get(queue), values.get(overflow), links));
    }

    static Shape<Clog> clog() {
        Choice<Clog.Strategy> strategies = new Choice<Clog.Strategy>("strategy")
                .word("at-once", Clog.Strategy.AT_ONCE, "All links at once.")
                .word(
                        "swizzle",
                        Clog.Strategy.SWIZZLE,
                        "The links of one target after the other, let go in another order, as FoundationDB does.");
        Key<Clog, Clog.Strategy> strategy = Key.<Clog, Clog.Strategy>of(
                        "strategy", strategies, Clog::strategy, "How the links are clogged.")
                .initially("at-once")
                .examples("at-once", "swizzle");
        Key<Clog, Long> stagger = Key.<Clog, Long>of(
                        "stagger",
                        Scalars.DURATION,
                        Clog::stagger,
                        "For the strategy swizzle: within how long the nodes are clogged, and after the fault's length let"
                                + " go again.")
                .initially("2s")
                .examples("200ms", "1s")
                .beside("strategy: swizzle");
        Shape<Clog> shape = shape("clog", "Holds everything on links, and lets it go when it ends.");
        shape.key(strategy).key(stagger).rule((values, scope) -> {
            if (values.has(stagger) && values.find(strategy) == Clog.Strategy.AT_ONCE) {
                scope.problem(
                        ProblemCode.NEEDS_ANOTHER_KEY,
                        values.keyAt(stagger),
                        "'stagger' has an effect only with the strategy swizzle");
            }
        });
        return links(shape, (values, links) -> new Clog(values.get(strategy), values.get(stagger), links));
    }

    private static <F> Shape<F> shape(String kind, String description) {
        return Shape.of(kind, description, "faults: [{" + kind + ": {…}, at: 1s, for: 1s}]");
    }

    private static <F> Key<F, Probability> percent(Key.Getter<F, Probability> getter, String description) {
        return Key.<F, Probability>of("percent", Scalars.PERCENT, getter, description)
                .required()
                .examples("10%", "40%");
    }

    private static <F> Key<F, Probability> correlation(Key.Getter<F, Probability> getter) {
        return Key.<F, Probability>of(
                        "correlation",
                        Scalars.PERCENT,
                        getter,
                        "How likely a message shares the fate of the one before it, of its kind on its link, at most 99%: it"
                                + " then comes in bursts.")
                .initially("0%")
                .examples("25%", "90%")
                .beside("percent: 50%");
    }

    /** Adds the keys that say which links, and the meaning. */
    private static <F extends OnLinks> Shape<F> links(Shape<F> shape, BiFunction<Values, Links, F> make) {
        String needed = shape.keys().stream()
                .filter(Key::isRequired)
                .map(key -> key.name() + ": " + key.examples().get(0) + ", ")
                .findFirst()
                .orElse("");
        String beside = needed + "target: {nodes: [n1]}";
        Key<F, Target> target = TargetKeys.<F>links(OnLinks::links)
                .beside(needed.isEmpty() ? "" : needed.substring(0, needed.length() - 2));
        Key<F, Direction> direction = Key.<F, Direction>of(
                        "direction",
                        PartitionKeys.DIRECTIONS,
                        fault -> fault.links().direction(),
                        "Which way, seen from the target.")
                .initially("both")
                .examples("to", "from")
                .beside(beside);
        Key<F, Peers> peers = Key.<F, Peers>of(
                        "peers", PEERS, fault -> fault.links().peers(), "What stands at the other end of the links.")
                .initially("servers")
                .examples("servers", "clients")
                .beside(beside);
        return shape.key(target)
                .key(direction)
                .key(peers)
                .rule((values, scope) -> {
                    if (values.has(direction) && !values.has(target)) {
                        scope.problem(
                                ProblemCode.NEEDS_ANOTHER_KEY,
                                values.keyAt(direction),
                                "'direction' has an effect only with a 'target' to see it from");
                    }
                })
                .rule((values, scope) -> shape.keys().stream()
                        .filter(key -> key.name().equals("correlation"))
                        .forEach(key -> {
                            if (values.find(key) instanceof Probability share
                                    && share.compareTo(Probability.percent(99)) > 0) {
                                scope.problem(
                                        ProblemCode.NOT_A_PERCENTAGE, values.at(key), "a correlation is at most 99%");
                            }
                        }))
                .make(values -> {
                    Target whose = values.find(target);
                    Target found = whose == null ? Target.all() : whose;
                    return make.apply(values, new Links(found, values.get(direction), values.get(peers)));
                });
    }
}
