package dev.orrery.scenarios.history;

import dev.orrery.sim.history.History;
import java.io.IOException;

/** Writes histories in one format. */
@FunctionalInterface
interface HistoryWriter {

    /** Writes a whole history; throws what {@code out} throws. */
    void write(History history, Appendable out) throws IOException, UnwritableHistoryException;
}
