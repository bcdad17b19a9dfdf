package dev.orrery.scenarios.history;

import dev.orrery.sim.history.History;
import dev.orrery.sim.history.UnreadableHistoryException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A history, as it was read.
 *
 * @param format the form that it had
 */
public record HistoryFile(HistoryFormat format, History history) {

    /** All of a stream as text; throws a {@link java.nio.charset.CharacterCodingException} where it is no UTF-8. */
    public static String text(InputStream in) throws IOException {
        try (Reader reader = new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        }
    }

    /**
     * Reads a history.
     *
     * @param format empty to recognise it
     * @return empty if the text looks like none of the formats
     * @throws UnreadableHistoryException at the first place that makes no sense in the format
     */
    public static Optional<HistoryFile> read(String text, Optional<HistoryFormat> format)
            throws UnreadableHistoryException {
        Optional<HistoryFormat> known = format.isPresent() ? format : HistoryFormat.of(text);
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(new HistoryFile(known.get(), known.get().read(text)));
    }
}
