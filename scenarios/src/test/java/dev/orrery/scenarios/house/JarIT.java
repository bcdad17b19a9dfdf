package dev.orrery.scenarios.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The program as one file. */
final class JarIT {

    @Test
    void itRunsAlone() throws Exception {
        Program.Outcome outcome = version(House.java());
        assertEquals(0, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.out().startsWith("orrery "), outcome::toString);
        assertEquals("", outcome.err());
    }

    @Test
    void itRunsTheSameOnALaterJdk() throws Exception {
        assertEquals(version(House.java()), version(SecondJdk.java()));
    }

    @Test
    void itHoldsTheServicesAndLicencesOfItsPartsAndNothingThatNoLongerHolds() throws IOException {
        try (JarFile jar = new JarFile(House.jar().toFile())) {
            List<String> names = jar.stream().map(ZipEntry::getName).toList();
            assertTrue(names.contains("META-INF/licenses/LGPL-2.1.txt"), "the licence of JFreeChart");
            assertTrue(names.contains("META-INF/LICENSE") && names.contains("META-INF/NOTICE"), "the others' licences");
            assertEquals(List.of(), names.stream().filter(JarIT::isOfAPart).toList());
            assertEquals("true", jar.getManifest().getMainAttributes().getValue("Multi-Release"));
            // Both jackson-core and the YAML module declare one; a jar that keeps just the last would lose the other.
            assertEquals(2, lines(jar, "META-INF/services/tools.jackson.core.TokenStreamFactory"));
        }
    }

    private static boolean isOfAPart(String name) {
        return name.endsWith("module-info.class") || name.matches("META-INF/[^/]*\\.(SF|RSA|DSA)");
    }

    private static long lines(JarFile jar, String name) throws IOException {
        try (var stream = jar.getInputStream(jar.getEntry(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .count();
        }
    }

    private static Program.Outcome version(Path java) throws IOException, InterruptedException {
        return new Program(
                        List.of(java.toString(), "-jar", House.jar().toString(), "--version"), House.target(), Map.of())
                .run();
    }
}
