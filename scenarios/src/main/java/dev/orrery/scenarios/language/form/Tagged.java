package dev.orrery.scenarios.language.form;

import dev.orrery.scenarios.language.ProblemCode;
import dev.orrery.scenarios.language.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of which one key says what the others are: {@code {distribution: lognormal, median: 1ms, p99: 8ms}}.
 *
 * @param words what is expected
 * @param tag the key that says it; each shape has a key of that name whose value is its own
 * @param shapesByTag the mappings, by the value of that key
 * @param tagOf which of them a value is written in
 */
public record Tagged<T>(String words, String tag, Map<String, Shape<T>> shapesByTag, Function<T, String> tagOf)
        implements Form<T> {

    public Tagged {
        shapesByTag = new LinkedHashMap<>(shapesByTag);
    }

    @Override
    public @Nullable T read(YamlNode node, Scope scope) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            scope.misplaced(node, words);
            return null;
        }
        for (YamlNode.Entry entry : mapping.entries()) {
            if (entry.key().text().equals(tag)) {
                return shaped(mapping, entry.value(), scope);
            }
        }
        scope.problem(ProblemCode.MISSING_KEY, node, "the key '" + tag + "' is missing: expected " + words);
        return null;
    }

    private @Nullable T shaped(YamlNode.Mapping mapping, YamlNode kind, Scope scope) {
        if (!(kind instanceof YamlNode.Scalar word) || word.text().isEmpty()) {
            scope.misplaced(kind, "one of " + String.join(", ", shapesByTag.keySet()));
            return null;
        }
        Shape<T> shape = shapesByTag.get(word.text());
        if (shape == null) {
            scope.unknown(ProblemCode.UNKNOWN_WORD, kind, tag, word.text(), shapesByTag.keySet());
            return null;
        }
        return shape.read(mapping, scope);
    }

    @Override
    public String write(T value) {
        Shape<T> shape = shapesByTag.get(tagOf.apply(value));
        if (shape == null) {
            throw new IllegalArgumentException(value + " is not " + words);
        }
        return shape.write(value);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        List<Object> schemas = new ArrayList<>();
        shapesByTag.values().forEach(shape -> schemas.add(shape.schema(definitions)));
        return Definitions.object("oneOf", schemas);
    }

    @Override
    public List<Shape<?>> shapes() {
        return new ArrayList<>(shapesByTag.values());
    }
}
