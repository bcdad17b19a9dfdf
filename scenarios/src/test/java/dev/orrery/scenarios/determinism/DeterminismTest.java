package dev.orrery.scenarios.determinism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.house.House;
import dev.orrery.scenarios.house.Program;
import dev.orrery.scenarios.house.SecondJdk;
import dev.orrery.scenarios.library.Library;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The same scenario and seed give the same digest and the same bytes of trace, whatever ran before, in whichever process,
 * on whichever Java, however it executes, and wherever in the world it thinks it is.
 */
final class DeterminismTest {
    /** An interpreter takes thirty times as long, so it runs the first twelve scenarios only. */
    private static final int INTERPRETED = 12;

    /** Scenario, seed and digest of each run, so that no change makes runs go another way unnoticed. */
    private static final String RECORD = "golden-digests.txt";

    private static List<String> expected = List.of();
    private static Machine anotherProcess;
    private static Machine interpreter;
    private static Machine elsewhere;

    /** All virtual machines go to work at once. */
    @BeforeAll
    static void runAllScenarios() throws IOException {
        interpreter = Machine.start(House.java(), Library.names().subList(0, INTERPRETED), "-Xint");
        elsewhere = Machine.start(
                House.java(),
                Library.names(),
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.timezone=Asia/Kathmandu",
                "-Dfile.encoding=UTF-16LE",
                "-Dline.separator=\r\n");
        anotherProcess = Machine.start(House.java(), Library.names());
        expected = Fingerprints.of(Library.names(), false);
    }

    @Test
    void enoughRunsTellApart() {
        assertTrue(Library.names().size() >= INTERPRETED, () -> Library.names().toString());
        List<String> digests =
                expected.stream().map(line -> line.split(" ", -1)[2]).distinct().toList();
        assertEquals(3 * Library.names().size(), digests.size());
    }

    @Test
    void whatRanBeforeDoesNotMatter() {
        assertEquals(expected, Fingerprints.of(Library.names(), true));
    }

    @Test
    void inAnotherProcess() throws Exception {
        assertEquals(expected, anotherProcess.fingerprints());
    }

    @Test
    void interpretedInsteadOfCompiled() throws Exception {
        assertEquals(expected.subList(0, 3 * INTERPRETED), interpreter.fingerprints());
    }

    @Test
    void elsewhereInTheWorld() throws Exception {
        assertEquals(expected, elsewhere.fingerprints());
    }

    @Test
    void onALaterJdk() throws Exception {
        assertEquals(expected, Machine.start(SecondJdk.java(), Library.names()).fingerprints());
    }

    @Test
    void runsGoAsTheyAlwaysWent() throws IOException {
        List<String> digests = expected.stream()
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .toList();
        assertEquals(
                String.join("\n", recorded()),
                String.join("\n", digests),
                () ->
                        "Runs go another way than they did. If nothing about systems, faults or the clockwork was meant to"
                                + " change, something is wrong. If it was, say in the commit why every seed on record now means"
                                + " another run, and put the new lines into src/test/resources/dev/orrery/scenarios/determinism/"
                                + RECORD + ".\n");
    }

    private static List<String> recorded() throws IOException {
        try (InputStream record = Objects.requireNonNull(DeterminismTest.class.getResourceAsStream(RECORD))) {
            return new String(record.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    /** Another virtual machine, which runs the scenarios the other way round. */
    private record Machine(Program.Started program) {
        static Machine start(Path java, List<String> scenarios, String... options) throws IOException {
            String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            List<String> words = new ArrayList<>(List.of(java.toString(), "-XX:+UseSerialGC", "-cp", classPath));
            words.addAll(List.of(options));
            words.add(Fingerprints.class.getName());
            words.addAll(scenarios);
            return new Machine(new Program(words, House.target(), Map.of()).start());
        }

        List<String> fingerprints() throws IOException, InterruptedException {
            Program.Outcome outcome = program.end();
            assertEquals(0, outcome.exitCode(), outcome::toString);
            return outcome.out().lines().toList();
        }
    }
}
