package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.ClockSpec;
import dev.orrery.scenarios.language.ProblemCode;
import dev.orrery.scenarios.language.form.Key;
import dev.orrery.scenarios.language.form.ListForm;
import dev.orrery.scenarios.language.form.Shape;
import dev.orrery.sim.disk.DiskConfig;
import dev.orrery.sim.network.Delivery;
import dev.orrery.sim.network.NetworkConfig;
import dev.orrery.sim.network.NetworkConfig.Distance;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Probability;
import java.util.List;

/** What links, clocks and disks are like when nothing goes wrong: {@code network}, {@code clock} and {@code disk}. */
final class WorldKeys {

    private WorldKeys() {}

    static Shape<NetworkConfig> network() {
        Key<NetworkConfig, Distribution> latency = Key.<NetworkConfig, Distribution>of(
                        "latency", Distributions.FORM, NetworkConfig::latency, "How long one message takes.")
                .initially("1ms")
                .examples("500us", "1ms..5ms", "{distribution: lognormal, median: 1ms, p99: 8ms}");
        Key<NetworkConfig, Probability> loss = Key.<NetworkConfig, Probability>of(
                        "loss", Scalars.PERCENT, NetworkConfig::loss, "How likely a message is lost.")
                .initially("0%")
                .examples("0.1%", "5%");
        Key<NetworkConfig, Probability> duplicate = Key.<NetworkConfig, Probability>of(
                        "duplicate",
                        Scalars.PERCENT,
                        NetworkConfig::duplicate,
                        "How likely a message arrives twice, the second time with a latency of its own.")
                .initially("0%")
                .examples("0.1%", "5%");
        Key<NetworkConfig, List<Distance>> distances = Key.<NetworkConfig, List<Distance>>of(
                        "distances",
                        new ListForm<>("a list of distances between zones", distance(), 1, false),
                        network -> network.distances().isEmpty() ? null : network.distances(),
                        "Latencies between zones, in place of latency; the first that fits a link counts.")
                .otherwise("zones are as near to each other as nodes")
                .examples("[{between: [a, b], latency: 30ms}]", "[{between: [a, b], latency: 80ms}]");
        Key<NetworkConfig, List<Delivery>> deliveries = Key.<NetworkConfig, List<Delivery>>of(
                        "deliveries",
                        new ListForm<>("a list of deliveries", DeliveryKeys.shape(), 1, false),
                        network -> network.deliveries().isEmpty() ? null : network.deliveries(),
                        "Single messages whose fate is said here instead of drawn, each by its link, its kind and the"
                                + " how-manieth of its kind on its link it is: `orrery shrink` writes these. A link that is"
                                + " cut still cuts them.")
                .otherwise("every message is left to chance")
                .examples(
                        "[{from: n2, to: n1, kind: RequestPreVote, number: 1, lost: true}]",
                        "[{from: n2, to: n1, kind: RequestPreVote, number: 1, after: 80ms}]");
        return Shape.<NetworkConfig>of("network", "How every link behaves when no fault is active.", "network: {…}")
                .key(latency)
                .key(loss)
                .key(duplicate)
                .key(distances)
                .key(deliveries)
                .make(values -> {
                    List<Distance> far = values.find(distances);
                    List<Delivery> named = values.find(deliveries);
                    return new NetworkConfig(
                            values.get(latency),
                            values.get(loss),
                            values.get(duplicate),
                            far == null ? List.of() : far,
                            named == null ? List.of() : named);
                });
    }

    private static Shape<Distance> distance() {
        Key<Distance, List<String>> between = Key.<Distance, List<String>>of(
                        "between",
                        new ListForm<>("a list of two zones", Vocabularies.ZONE, 2, false),
                        distance -> List.of(distance.zone(), distance.other()),
                        "The two zones whose nodes are so far from each other, both ways; the same one twice for links inside"
                                + " a zone. Clients stand in no zone.")
                .required()
                .examples("[a, b]", "[b, b]")
                .beside("latency: 30ms");
        Key<Distance, Distribution> latency = Key.<Distance, Distribution>of(
                        "latency", Distributions.FORM, Distance::latency, "How long one message takes.")
                .required()
                .examples("30ms", "50ms..80ms")
                .beside("between: [a, b]");
        return Shape.<Distance>of(
                        "distance", "The latency between the nodes of two zones.", "network: {distances: [{…}]}")
                .key(between)
                .key(latency)
                .rule((values, scope) -> {
                    List<String> zones = values.find(between);
                    if (zones != null && zones.size() > 2) {
                        scope.problem(
                                ProblemCode.NOT_A_NUMBER,
                                values.at(between),
                                "a distance is between two zones, not more");
                    }
                })
                .make(values -> {
                    List<String> zones = values.get(between);
                    return new Distance(zones.get(0), zones.get(1), values.get(latency));
                });
    }

    static Shape<ClockSpec> clock() {
        Key<ClockSpec, Long> skew = Key.<ClockSpec, Long>of(
                        "skew",
                        Scalars.TIME,
                        ClockSpec::skew,
                        "How far a time of day is ahead or behind at most; each node's own is drawn.")
                .initially("0s")
                .examples("20ms", "5s");
        Key<ClockSpec, Long> drift = Key.<ClockSpec, Long>of(
                        "drift",
                        Scalars.MOST_DRIFT,
                        ClockSpec::driftPpm,
                        "How many microseconds a clock gains or loses each second at most; each node's own is drawn.")
                .initially("0ppm")
                .examples("200ppm", "50000ppm");
        return Shape.<ClockSpec>of(
                        "clock",
                        "How far the clocks of servers and clients are off from the beginning on.",
                        "clock: {…}")
                .key(skew)
                .key(drift)
                .rule((values, scope) -> Limits.atMost(values, scope, skew, ClockFaultKeys.FARTHEST))
                .make(values -> new ClockSpec(values.get(skew), values.get(drift)));
    }

    static Shape<DiskConfig> disk() {
        Key<DiskConfig, Distribution> read = Key.<DiskConfig, Distribution>of(
                        "read", Distributions.FORM, DiskConfig::read, "How long a read takes.")
                .initially("100us")
                .examples("50us", "2ms")
                .within("disk: {…}\nfaults: [{kill: {target: {nodes: [n1]}, restart-after: 300ms}, at: 1s}]");
        Key<DiskConfig, Distribution> write = Key.<DiskConfig, Distribution>of(
                        "write",
                        Distributions.FORM,
                        DiskConfig::write,
                        "How long an append, a write, a truncation, a renaming or a removal takes.")
                .initially("20us")
                .examples("100us", "2ms");
        Key<DiskConfig, Distribution> sync = Key.<DiskConfig, Distribution>of(
                        "sync", Distributions.FORM, DiskConfig::sync, "How long a sync takes.")
                .initially("1ms")
                .examples("2ms", "5ms..20ms");
        Key<DiskConfig, Long> capacity = Key.<DiskConfig, Long>of(
                        "capacity",
                        Scalars.SIZE,
                        disk -> disk.capacityBytes() == Long.MAX_VALUE ? null : disk.capacityBytes(),
                        "How much all files of one disk may hold together.")
                .otherwise("without end")
                .examples("4KiB", "1MiB");
        return Shape.<DiskConfig>of("disk", "How fast and how large every disk is.", "disk: {…}")
                .key(read)
                .key(write)
                .key(sync)
                .key(capacity)
                .make(values -> {
                    Long bytes = values.find(capacity);
                    return new DiskConfig(
                            values.get(read),
                            values.get(write),
                            values.get(sync),
                            bytes == null ? Long.MAX_VALUE : bytes);
                });
    }
}
