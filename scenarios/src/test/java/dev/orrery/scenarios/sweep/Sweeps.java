package dev.orrery.scenarios.sweep;

import dev.orrery.scenarios.folder.FolderException;
import dev.orrery.scenarios.language.keys.ScenarioReader;
import dev.orrery.scenarios.result.Judgement;
import dev.orrery.scenarios.run.Subject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Short scenarios to sweep, and ways to sweep them. */
final class Sweeps {
    /** The keeper answers before its disk has the page, and is killed once: in some runs a page is lost. */
    static final String FORGETFUL = """
            name: forgetful
            system: {name: notebook, nodes: 3, options: {durable: false}}
            duration: 1s
            workload: {name: register, clients: 2, rate: 50/s, keys: {count: 8}, mix: {read: 98, write: 2}}
            faults:
              - kill: {target: {nodes: [n1]}, restart-after: 50ms}
                every: 600ms..900ms
              - delay: {by: 1ms..5ms}
                every: 700ms..990ms
                for: 100ms
            goals: [opened]
            """;

    /** The same, but the keeper waits for its disk. */
    static final String CAREFUL = FORGETFUL.replace("durable: false", "durable: true");

    private Sweeps() {}

    static Subject subject(String yaml) {
        try {
            byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
            ScenarioReader.Reading reading = ScenarioReader.read("test", new ByteArrayInputStream(bytes));
            return Subject.of(
                    Objects.requireNonNull(
                            reading.scenario(), () -> reading.problems().toString()),
                    yaml);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static SweepPlan plan(Subject subject, String seeds) {
        return new SweepPlan(
                subject.scenario().name(),
                subject.sha256(),
                "test",
                subject.scenario().expectedFailure().orElse(Judgement.PASS),
                subject.scenario().goals(),
                SeedRange.parse(seeds),
                1,
                1);
    }

    static Part sweep(String yaml, String seeds, int jobs) throws FolderException {
        return sweep(yaml, seeds, new Sweep.Limits(jobs, false, Long.MAX_VALUE));
    }

    static Part sweep(String yaml, String seeds, Sweep.Limits limits) throws FolderException {
        Subject subject = subject(yaml);
        return Sweep.run(subject, plan(subject, seeds), limits, Sweep.UNOBSERVED);
    }

    static String json(Part part) {
        StringWriter text = new StringWriter();
        SummaryJson.write(new Summary(part), null, text);
        return text.toString();
    }
}
