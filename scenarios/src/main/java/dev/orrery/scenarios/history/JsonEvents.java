package dev.orrery.scenarios.history;

import dev.orrery.sim.history.HistoryText;
import dev.orrery.sim.history.UnreadableHistoryException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** The objects of a JSON text, in one array or one after the other, whose fields know where they stand. */
final class JsonEvents {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** Told of the objects and their fields as they come. */
    interface Listener {
        /** An object begins. */
        void begin(int place);

        /** One of its fields; whole numbers are {@code Long} where they fit. */
        void field(String name, @Nullable Object value, int place) throws UnreadableHistoryException;

        /** The object ends. */
        void end() throws UnreadableHistoryException;
    }

    private final HistoryText text;
    private final JsonParser parser;

    private JsonEvents(HistoryText text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    /** Reads all objects; throws at the first place that is no JSON or no object, and what the listener throws. */
    static void read(HistoryText text, Listener listener) throws UnreadableHistoryException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text.text())) {
            new JsonEvents(text, parser).read(listener);
        } catch (JacksonException broken) {
            TokenStreamLocation location = broken.getLocation();
            int place = location == null ? 0 : (int) Math.max(0, location.getCharOffset());
            throw text.error(Math.min(place, text.text().length()), broken.getOriginalMessage());
        }
    }

    private void read(Listener listener) throws UnreadableHistoryException {
        boolean inArray = false;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_ARRAY && !inArray) {
                inArray = true;
            } else if (token == JsonToken.START_OBJECT) {
                listener.begin(place());
                fields(listener);
                listener.end();
            } else if (token != JsonToken.END_ARRAY) {
                throw text.error(place(), "an object is expected, in braces");
            }
        }
    }

    private void fields(Listener listener) throws UnreadableHistoryException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            int place = place();
            listener.field(name, value(), place);
        }
    }

    private @Nullable Object value() {
        return switch (parser.currentToken()) {
            case START_ARRAY -> array();
            case START_OBJECT -> object();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> whole();
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_NULL -> null;
            default -> parser.getString();
        };
    }

    private Object whole() {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? parser.getBigIntegerValue()
                : (Object) parser.getLongValue();
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value());
        }
        return Collections.unmodifiableList(array);
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            object.put(name, value());
        }
        return Collections.unmodifiableMap(object);
    }

    private int place() {
        return (int) Math.max(0, parser.currentTokenLocation().getCharOffset());
    }
}
