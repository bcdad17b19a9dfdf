package dev.orrery.scenarios.version;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/**
 * The version of the program and the commit it was built from.
 *
 * @param number the release, such as {@code 0.1.0}
 * @param commit the short commit, followed by {@code +changes} when the sources differed from it; empty when the program
 *     was built outside a repository
 */
public record Version(String number, Optional<String> commit) {

    private static final String RESOURCE = "version.properties";

    /** Reads what the build wrote beside this class. */
    public static Version current() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the class path: the build is incomplete");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
        return of(properties.getProperty("number", ""), properties.getProperty("commit", ""));
    }

    /** As the build writes it: the commit is empty where there was none to ask for. */
    static Version of(String number, String commit) {
        return new Version(number, Optional.of(commit).filter(id -> !id.isEmpty()));
    }

    /** As results and traces write it, for example {@code 0.1.0+g4d5e6f7}. */
    public String stamp() {
        return commit.map(id -> number + "+g" + id.replace('+', '.')).orElse(number);
    }

    /** For example {@code 0.1.0 (4d5e6f7)}. */
    @Override
    public String toString() {
        return commit.map(id -> number + " (" + id + ")").orElse(number);
    }
}
