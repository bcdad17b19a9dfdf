package dev.orrery.reports.run;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run found: version 1 of {@code result.json}, field by field. All times and lengths are virtual nanoseconds.
 *
 * @param orrery the version that ran it
 * @param scenario the scenario's name
 * @param description what the scenario says of itself; may be empty
 * @param scenarioSha256 of the scenario's text
 * @param seed all 16 digits
 * @param expect the verdict that the scenario expects
 * @param expected whether the verdict is the expected one
 * @param interrupted whether the run was stopped before its end
 * @param digest over every event of the run
 * @param events how many events happened
 * @param virtualNanos how far virtual time came
 * @param wallNanos how long it took
 * @param latency of completed operations, by what was asked for
 * @param plan the faults as they were executed
 * @param planYaml the same, to put into a scenario
 * @param neverFired faults whose trigger never came
 * @param heldBack faults that would have hurt more than the plan allows
 * @param roles each node's changes of role, in order of time
 * @param states each node's changes of state, in order of time
 * @param versions of everything that matters, by name
 * @param notices what is left out or was not as asked
 * @param reproduce the command that runs it again
 */
public record Result(
        String orrery,
        String scenario,
        String description,
        String scenarioSha256,
        String seed,
        Verdict verdict,
        String expect,
        boolean expected,
        boolean interrupted,
        String digest,
        long events,
        long virtualNanos,
        long wallNanos,
        Cluster system,
        List<Check> checks,
        Operations operations,
        List<Latency> latency,
        List<Goal> goals,
        List<Threshold> thresholds,
        List<Fault> plan,
        String planYaml,
        List<String> neverFired,
        List<String> heldBack,
        List<Role> roles,
        List<State> states,
        List<Messages> messages,
        Metrics metrics,
        Map<String, String> versions,
        List<String> notices,
        String reproduce) {

    /** How a run, or one of its checks, ended. */
    public enum Verdict {
        /** The property holds. */
        PASS,
        /** The property is violated. */
        FAIL,
        /** Nobody knows. */
        INCONCLUSIVE
    }

    /**
     * What was simulated.
     *
     * @param nodes the servers, in order
     * @param clients in order
     * @param options as they were, by name
     */
    public record Cluster(String name, List<String> nodes, List<String> clients, Map<String, String> options) {}

    /**
     * What one check found.
     *
     * @param event the number of the event that broke it, if it is about one
     * @param at when it broke, if that is known
     * @param operations the operations of the history that it is about, the one to blame first
     */
    public record Check(
            String name,
            Verdict verdict,
            String message,
            @Nullable Long event,
            @Nullable Long at,
            List<Integer> operations) {}

    /** How many operations ended in each way. */
    public record Operations(long ok, long fail, long info, long open) {
        /** All of them. */
        public long all() {
            return ok + fail + info + open;
        }
    }

    /**
     * The latency of operations that completed.
     *
     * @param f what was asked for, or {@code all}
     */
    public record Latency(String f, long count, long p50, long p90, long p99, long p999, long max, double mean) {}

    /** Something that the scenario wants to have seen, and how often it was. */
    public record Goal(String name, long seen) {}

    /** A limit that the scenario sets, and whether the run keeps it. */
    public record Threshold(String name, String limit, String value, boolean holds) {}

    /**
     * A fault that was executed.
     *
     * @param id {@code f1}, {@code f2} … in order of execution
     * @param until when it ended; null if it never did, equal to {@code at} if it does not last
     * @param kind as a scenario names it
     * @param nodes whom it hit; none if it was all of them, or the network
     * @param what in plain words
     */
    public record Fault(String id, long at, @Nullable Long until, String kind, List<String> nodes, String what) {}

    /** From {@code t} on, the node has this role. */
    public record Role(long t, String node, String role) {}

    /** From {@code t} on, this part of the node's state has this value. */
    public record State(long t, String node, String name, long value) {}

    /** What became of the messages of one type. */
    public record Messages(String type, long sent, long delivered, long lost, long duplicated) {}

    /** What the run counted and measured. */
    public record Metrics(List<Counter> counters, List<Gauge> gauges, List<Histogram> histograms) {}

    /** A number that only grew. */
    public record Counter(String name, String label, long value) {}

    /**
     * A number that changed over time.
     *
     * @param points pairs of time and value
     */
    public record Gauge(String name, String label, long last, long max, double mean, List<long[]> points) {}

    /** Lengths of time. */
    public record Histogram(String name, String label, long count, long p50, long p99, long max) {}
}
