package dev.orrery.scenarios.history;

import dev.orrery.sim.history.Keyword;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The values of histories as JSON: keywords are texts, sets are arrays, and what JSON has no form for is its text. */
final class JsonValues {
    private JsonValues() {}

    static void write(@Nullable Object value, JsonGenerator json) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof BigInteger number) {
            json.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Collection<?> elements) {
            json.writeStartArray();
            elements.forEach(element -> write(element, json));
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            map.forEach((key, inner) -> {
                json.writeName(word(key));
                write(inner, json);
            });
            json.writeEndObject();
        } else {
            json.writeString(word(value));
        }
    }

    /** Without the colon that EDN puts before keywords. */
    private static String word(@Nullable Object value) {
        return value instanceof Keyword keyword ? keyword.name() : String.valueOf(value);
    }
}
