package dev.orrery.scenarios.library;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.language.keys.ScenarioReader;
import dev.orrery.scenarios.result.RunResult;
import dev.orrery.scenarios.run.RunOptions;
import dev.orrery.scenarios.run.Runs;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.sim.random.Seed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundled scenarios of locks show what they say they show. */
final class LockScenariosTest {

    static List<String> names() {
        return Library.names().stream()
                .filter(name -> name.startsWith("locks/") || name.startsWith("bugs/lock-"))
                .toList();
    }

    private static RunResult run(String name) throws IOException {
        try (InputStream in = Library.open(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            ScenarioReader.Reading reading = ScenarioReader.read(name, text);
            assertNotNull(reading.scenario());
            return Runs.run(Subject.of(reading.scenario(), text), new Seed(1), RunOptions.LEAN)
                    .result();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aScenarioComesOutAsItExpectsAndSeesWhatItIsAbout(String name) throws IOException {
        RunResult result = run(name);
        assertTrue(
                result.judgement().expected(), name + ": " + result.judgement().words() + result.checks());
        result.goals().forEach(goal -> assertTrue(goal.seen() > 0, name + " has not seen " + goal.name()));
    }
}
