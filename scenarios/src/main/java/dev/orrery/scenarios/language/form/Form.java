package dev.orrery.scenarios.language.form;

import dev.orrery.scenarios.language.YamlNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may stand as a value, and what it means.
 *
 * @param <T> the meaning: immutable, and equal to one that was written alike
 */
public interface Form<T> {

    /** What is expected, for messages and the reference page: {@code a duration, as 250ms}. */
    String words();

    /** The meaning of a node; null if it has none, which has then been reported. */
    @Nullable
    T read(YamlNode node, Scope scope);

    /** The value in one line of YAML that reads back as an equal one. */
    String write(T value);

    /** What is allowed, as a JSON Schema of draft 7. */
    Map<String, Object> schema(Definitions definitions);

    /** The words that may stand there and what they stand for, if there are only a few. */
    default Map<String, String> choices() {
        return Map.of();
    }

    /** The mappings that may stand in such a value, for the reference page. */
    default List<Shape<?>> shapes() {
        return List.of();
    }
}
