package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.Scenario;
import dev.orrery.sim.fault.FaultPlan;
import dev.orrery.sim.fault.PlannedFault;
import java.util.List;
import java.util.Map;

/**
 * Writes scenarios and fault plans back as YAML: the inverse of reading. What is at its default is left out.
 *
 * <pre>
 * faults:
 *   - partition: {target: {nodes: [n1]}}
 *     at: 5s
 *     for: 4s
 * </pre>
 */
public final class ScenarioWriter {

    private static final String FAULTS = "faults";

    private ScenarioWriter() {}

    /** A whole scenario, which reads back as an equal one. */
    public static String write(Scenario scenario) {
        StringBuilder yaml = new StringBuilder();
        ScenarioKeys.SHAPE.entries(scenario).forEach((key, value) -> {
            if (key.equals(FAULTS)) {
                append(yaml, scenario.faults().faults());
            } else {
                yaml.append(key).append(": ").append(value).append('\n');
            }
        });
        return yaml.toString();
    }

    /** The faults that a plan lists one by one, as the key {@code faults}; no line at all if it lists none. */
    public static String faults(FaultPlan plan) {
        StringBuilder yaml = new StringBuilder();
        append(yaml, plan.faults());
        return yaml.toString();
    }

    private static void append(StringBuilder yaml, List<PlannedFault> faults) {
        if (faults.isEmpty()) {
            return;
        }
        yaml.append(FAULTS).append(":\n");
        for (PlannedFault fault : faults) {
            String mark = "  - ";
            for (Map.Entry<String, String> entry :
                    FaultKeys.SHAPE.entries(fault).entrySet()) {
                yaml.append(mark)
                        .append(entry.getKey())
                        .append(": ")
                        .append(entry.getValue())
                        .append('\n');
                mark = "    ";
            }
        }
    }
}
