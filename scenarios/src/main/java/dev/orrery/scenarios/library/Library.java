package dev.orrery.scenarios.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Finds bundled scenarios by their names, such as {@code raft-steady} or {@code bugs/raft-vote-not-synced}. */
public final class Library {
    private static final String INDEX = "index.txt";
    private static final String ENDING = ".yaml";

    private Library() {}

    /** All names, in the order in which one might read them. */
    public static List<String> names() {
        try (InputStream index = resource(INDEX)) {
            return new String(index.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read the index of the bundled scenarios", broken);
        }
    }

    /** Whether there is a bundled scenario of that name. */
    public static boolean has(String name) {
        return names().contains(name);
    }

    /**
     * Opens a bundled scenario, to be read and closed.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static InputStream open(String name) {
        if (!has(name)) {
            throw new IllegalArgumentException("no bundled scenario has the name '" + name + "'");
        }
        return resource(name + ENDING);
    }

    private static InputStream resource(String name) {
        InputStream found = Library.class.getResourceAsStream(name);
        if (found == null) {
            throw new IllegalStateException(name + " is missing from the class path: the build is incomplete");
        }
        return found;
    }
}
