package dev.orrery.reports.figure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The colours, in light and in dark, and how the pictures use them. A page that shows pictures has it once. */
public final class StyleSheet {
    private static final String NAME = "figure.css";

    private StyleSheet() {}

    /** The text of the style sheet. */
    public static String text() {
        try (InputStream stream = StyleSheet.class.getResourceAsStream(NAME)) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its part " + NAME);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
