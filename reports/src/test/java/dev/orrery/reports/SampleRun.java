package dev.orrery.reports;

import dev.orrery.sim.history.ClientRecorder;
import dev.orrery.sim.history.CompareAndSet;
import dev.orrery.sim.history.EdnWriter;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation.Outcome;
import dev.orrery.sim.random.RandomStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a run that never was: a minute of five nodes of which one leads, gets cut off, is killed, and is followed
 * by another. A test changes what it is about.
 */
public final class SampleRun {
    static final long SECOND = 1_000_000_000L;
    private static final long MILLISECOND = 1_000_000;

    String name = "raft-leader-isolated";
    String description = "The leader is cut off from its followers. They must elect another one and lose no write.";
    String verdict = "pass";
    String expect = "pass";
    boolean interrupted;
    long length = 60 * SECOND;
    int nodes = 5;
    int operations = 12_000;
    boolean withFaults = true;
    final List<String> checks = new ArrayList<>(List.of(
            check("election-safety", "pass", "at most one leader in each of 4 terms", "null", "null", "[]"),
            check("log-matching", "pass", "no two logs differ below a shared entry", "null", "null", "[]"),
            check("linearizability", "pass", "12 keys, 11 873 operations", "null", "null", "[]"),
            check("availability", "pass", "longest outage 1.21s", "null", "null", "[]")));
    final List<String> notices = new ArrayList<>();
    final List<String> moreFaults = new ArrayList<>();
    String scenarioText =
            "name: raft-leader-isolated\nsystem: raft-kv\nnodes: 5\nduration: 60s\nfaults:\n  - partition: {nodes: leader}\n    at: 15s\n    for: 10s\n";

    /** One with few operations, which is quick to write. */
    public static SampleRun small() {
        SampleRun run = new SampleRun();
        run.operations = 400;
        return run;
    }

    /** Takes out the faults and what they caused. */
    public SampleRun withoutFaults() {
        withFaults = false;
        return this;
    }

    /** One element of {@code checks}. */
    static String check(String name, String verdict, String message, String event, String at, String operations) {
        return "{\"name\":" + quoted(name) + ",\"verdict\":\"" + verdict + "\",\"message\":" + quoted(message)
                + ",\"event\":" + event + ",\"at\":" + at + ",\"operations\":" + operations + "}";
    }

    /** One element of {@code plan}. */
    static String fault(String id, long at, @Nullable Long until, String kind, String nodes, String what) {
        return "{\"id\":\"" + id + "\",\"at\":" + at + ",\"until\":" + until + ",\"kind\":" + quoted(kind)
                + ",\"nodes\":[" + nodes + "],\"what\":" + quoted(what) + "}";
    }

    /** Writes all three files, and returns what the history was written from. */
    public History writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        History history = history();
        Files.writeString(folder.resolve("result.json"), result(history));
        StringBuilder edn = new StringBuilder();
        EdnWriter.write(history, edn);
        Files.writeString(folder.resolve("history.edn"), edn);
        Files.writeString(folder.resolve("scenario.yaml"), scenarioText);
        return history;
    }

    private String result(History history) {
        List<String> servers = new ArrayList<>();
        for (int i = 1; i <= nodes; i++) {
            servers.add("\"n" + i + "\"");
        }
        int ok = history.count(Outcome.OK);
        int fail = history.count(Outcome.FAIL);
        int info = history.count(Outcome.INFO);
        int open = history.count(Outcome.OPEN);
        return "{\"format\":\"orrery-result\",\"v\":1,\"orrery\":\"0.1.0+gabcdef0\",\"scenario\":" + quoted(name)
                + ",\"description\":" + quoted(description)
                + ",\"scenarioSha256\":\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\""
                + ",\n\"seed\":\"0x000000000000002A\",\"verdict\":\"" + verdict + "\",\"expect\":\"" + expect
                + "\",\"expected\":" + verdict.equals(expect) + ",\"interrupted\":" + interrupted
                + ",\"digest\":\"0x5F0C9A77E1B2D344\",\"events\":1284311,\"virtualNanos\":" + length
                + ",\"wallNanos\":412345678"
                + ",\n\"system\":{\"name\":\"raft-kv\",\"nodes\":[" + String.join(",", servers)
                + "],\"clients\":[\"c1\",\"c2\"],\"options\":{\"heartbeat\":\"50ms\",\"election-timeout\":\"150ms..300ms\"}}"
                + ",\n\"checks\":[" + String.join(",\n", checks) + "]"
                + ",\n\"operations\":{\"ok\":" + ok + ",\"fail\":" + fail + ",\"info\":" + info + ",\"open\":" + open
                + "}"
                + ",\n\"latency\":" + latency(history)
                + ",\n\"goals\":[{\"name\":\"leader-changed\",\"seen\":3},{\"name\":\"snapshot-installed\",\"seen\":0}]"
                + ",\"thresholds\":[{\"name\":\"op-latency.p99\",\"limit\":\"< 500ms\",\"value\":\"210ms\",\"holds\":true}]"
                + ",\n\"plan\":[" + plan() + "]"
                + ",\n\"planYaml\":\"faults:\\n  - partition: {nodes: [n1]}\\n    at: 15s\\n    for: 10s\\n\""
                + ",\"neverFired\":[\"kill of the follower when log-truncated\"],\"heldBack\":[]"
                + ",\n\"roles\":[" + roles() + "],\n\"states\":[" + states() + "]"
                + ",\n\"messages\":[{\"type\":\"AppendEntries\",\"sent\":41230,\"delivered\":39144,\"lost\":2086,\"duplicated\":12}"
                + ",{\"type\":\"AppendEntriesReply\",\"sent\":39144,\"delivered\":38911,\"lost\":233,\"duplicated\":0}"
                + ",{\"type\":\"RequestVote\",\"sent\":48,\"delivered\":36,\"lost\":12,\"duplicated\":0}"
                + ",{\"type\":\"ClientRequest\",\"sent\":12890,\"delivered\":12890,\"lost\":0,\"duplicated\":0}]"
                + ",\n\"checkpoints\":[\"0x1\"]"
                + ",\n\"metrics\":{\"counters\":[{\"name\":\"elections\",\"label\":\"n2\",\"value\":3}]"
                + ",\"gauges\":[{\"name\":\"log-entries\",\"label\":\"n1\",\"last\":812,\"max\":990,\"mean\":401.25,\"points\":[[0,0],["
                + length / 4 + ",300],[" + length / 2 + ",990],[" + length * 3 / 4 + ",812]]}]"
                + ",\"histograms\":[{\"name\":\"sync\",\"label\":\"n1\",\"count\":811,\"p50\":1200000,\"p99\":9100000,\"max\":18000000}]}"
                + ",\n\"versions\":{\"orrery\":\"0.1.0+gabcdef0\",\"result\":1,\"trace\":1,\"java\":\"17.0.15\",\"os\":\"Linux\"}"
                + ",\n\"notices\":["
                + String.join(",", notices.stream().map(SampleRun::quoted).toList()) + "]"
                + ",\"reproduce\":" + quoted("orrery run " + name + " --seed 0x2A") + "}\n";
    }

    private String plan() {
        List<String> faults = new ArrayList<>();
        if (withFaults) {
            faults.add(
                    fault("f1", 15 * SECOND, 25 * SECOND, "partition", "\"n1\"", "n1 is cut off from n2, n3, n4, n5"));
            faults.add(
                    fault("f2", 30 * SECOND, 36 * SECOND, "kill", "\"n3\"", "n3 is killed, and starts again 6s later"));
            faults.add(fault("f3", 34 * SECOND, 39 * SECOND, "delay", "", "each message takes 20ms to 80ms longer"));
            faults.add(fault("f4", 42 * SECOND, 45 * SECOND, "pause", "\"n2\"", "n2 stands still for 3s"));
            faults.add(fault("f5", 50 * SECOND, 50 * SECOND, "clock-jump", "\"n4\"", "the clock of n4 jumps 2s ahead"));
            faults.add(fault("f6", 52 * SECOND, null, "disk-slow", "\"n5\"", "the disk of n5 takes 10 times as long"));
        }
        faults.addAll(moreFaults);
        return String.join(",\n", faults);
    }

    private String roles() {
        List<String> roles = new ArrayList<>();
        for (int i = 1; i <= nodes; i++) {
            roles.add(role(0, i, "follower"));
        }
        roles.add(role(180 * MILLISECOND, 1, "candidate"));
        roles.add(role(195 * MILLISECOND, 1, "leader"));
        if (withFaults && nodes >= 5) {
            roles.add(role(15_210 * MILLISECOND, 3, "candidate"));
            roles.add(role(15_900 * MILLISECOND, 3, "leader"));
            roles.add(role(25_010 * MILLISECOND, 1, "follower"));
            roles.add(role(30_240 * MILLISECOND, 4, "candidate"));
            roles.add(role(30_900 * MILLISECOND, 2, "candidate"));
            roles.add(role(30_905 * MILLISECOND, 4, "follower"));
            roles.add(role(31_300 * MILLISECOND, 2, "leader"));
            roles.add(role(36_000 * MILLISECOND, 3, "follower"));
            roles.add(role(42_220 * MILLISECOND, 5, "candidate"));
            roles.add(role(42_240 * MILLISECOND, 5, "leader"));
            roles.add(role(45_010 * MILLISECOND, 2, "follower"));
        }
        return String.join(",", roles);
    }

    private String states() {
        List<String> states = new ArrayList<>();
        for (int i = 1; i <= nodes; i++) {
            states.add(term((180 + 2L * i) * MILLISECOND, i, 1));
            if (withFaults && nodes >= 5) {
                states.add(term(i == 1 ? 25_010 * MILLISECOND : 15_210 * MILLISECOND, i, 2));
                states.add(term(i == 3 ? 36_000 * MILLISECOND : 30_240 * MILLISECOND, i, i == 3 ? 4 : 3));
                states.add(term(i == 3 ? 36_001 * MILLISECOND : 30_900 * MILLISECOND, i, 4));
                states.add(term(i == 2 ? 45_010 * MILLISECOND : 42_220 * MILLISECOND, i, 5));
            }
        }
        return String.join(",", states);
    }

    private static String role(long at, int node, String role) {
        return "{\"t\":" + at + ",\"node\":\"n" + node + "\",\"role\":\"" + role + "\"}";
    }

    private static String term(long at, int node, long term) {
        return "{\"t\":" + at + ",\"node\":\"n" + node + "\",\"name\":\"term\",\"value\":" + term + "}";
    }

    private static String latency(History history) {
        List<String> rows = new ArrayList<>();
        for (String f : List.of("all", "read", "write", "cas")) {
            long[] sorted = history.operations().stream()
                    .filter(operation -> operation.completedAt() >= 0 && (f.equals("all") || f.equals(operation.f())))
                    .mapToLong(operation -> operation.completedAt() - operation.intendedAt())
                    .sorted()
                    .toArray();
            if (sorted.length > 0) {
                rows.add("{\"f\":\"" + f + "\",\"count\":" + sorted.length + ",\"p50\":" + at(sorted, 500) + ",\"p90\":"
                        + at(sorted, 900) + ",\"p99\":" + at(sorted, 990) + ",\"p999\":" + at(sorted, 999) + ",\"max\":"
                        + at(sorted, 1000) + ",\"mean\":"
                        + (double) java.util.Arrays.stream(sorted).sum() / sorted.length
                        + "}");
            }
        }
        return "[" + String.join(",", rows) + "]";
    }

    private static long at(long[] sorted, int thousandths) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) sorted.length * thousandths / 1000)];
    }

    /** What one client does next, to be appended in order of time. */
    private record Step(long at, Runnable action) {}

    /** Clients that ask evenly, wait longer and fail more often in times of fault. */
    private History history() {
        History history = new History();
        RandomStream random = new RandomStream(42);
        int clients = 40;
        List<Step> steps = new ArrayList<>();
        long gap = operations == 0 ? 0 : length / (operations / clients + 1);
        for (int c = 0; c < clients && operations > 0; c++) {
            ClientRecorder client = new ClientRecorder(history, "c" + (c + 1), c, clients);
            long free = 0;
            for (int i = 0; i < operations / clients; i++) {
                long intended = i * gap + random.below(Math.max(1, gap / 2));
                long asked = Math.max(intended, free);
                if (asked >= length) {
                    break;
                }
                boolean bad = withFaults && isBad(intended);
                boolean late = withFaults && intended >= 34 * SECOND && intended < 39 * SECOND;
                long taken = (late ? 60 : 2) * MILLISECOND + spread(random) * (bad ? 60 : 1);
                int fate = random.below(100);
                String f = fate % 10 < 5 ? "read" : fate % 10 < 9 ? "write" : "cas";
                Object key = (long) random.below(12);
                Object input = f.equals("write")
                        ? (Object) (long) i
                        : f.equals("cas") ? new CompareAndSet((long) i, i + 1L) : null;
                long done = asked + taken;
                steps.add(new Step(asked, () -> client.invoke(f, key, input, intended, asked)));
                if (done >= length) {
                    break;
                }
                if (bad && fate < 25) {
                    done = asked + SECOND;
                    long at = done;
                    steps.add(new Step(at, () -> client.info("timed out", at)));
                } else if (bad && fate < 45) {
                    long at = asked + taken / 8;
                    done = at;
                    steps.add(new Step(at, () -> client.fail("no leader", at)));
                } else {
                    long at = done;
                    steps.add(new Step(
                            at, () -> client.ok(f.equals("read") ? (Object) 7L : f.equals("cas") ? true : null, at)));
                }
                free = done + 1;
            }
        }
        steps.sort(Comparator.comparingLong(Step::at));
        steps.stream()
                .filter(step -> step.at() <= length)
                .forEach(step -> step.action().run());
        return history;
    }

    private static boolean isBad(long at) {
        return (at >= 15 * SECOND && at < 16_000 * MILLISECOND)
                || (at >= 30 * SECOND && at < 31_300 * MILLISECOND)
                || (at >= 42 * SECOND && at < 42_300 * MILLISECOND);
    }

    /** Mostly about a millisecond, sometimes much more. */
    private static long spread(RandomStream random) {
        long spread = random.below(2 * MILLISECOND);
        for (int i = 0; i < 5 && random.below(4) == 0; i++) {
            spread *= 2;
        }
        return spread;
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted.append(
                    c == '"' || c == '\\'
                            ? "\\" + c
                            : c < ' ' ? String.format(java.util.Locale.ROOT, "\\u%04x", (int) c) : "" + c);
        }
        return quoted.append('"').toString();
    }

    /** Writes one to look at into the folder that is named, and tells how long its page took each time. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        new SampleRun().writeTo(folder);
        for (int i = 0; i < 6; i++) {
            long start = System.nanoTime();
            Report.writePage(folder);
            long page = System.nanoTime();
            Report.write(folder);
            System.out.println("page " + (page - start) / 1_000_000 + " ms, all "
                    + (System.nanoTime() - page) / 1_000_000 + " ms");
        }
    }
}
