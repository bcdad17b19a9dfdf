package dev.orrery.scenarios.language.form;

import dev.orrery.scenarios.language.YamlNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A mapping whose keys are names from a vocabulary: {@code {read: 60, write: 40}}. The values keep the order of the file.
 *
 * @param words what is expected
 * @param names what may be a key
 * @param value the form of the values
 */
public record Entries<V>(String words, Vocabulary names, Form<V> value) implements Form<Map<String, V>> {

    @Override
    public @Nullable Map<String, V> read(YamlNode node, Scope scope) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            scope.misplaced(node, words);
            return null;
        }
        Map<String, V> entries = new LinkedHashMap<>();
        for (YamlNode.Entry entry : mapping.entries()) {
            boolean known = names.check(entry.key().text(), entry.key(), scope);
            V meaning = value.read(entry.value(), scope);
            if (known && meaning != null) {
                entries.put(entry.key().text(), meaning);
            }
        }
        return entries.size() == mapping.entries().size() ? Collections.unmodifiableMap(entries) : null;
    }

    @Override
    public String write(Map<String, V> entries) {
        return entries.entrySet().stream()
                .map(entry -> Flow.text(entry.getKey()) + ": " + value.write(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Definitions.object("type", "object", "additionalProperties", value.schema(definitions));
    }

    @Override
    public List<Shape<?>> shapes() {
        return value.shapes();
    }
}
