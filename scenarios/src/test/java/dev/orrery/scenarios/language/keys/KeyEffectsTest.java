package dev.orrery.scenarios.language.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.language.ProblemReport;
import dev.orrery.scenarios.language.form.Key;
import dev.orrery.scenarios.language.form.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A key that parses has an effect: changing it changes what the scenario means. */
final class KeyEffectsTest {

    static List<KeyEffects.Effect> effects() {
        return KeyEffects.all();
    }

    @ParameterizedTest
    @MethodSource("effects")
    void changingAKeyChangesTheScenario(KeyEffects.Effect effect) {
        assertNotEquals(meaning(effect.one()), meaning(effect.other()), effect.one());
    }

    @Test
    void everyExampleOfTheTableIsValid() {
        for (Shape<?> shape : Table.shapes()) {
            for (Key<?, ?> key : Table.keys(shape)) {
                key.examples().forEach(example -> meaning(KeyEffects.scenario(shape, key, example)));
            }
        }
    }

    @Test
    void everyKeyHasADescriptionAndExamplesButTheWordsThatCannotBeOthers() {
        for (Shape<?> shape : Table.shapes()) {
            for (Key<?, ?> key : Table.keys(shape)) {
                String where = shape.name() + "." + key.name();
                assertTrue(key.description().endsWith("."), where);
                boolean tag = key.name().equals("distribution") && shape.name().startsWith("distribution ");
                assertTrue(tag || key.examples().size() >= 2, where);
                assertTrue(
                        key.isRequired()
                                || key.initial() != null
                                || !key.otherwise().isEmpty()
                                || !shape.excludedBy(key).isEmpty()
                                || key.name().equals("value"),
                        where + " says what it is when it is left out");
            }
        }
    }

    @Test
    void aWrittenScenarioReadsBackAsTheSame() {
        for (KeyEffects.Effect effect : effects()) {
            Scenario scenario = meaning(effect.one());
            String written = ScenarioWriter.write(scenario);
            assertEquals(scenario, meaning(written), written);
        }
    }

    private static Scenario meaning(String text) {
        ScenarioReader.Reading reading = ScenarioReader.read("effect.yaml", text);
        String report = new ProblemReport(List.of(reading.source()), reading.problems()).text();
        assertNotNull(reading.scenario(), () -> text + report);
        return reading.scenario();
    }
}
