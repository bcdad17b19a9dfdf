package dev.orrery.scenarios.house;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * A JDK 25 beside the one that runs the tests, to show that a run is the same on both. Named by {@code ORRERY_JDK25} or
 * {@code JAVA_HOME_25_X64}, and otherwise looked for where JDKs are usually installed.
 */
public final class SecondJdk {

    private static final List<String> VARIABLES = List.of("ORRERY_JDK25", "JAVA_HOME_25_X64", "JAVA_HOME_25_ARM64");

    private SecondJdk() {}

    /** The program {@code java} of a JDK 25. Where there is none the calling test is skipped, and says so. */
    public static Path java() throws IOException {
        Optional<Path> found = find();
        if (found.isEmpty()) {
            String message = "SKIPPED: no JDK 25 was found to compare with; set ORRERY_JDK25 to the folder of one.";
            System.err.println(message);
            Assumptions.abort(message);
        }
        return found.orElseThrow();
    }

    private static Optional<Path> find() throws IOException {
        for (String variable : VARIABLES) {
            String home = System.getenv(variable);
            if (home != null && !home.isBlank()) {
                if (!isJdk25(Path.of(home))) {
                    throw new IllegalStateException(variable + " is " + home + ", which holds no JDK 25");
                }
                return Optional.of(program(Path.of(home)));
            }
        }
        for (Path home : usualPlaces()) {
            if (isJdk25(home)) {
                return Optional.of(program(home));
            }
        }
        return Optional.empty();
    }

    private static List<Path> usualPlaces() throws IOException {
        Path user = Path.of(System.getProperty("user.home"));
        List<Path> homes = new ArrayList<>();
        for (Path parent : List.of(
                Path.of("/usr/lib/jvm"),
                Path.of("/opt"),
                user.resolve(".sdkman/candidates/java"),
                user.resolve(".jdks"))) {
            homes.addAll(named25(parent));
        }
        for (Path bundle : named25(Path.of("/Library/Java/JavaVirtualMachines"))) {
            homes.add(bundle.resolve("Contents").resolve("Home"));
        }
        return homes;
    }

    private static List<Path> named25(Path parent) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(parent)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent, "*25*")) {
                entries.forEach(found::add);
            }
        }
        return found;
    }

    private static boolean isJdk25(Path home) throws IOException {
        Path release = home.resolve("release");
        return Files.isExecutable(program(home))
                && Files.isReadable(release)
                && Files.readString(release).contains("JAVA_VERSION=\"25");
    }

    private static Path program(Path home) {
        return home.resolve("bin").resolve("java");
    }
}
