package dev.orrery.scenarios.brittle;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.language.keys.ScenarioReader;
import dev.orrery.scenarios.run.Subject;

/** Scenarios of the brittle system. */
public final class Brittle {
    /** More than it takes for anything. */
    private static final String STORM = """
            faults:
              - pause: {target: {nodes: [n4]}}
                at: 100ms
                for: 50ms
              - kill: {target: {nodes: [n2]}, restart-after: 30ms}
                at: 210ms
              - partition: {target: {nodes: [n5]}}
                at: 220ms
                for: 100ms
              - kill: {target: {nodes: [n3]}, restart-after: 30ms}
                every: 333ms
            """;

    private Brittle() {}

    /** A second of a cluster with this flaw, with many clients and a storm of faults. */
    public static String text(String flaw) {
        return """
                name: brittle-%1$s
                system: {name: brittle, options: {flaw: %1$s}}
                duration: 1s
                network: {latency: 1ms..9ms, duplicate: 1%%}
                clock: {drift: 100ppm}
                workload: {name: register, clients: 6, rate: 200/s, mix: {read: 1}, keys: {count: 4}}
                """.formatted(flaw) + STORM;
    }

    /** What such a text means. */
    public static Subject subject(String flaw) {
        return read(text(flaw));
    }

    /** What a text means that is right. */
    public static Subject read(String text) {
        ScenarioReader.Reading reading = ScenarioReader.read("brittle.yaml", text);
        Scenario scenario = reading.scenario();
        assertNotNull(scenario, () -> text + reading.problems());
        return Subject.of(scenario, text);
    }
}
