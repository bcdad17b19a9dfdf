package dev.orrery.scenarios.run;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.language.keys.ScenarioWriter;
import dev.orrery.sim.schedule.Schedule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A scenario and the text that says it, which a trace carries so that it can be run again from nothing else.
 *
 * @param scenario what the text means
 * @param text the whole file
 * @param sha256 of the text in UTF-8, in lower-case hexadecimal digits
 */
public record Subject(Scenario scenario, String text, String sha256) {

    /** Hashes the text. */
    public static Subject of(Scenario scenario, String text) {
        return new Subject(scenario, text, sha256(text));
    }

    /** The same in another order of events, with a text that says so. */
    public Subject scheduled(Schedule schedule) {
        if (schedule.equals(scenario.schedule())) {
            return this;
        }
        Scenario other = scenario.withSchedule(schedule);
        return of(other, ScenarioWriter.write(other));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
