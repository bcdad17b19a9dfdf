package dev.orrery.scenarios.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** What is known of where the program prints to. Java can only guess, so the launcher says. */
final class Terminal {
    /** Set by the launcher: which of {@code out} and {@code err} are terminals, with a comma between. */
    private static final @Nullable String TOLD = System.getProperty("orrery.terminal");

    private Terminal() {}

    /** Whether standard output is a terminal. */
    static boolean isOutput() {
        return is("out");
    }

    /** Whether standard error is a terminal. */
    static boolean isError() {
        return is("err");
    }

    private static boolean is(String stream) {
        return TOLD == null ? Ansi.AUTO.enabled() : List.of(TOLD.split(",", -1)).contains(stream);
    }

    /** The charset of standard output; ASCII where nobody knows. */
    static Charset charset() {
        for (String property : List.of("stdout.encoding", "sun.stdout.encoding", "native.encoding")) {
            String name = System.getProperty(property);
            if (name != null && Charset.isSupported(name)) {
                return Charset.forName(name);
            }
        }
        return StandardCharsets.US_ASCII;
    }
}
