package dev.orrery.scenarios.language.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is written from the table of keys is as the table is now. */
final class ScenarioReferenceTest {

    @Test
    void theReferencePageIsUpToDate() throws IOException {
        String kept = Files.readString(Path.of("REFERENCE.md")).replace("\r\n", "\n");
        assertEquals(
                ScenarioReference.page(),
                kept,
                "REFERENCE.md is stale; this writes it anew: scenarios/orrery schema --markdown > scenarios/REFERENCE.md");
    }
}
