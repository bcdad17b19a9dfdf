package dev.orrery.sim.trace;

import dev.orrery.sim.random.Seed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The first line of a trace: which run it is of, and all that it takes to run it again.
 *
 * @param orrery the version that ran, such as {@code 0.1.0+g1a2b3c4}
 * @param scenario the scenario's name
 * @param scenarioSha256 of the scenario's text, in hexadecimal
 * @param seed of the run
 * @param nodes the names of the nodes that were there from the beginning, by index
 * @param settings what else the run was told, by name: strings, whole numbers, truth values, and lists of these
 * @param source the scenario's whole text
 */
public record TraceHeader(
        String orrery,
        String scenario,
        String scenarioSha256,
        Seed seed,
        List<String> nodes,
        Map<String, ?> settings,
        String source) {
    /** The name of the format. */
    public static final String FORMAT = "orrery-trace";

    /** The version of the format. */
    public static final int VERSION = 1;

    public TraceHeader {
        nodes = List.copyOf(nodes);
        settings = new LinkedHashMap<>(settings);
    }

    void write(JsonText out) {
        ValueText values = new ValueText(true);
        out.raw("{\"format\":").string(FORMAT).raw(",\"v\":").number(VERSION);
        out.raw(",\"orrery\":").string(orrery);
        out.raw(",\"scenario\":").string(scenario);
        out.raw(",\"scenarioSha256\":").string(scenarioSha256);
        out.raw(",\"seed\":").string(seed.toString());
        out.raw(",\"nodes\":");
        values.write(nodes, out);
        out.raw(",\"started\":0,\"settings\":");
        values.write(settings, out);
        out.raw(",\"source\":").string(source).raw("}\n");
    }
}
