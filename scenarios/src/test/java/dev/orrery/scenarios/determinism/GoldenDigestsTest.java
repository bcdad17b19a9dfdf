package dev.orrery.scenarios.determinism;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.scenarios.library.Library;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The digests of all bundled scenarios are on record, so that no change makes runs go another way unnoticed. */
final class GoldenDigestsTest {
    private static final String RECORD = "golden-digests.txt";

    @Test
    void runsGoAsTheyAlwaysWent() throws IOException {
        List<String> now = Fingerprints.of(Library.names(), false).stream()
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .toList();
        assertEquals(
                String.join("\n", recorded()),
                String.join("\n", now),
                () ->
                        "Runs go another way than they did. If nothing about systems, faults or the clockwork was meant to"
                                + " change, something is wrong. If it was, say in the commit why every seed on record now means"
                                + " another run, and put the new lines into src/test/resources/dev/orrery/scenarios/determinism/"
                                + RECORD + ".\n");
    }

    private static List<String> recorded() throws IOException {
        try (InputStream record = Objects.requireNonNull(GoldenDigestsTest.class.getResourceAsStream(RECORD))) {
            return new String(record.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
