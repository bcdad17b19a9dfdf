package dev.orrery.scenarios.language.form;

import dev.orrery.scenarios.language.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that is there, where another way of writing says that there is none.
 *
 * @param form the form of the value
 */
public record Present<T>(Form<T> form) implements Form<Optional<T>> {

    @Override
    public String words() {
        return form.words();
    }

    @Override
    @SuppressWarnings("NullableOptional") // Null says that a node means nothing; an empty one would mean something.
    public @Nullable Optional<T> read(YamlNode node, Scope scope) {
        T value = form.read(node, scope);
        return value == null ? null : Optional.of(value);
    }

    @Override
    public String write(Optional<T> value) {
        return form.write(value.orElseThrow());
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return form.schema(definitions);
    }

    @Override
    public List<Shape<?>> shapes() {
        return form.shapes();
    }
}
