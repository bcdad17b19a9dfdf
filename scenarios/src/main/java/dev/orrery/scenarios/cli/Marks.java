package dev.orrery.scenarios.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * The signs before a line, as far as where they are printed can show them: in colour or not, and in ASCII where the
 * charset has no others.
 */
final class Marks {
    private static final String TICK = "✓";
    private static final String CROSS = "✗";

    private final Ansi ansi;
    private final boolean ascii;

    Marks(Ansi ansi, Charset charset) {
        this.ansi = ansi;
        this.ascii =
                !charset.newEncoder().canEncode(TICK) || !charset.newEncoder().canEncode(CROSS);
    }

    /** For where there is neither colour nor anything beyond ASCII. */
    static Marks plain() {
        return new Marks(Ansi.OFF, StandardCharsets.US_ASCII);
    }

    String pass() {
        return styled(ascii ? "ok  " : TICK, Style.fg_green);
    }

    String fail() {
        return styled(ascii ? "FAIL" : CROSS, Style.fg_red, Style.bold);
    }

    String unknown() {
        return styled(ascii ? "?   " : "?", Style.fg_yellow);
    }

    /** A bar of so many parts of a whole. */
    String bar(int length, int whole) {
        return styled((ascii ? "#" : "█").repeat(length), Style.fg_red)
                + styled((ascii ? "." : "░").repeat(whole - length), Style.faint);
    }

    /** A word of praise. */
    String good(String words) {
        return styled(words, Style.fg_green, Style.bold);
    }

    /** A word of blame. */
    String bad(String words) {
        return styled(words, Style.fg_red, Style.bold);
    }

    /** A word of doubt. */
    String doubtful(String words) {
        return styled(words, Style.fg_yellow, Style.bold);
    }

    /** What matters less. */
    String faint(String words) {
        return styled(words, Style.faint);
    }

    /** What matters more. */
    String strong(String words) {
        return styled(words, Style.bold);
    }

    private String styled(String words, Style... styles) {
        return ansi.enabled() ? Style.on(styles) + words + Style.reset.on() : words;
    }
}
