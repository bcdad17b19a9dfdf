package dev.orrery.scenarios.replay;

import dev.orrery.sim.schedule.Schedule;
import tools.jackson.databind.JsonNode;

/** Reads in which order the events of a run happened. */
final class RecordedSchedule {
    private RecordedSchedule() {}

    /**
     * The order that is named so.
     *
     * @param name empty in files of versions that knew only the order of time
     * @param numbers holds what else there is to know of it
     * @throws IllegalArgumentException if this version knows none of that name, or a number is out of its range
     */
    static Schedule of(String name, JsonNode numbers) {
        return switch (name) {
            // A way that a search found is recorded step by step.
            case "", "time", "exhaustive" -> Schedule.TIME;
            case "pct" ->
                new Schedule.Pct(
                        numbers.path("depth").asInt(),
                        numbers.path("events").asLong(),
                        numbers.path("window").asLong(),
                        Long.MAX_VALUE);
            default -> throw new IllegalArgumentException("there is no scheduler " + name);
        };
    }
}
