package dev.orrery.reports.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The font that comes along, so that a chart looks the same on every machine, also on one without fonts. */
final class ChartFont {
    private static final Font REGULAR = load("Inter-Regular.otf");
    private static final Font STRONG = load("Inter-SemiBold.otf");

    private ChartFont() {}

    static Font regular(float size) {
        return REGULAR.deriveFont(size);
    }

    static Font strong(float size) {
        return STRONG.deriveFont(size);
    }

    /** The same, or the machine's own where this text has characters that the font lacks. */
    static Font strong(float size, String text) {
        boolean complete = STRONG.canDisplayUpTo(text) < 0;
        return complete ? strong(size) : new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont(size);
    }

    private static Font load(String name) {
        try (InputStream stream = ChartFont.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its part " + name);
            }
            return Font.createFont(Font.TRUETYPE_FONT, stream);
        } catch (FontFormatException e) {
            throw new IllegalStateException(name + " is no font", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
