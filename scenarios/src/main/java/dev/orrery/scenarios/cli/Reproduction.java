package dev.orrery.scenarios.cli;

import dev.orrery.sim.random.Seed;
import java.util.ArrayList;
import java.util.List;

/**
 * The command that runs the same again, ready to paste into a shell.
 *
 * @param scenario what names the scenario: a bundled name or a file
 * @param seed of the run
 * @param options what else changes the run
 */
record Reproduction(String scenario, Seed seed, List<String> options) {
    /** Set by the launcher: how it was called. */
    private static final String PROGRAM = System.getProperty("orrery.command", "orrery");

    /** As whoever called this command would type it. */
    String typed() {
        return line(PROGRAM, words());
    }

    /** Wherever the program is. */
    String anywhere() {
        return line("orrery", words());
    }

    /** Any command, as whoever called this one would type it. */
    static String typed(String... words) {
        return line(PROGRAM, List.of(words));
    }

    private List<String> words() {
        List<String> words = new ArrayList<>(List.of("run", scenario, "--seed", seed.brief()));
        words.addAll(options);
        return words;
    }

    private static String line(String program, List<String> words) {
        StringBuilder line = new StringBuilder(quoted(program));
        words.forEach(word -> line.append(' ').append(quoted(word)));
        return line.toString();
    }

    /** A word as a POSIX shell reads it back. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
