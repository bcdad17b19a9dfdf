package dev.orrery.scenarios.diff;

import dev.orrery.scenarios.result.ResultJson;
import dev.orrery.scenarios.result.RunResult;
import dev.orrery.scenarios.run.FinishedRun;
import dev.orrery.sim.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run as it is compared.
 *
 * @param digest over its events, as it is written
 * @param checks how each check came out, and why, by its name
 * @param faults what was done, by its id
 * @param latency nanoseconds that half and 99 of 100 of the answered operations took, by their name
 * @param steps its events
 */
public record ComparedRun(
        String digest,
        Map<String, String> checks,
        Map<String, String> faults,
        Map<String, Latency> latency,
        List<Step> steps) {

    /** Half and 99 of 100 operations took at most so many nanoseconds. */
    public record Latency(long p50, long p99) {}

    /**
     * What a folder holds.
     *
     * @param result its result
     * @param trace its trace
     * @throws IOException if one of them cannot be read
     * @throws tools.jackson.core.JacksonException if one of them is none
     */
    public static ComparedRun read(Path result, Path trace) throws IOException {
        JsonNode json = JsonMapper.shared().readTree(Files.readAllBytes(result));
        Map<String, String> checks = new LinkedHashMap<>();
        json.path("checks")
                .forEach(check -> checks.put(
                        check.path("name").asString(),
                        check.path("verdict").asString() + ": "
                                + check.path("message").asString()));
        Map<String, String> faults = new LinkedHashMap<>();
        json.path("plan")
                .forEach(step ->
                        faults.put(step.path("id").asString(), step.path("what").asString()));
        Map<String, Latency> latency = new LinkedHashMap<>();
        json.path("latency")
                .forEach(figures -> latency.put(
                        figures.path("f").asString(),
                        new Latency(
                                figures.path("p50").asLong(),
                                figures.path("p99").asLong())));
        try (Stream<String> lines = Files.lines(trace)) {
            return new ComparedRun(json.path("digest").asString(), checks, faults, latency, Steps.of(lines.toList()));
        }
    }

    /** What a run was that is over, and was traced in memory. */
    public static ComparedRun of(FinishedRun run) {
        RunResult result = run.result();
        Map<String, String> checks = new LinkedHashMap<>();
        result.checks()
                .forEach(check -> checks.put(check.name(), check.verdict().word() + ": " + check.message()));
        Map<String, String> faults = new LinkedHashMap<>();
        result.plan().steps().forEach(step -> faults.put(step.id(), step.what()));
        Map<String, Latency> latency = new LinkedHashMap<>();
        result.latency().forEach(each -> latency.put(each.f(), new Latency(each.p50(), each.p99())));
        Trace trace = run.trace();
        List<String> lines = new ArrayList<>();
        for (long event = trace.first(); event <= trace.last(); event++) {
            lines.add(trace.line(event));
        }
        return new ComparedRun(
                ResultJson.hexadecimal(result.extent().digest()), checks, faults, latency, Steps.of(lines));
    }
}
