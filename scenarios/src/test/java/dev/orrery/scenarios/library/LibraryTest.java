package dev.orrery.scenarios.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.language.ProblemReport;
import dev.orrery.scenarios.language.keys.ScenarioReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LibraryTest {

    private static final Path FOLDER = Path.of("library");

    static List<String> names() {
        return Library.names();
    }

    @Test
    void theIndexNamesEveryFile() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<String> found = files.map(
                            file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".yaml"))
                    .map(file -> file.substring(0, file.length() - ".yaml".length()))
                    .toList();
            assertEquals(new TreeSet<>(found), new TreeSet<>(names()));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aBundledScenarioIsValidAndSaysWhatItShows(String name) throws IOException {
        Scenario scenario = read(name);
        assertEquals(name.substring(name.lastIndexOf('/') + 1), scenario.name());
        assertTrue(scenario.description().endsWith("."), scenario.description());
    }

    @ParameterizedTest
    @MethodSource("names")
    void anEditorIsToldWhereTheSchemaIs(String name) throws IOException {
        Path file = FOLDER.resolve(name + ".yaml");
        String header = Files.readAllLines(file).get(0);
        String mark = "# yaml-language-server: $schema=";
        assertTrue(header.startsWith(mark), header);
        Path folder = file.toAbsolutePath().getParent();
        assertNotNull(folder);
        assertTrue(Files.isRegularFile(folder.resolve(header.substring(mark.length()))), header);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aPlantedBugExpectsTheCheckThatFindsIt(String name) throws IOException {
        boolean expectsFailure = read(name).expectedFailure().isPresent();
        if (name.startsWith("bugs/")) {
            assertTrue(expectsFailure, name);
        } else if (expectsFailure) {
            // Some locks promise nothing under some faults, and their scenarios show it.
            assertTrue(name.startsWith("locks/"), name);
        }
    }

    private static Scenario read(String name) throws IOException {
        try (InputStream in = Library.open(name)) {
            ScenarioReader.Reading reading = ScenarioReader.read(name, in);
            assertEquals("", new ProblemReport(List.of(reading.source()), reading.problems()).text());
            assertNotNull(reading.scenario());
            return reading.scenario();
        }
    }
}
