package dev.orrery.scenarios.language.form;

import dev.orrery.scenarios.language.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value that may be written in a short way and a long one, which are different kinds of nodes, so that the kind says
 * which is meant: {@code nodes: 5} and {@code nodes: [a, b, c]}.
 *
 * @param words what is expected
 * @param text the form of a text
 * @param other the form of a list or a mapping
 * @param writtenAs which of the two a value is written in
 */
public record ByKind<T>(String words, Form<T> text, Form<T> other, Function<T, Form<T>> writtenAs) implements Form<T> {

    @Override
    public @Nullable T read(YamlNode node, Scope scope) {
        if (!(node instanceof YamlNode.Scalar scalar)) {
            return other.read(node, scope);
        }
        if (scalar.text().isEmpty()) {
            scope.misplaced(node, words);
            return null;
        }
        return text.read(node, scope);
    }

    @Override
    public String write(T value) {
        return writtenAs.apply(value).write(value);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Definitions.object(
                "anyOf", new ArrayList<>(List.of(text.schema(definitions), other.schema(definitions))));
    }

    @Override
    public Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>(text.choices());
        choices.putAll(other.choices());
        return choices;
    }

    @Override
    public List<Shape<?>> shapes() {
        return Stream.of(text, other).flatMap(form -> form.shapes().stream()).toList();
    }
}
