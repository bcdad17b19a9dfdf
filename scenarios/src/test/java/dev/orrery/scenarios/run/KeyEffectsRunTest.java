package dev.orrery.scenarios.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.language.keys.KeyEffects;
import dev.orrery.scenarios.language.keys.ScenarioReader;
import dev.orrery.scenarios.result.RunResult;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.random.Seed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A key that parses has an effect: two values of it make two different runs, or two different verdicts. */
final class KeyEffectsRunTest {

    @Test
    void everyKeyChangesTheRun() {
        List<String> without = new ArrayList<>();
        for (KeyEffects.Effect effect : KeyEffects.all()) {
            if (outcome(effect.one()).isLike(outcome(effect.other()))) {
                without.add(effect.key());
            }
        }
        assertEquals(List.of(), without, "keys that are read and change nothing");
    }

    /** What a reader of a run's result can see change with a key. */
    private record Outcome(Scenario named, RunResult result, List<Operation> history) {

        boolean isLike(Outcome other) {
            return result.extent().digest() == other.result.extent().digest()
                    && named.name().equals(other.named.name())
                    && named.description().equals(other.named.description())
                    && result.judgement().equals(other.result.judgement())
                    && result.checks().equals(other.result.checks())
                    && result.goals().equals(other.result.goals())
                    && result.thresholds().equals(other.result.thresholds())
                    && history.equals(other.history);
        }
    }

    private static Outcome outcome(String text) {
        Scenario scenario = ScenarioReader.read("effect.yaml", text).scenario();
        assertNotNull(scenario, text);
        Seed seed = scenario.seed().orElse(new Seed(1));
        // Blind, so that a limit of a check's search has a search to limit.
        FinishedRun run = Runs.run(Subject.of(scenario, text), seed, RunOptions.LEAN.blind(true));
        return new Outcome(scenario, run.result(), run.history().operations());
    }
}
