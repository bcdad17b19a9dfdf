package dev.orrery.scenarios.result;

import dev.orrery.sim.random.Seed;
import dev.orrery.sim.schedule.Schedule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run found.
 *
 * @param source what ran
 * @param judgement what to think of it
 * @param extent how far it went
 * @param system what was put under the simulator
 * @param checks in the order in which they were asked for
 * @param operations how many operations ended in which way
 * @param latency of all operations, then by name
 * @param goals what the scenario wanted to see happen, and how often it did
 * @param thresholds the scenario's limits, and whether they were kept
 * @param plan the faults that were done
 * @param reports what the nodes said of themselves
 * @param messages what became of the messages, by type
 * @param metrics what was counted and measured
 * @param notices what a reader must know to read the rest aright, such as that something was left out
 */
public record RunResult(
        Source source,
        Judgement judgement,
        Extent extent,
        SystemFacts system,
        List<CheckVerdict> checks,
        OperationCounts operations,
        List<LatencyFigures> latency,
        List<Goal> goals,
        List<Threshold> thresholds,
        ExecutedPlan plan,
        NodeReports reports,
        List<MessageCounts> messages,
        MetricFigures metrics,
        List<String> notices) {

    /** Keeps copies of the lists. */
    public RunResult {
        checks = List.copyOf(checks);
        latency = List.copyOf(latency);
        goals = List.copyOf(goals);
        thresholds = List.copyOf(thresholds);
        messages = List.copyOf(messages);
        notices = List.copyOf(notices);
    }

    /**
     * Scenario, seed and version: what a run is a function of.
     *
     * @param scenario its name
     * @param description what it is about
     * @param sha256 of the scenario's text, in lower-case hexadecimal digits
     * @param seed the root of its randomness
     * @param keepGoing whether it went on after violations
     * @param schedule in which order events happened
     * @param version of the program, as {@code 0.1.0+g1a2b3c4}
     */
    public record Source(
            String scenario,
            String description,
            String sha256,
            Seed seed,
            boolean keepGoing,
            Schedule schedule,
            String version) {}

    /**
     * How far a run went.
     *
     * @param digest over all events
     * @param events how many there were
     * @param virtualNanos how much virtual time passed
     * @param wallNanos how long it took on this machine
     * @param checkpoints the digest after each 65,536 events
     * @param chains how many chains of events that cause one another there were, as far as the scheduler needs to know;
     *     else 0
     */
    public record Extent(
            long digest, long events, long virtualNanos, long wallNanos, List<Long> checkpoints, long chains) {
        /** Keeps a copy of the list. */
        public Extent {
            checkpoints = List.copyOf(checkpoints);
        }
    }

    /**
     * What was put under the simulator.
     *
     * @param name the system's
     * @param nodes the names of the servers at the beginning
     * @param clients the names of the clients
     * @param options what was chosen of the system, by name and as it is written
     */
    public record SystemFacts(String name, List<String> nodes, List<String> clients, Map<String, String> options) {
        /** Keeps copies, the map's in its own order. */
        public SystemFacts {
            nodes = List.copyOf(nodes);
            clients = List.copyOf(clients);
            options = new LinkedHashMap<>(options);
        }
    }

    /**
     * Something that the scenario wanted to see happen at least once over a sweep.
     *
     * @param name the event's, as processes note it
     * @param seen how often it was noted
     */
    public record Goal(String name, long seen) {}

    /**
     * A limit that the scenario sets.
     *
     * @param name of the figure, such as {@code op-latency.p99}
     * @param limit as it is written, such as {@code < 500ms}
     * @param value the figure of this run, or why there is none
     * @param verdict whether the limit was kept; inconclusive where there was nothing to measure
     */
    public record Threshold(String name, String limit, String value, Verdict verdict) {
        /** Whether it is known that the limit was kept. */
        public boolean holds() {
            return verdict == Verdict.PASS;
        }
    }

    /** What became of the messages of one type: how many were sent, delivered, lost, and delivered once more. */
    public record MessageCounts(String type, long sent, long delivered, long lost, long duplicated) {}
}
