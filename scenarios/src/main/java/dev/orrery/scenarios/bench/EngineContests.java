package dev.orrery.scenarios.bench;

import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Probability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The event queue, the digest and the network, each against a loop without them. */
final class EngineContests {
    private static final int[] PENDING = {10, 1_000, 100_000};
    private static final int[] NODES = {5, 100, 10_000};
    private static final long MEAN = 1_000_000;

    private EngineContests() {}

    static List<Contest> all() {
        List<Contest> contests = new ArrayList<>();
        for (Map.Entry<String, Distribution> law : delayLaws().entrySet()) {
            for (int pending : PENDING) {
                contests.add(new Contest(
                        "hold " + law.getKey() + " " + pending,
                        () -> Hold.queue(pending, law.getValue()),
                        () -> Hold.bare(pending, law.getValue())));
            }
        }
        Distribution exponential = Distribution.exponential(MEAN);
        contests.add(new Contest(
                "digest on hold exponential 1000",
                () -> Hold.queueWithDigest(1_000, exponential),
                () -> Hold.queue(1_000, exponential)));
        for (int nodes : NODES) {
            contests.add(new Contest("ping " + nodes, () -> Ping.simulated(nodes), () -> Ping.bare(nodes)));
        }
        contests.add(new Contest("trace in memory on ping 5", () -> Ping.traced(5), () -> Ping.simulated(5)));
        contests.add(new Contest(
                "heartbeats among 10000 nodes, not 5", () -> Heartbeats.among(10_000), () -> Heartbeats.among(5)));
        return contests;
    }

    /** Delays as networks and protocols have them; the last is mostly one length, as timers that are set again. */
    private static Map<String, Distribution> delayLaws() {
        Map<String, Distribution> laws = new LinkedHashMap<>();
        laws.put("exponential", Distribution.exponential(MEAN));
        laws.put("constant", Distribution.constant(MEAN));
        laws.put("bimodal", Distribution.bimodal(MEAN / 2, 100 * MEAN, Probability.percent(1)));
        laws.put("heartbeat", Distribution.bimodal(MEAN, 50 * MEAN, Probability.percent(50)));
        return laws;
    }
}
