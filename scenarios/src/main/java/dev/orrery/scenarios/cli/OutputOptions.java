package dev.orrery.scenarios.cli;

import java.util.Locale;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** The options that say how a command prints, the same for all that print a result. */
final class OutputOptions {

    /** When to print in colour. */
    enum Colour {
        AUTO,
        ALWAYS,
        NEVER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = {
                "When to print in colour: ${COMPLETION-CANDIDATES}. By default on a terminal, unless NO_COLOR is set."
            })
    private Colour colour = Colour.AUTO;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print the verdict only, and no progress.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Print more, and the whole story of an error.")
    private boolean verbose;

    boolean quiet() {
        return quiet;
    }

    boolean verbose() {
        return verbose;
    }

    /** The signs to print on standard output. */
    Marks marks() {
        return new Marks(
                switch (colour) {
                    case ALWAYS -> Ansi.ON;
                    case NEVER -> Ansi.OFF;
                    case AUTO -> Terminal.isOutput() || System.getenv("CLICOLOR_FORCE") != null ? Ansi.AUTO : Ansi.OFF;
                },
                Terminal.charset());
    }
}
