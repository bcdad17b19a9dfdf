package dev.orrery.scenarios.campaign;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.language.keys.ScenarioReader;
import dev.orrery.scenarios.library.Library;
import dev.orrery.scenarios.result.RunResult;
import dev.orrery.scenarios.run.RunOptions;
import dev.orrery.scenarios.run.Runs;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.sim.random.Seed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Runs that campaigns without a planted bug have found to fail, and in which nothing but the check was wrong. */
final class FalseAlarmTest {

    /**
     * Two acceptors of three are killed while they tell the learners that they have accepted 2, after n1 has been told and
     * before n3 has: 2 is chosen, and n1 may learn it while both are down.
     */
    @Test
    void whatKilledAcceptorsHaveAcceptedIsChosen() throws IOException {
        RunResult result = run("campaign/paxos-synod-many", 0x1A75);
        assertTrue(result.judgement().expected(), () -> result.judgement().words() + result.checks());
    }

    private static RunResult run(String name, long seed) throws IOException {
        try (InputStream in = Library.open(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            ScenarioReader.Reading reading = ScenarioReader.read(name, text);
            assertNotNull(reading.scenario());
            return Runs.run(Subject.of(reading.scenario(), text), new Seed(seed), RunOptions.LEAN)
                    .result();
        }
    }
}
