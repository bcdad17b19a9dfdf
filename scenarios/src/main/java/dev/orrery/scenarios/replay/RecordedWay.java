package dev.orrery.scenarios.replay;

import dev.orrery.scenarios.explore.Extent;
import dev.orrery.sim.explore.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A way that a search found, as the header of its trace has it.
 *
 * @param extent who asked for how much
 * @param steps what happens after the boots
 */
public record RecordedWay(Extent extent, List<Step> steps) {
    /** Keeps a copy. */
    public RecordedWay {
        steps = List.copyOf(steps);
    }

    /**
     * Reads the way.
     *
     * @return null if the trace is that of a run
     * @throws IllegalArgumentException if a step is none
     */
    static @Nullable RecordedWay of(JsonNode settings) {
        if (!settings.path("scheduler").asString("").equals("exhaustive")) {
            return null;
        }
        List<Step> steps = new ArrayList<>();
        settings.path("way").forEach(step -> steps.add(Step.parse(step.asString())));
        return new RecordedWay(
                new Extent(
                        settings.path("clients").asInt(),
                        settings.path("operations").asInt()),
                steps);
    }
}
