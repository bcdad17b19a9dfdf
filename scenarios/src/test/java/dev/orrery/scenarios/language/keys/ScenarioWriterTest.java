package dev.orrery.scenarios.language.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.language.form.Key;
import dev.orrery.sim.fault.Fault;
import dev.orrery.sim.fault.FaultPlan;
import dev.orrery.sim.fault.PlannedFault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A plan that is written down reads back as an equal one. */
final class ScenarioWriterTest {

    private static final String REST = """
            name: plan
            system: {name: raft-kv}
            workload: {name: register}
            """;

    static List<Key<PlannedFault, ? extends Fault>> kinds() {
        return FaultKeys.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindOfFaultIsWrittenAndReadBack(Key<PlannedFault, ? extends Fault> kind) {
        for (String example : kind.examples()) {
            String text = REST + "faults: [{" + kind.name() + ": " + example + ", " + kind.beside() + "}]\n";
            FaultPlan plan = plan(text);
            assertEquals(plan, plan(REST + ScenarioWriter.faults(plan)), text);
        }
    }

    @Test
    void aPlanIsAListThatOneCanRead() {
        assertEquals("""
                faults:
                  - partition: {shape: groups, block: queue, groups: [[n1, n2], [n3]]}
                    at: 1.5s
                    for: 4s
                  - kill: {target: {nodes: [n1]}, restart-after: 1s..5s}
                    at: 10s
                """, ScenarioWriter.faults(plan(REST + """
                        faults:
                          - partition: {shape: groups, block: queue, groups: [[n1, n2], [n3]], direction: both}
                            at: 1500ms
                            for: 4s
                          - kill: {target: {nodes: [n1]}, restart-after: 1000ms..5s, disk: lose-unsynced}
                            at: 10s
                        """)));
    }

    @Test
    void aPlanWithoutFaultsIsNoText() {
        assertEquals("", ScenarioWriter.faults(FaultPlan.NONE));
    }

    private static FaultPlan plan(String text) {
        ScenarioReader.Reading reading = ScenarioReader.read("plan.yaml", text);
        Scenario scenario = reading.scenario();
        assertNotNull(scenario, () -> text + reading.problems());
        return scenario.faults();
    }
}
