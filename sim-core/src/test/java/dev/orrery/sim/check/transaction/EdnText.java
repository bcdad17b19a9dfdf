package dev.orrery.sim.check.transaction;

import dev.orrery.sim.history.EdnWriter;
import dev.orrery.sim.history.History;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A history as text, for the messages of tests. */
final class EdnText {
    private EdnText() {}

    static String of(History history) {
        StringBuilder text = new StringBuilder("\n");
        try {
            EdnWriter.write(history, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
