package dev.orrery.scenarios.language.form;

import dev.orrery.scenarios.language.Problem;
import dev.orrery.scenarios.language.ProblemCode;
import dev.orrery.scenarios.language.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Any number of values of one form, in their order.
 *
 * @param words what is expected
 * @param item the form of one
 * @param least how many there are at least
 * @param distinct whether the same value may not stand there twice
 */
public record ListForm<T>(String words, Form<T> item, int least, boolean distinct) implements Form<List<T>> {

    @Override
    public @Nullable List<T> read(YamlNode node, Scope scope) {
        if (!(node instanceof YamlNode.Sequence sequence)) {
            scope.misplaced(node, words);
            return null;
        }
        List<T> values = new ArrayList<>();
        Map<T, YamlNode> seen = new HashMap<>();
        for (YamlNode one : sequence.items()) {
            T value = item.read(one, scope);
            if (value != null && distinct && seen.putIfAbsent(value, one) != null) {
                scope.problem(ProblemCode.GIVEN_TWICE, one, Problem.quoted(item.write(value)) + " is given twice");
            } else if (value != null) {
                values.add(value);
            }
        }
        if (sequence.items().size() < least) {
            String message = sequence.items().isEmpty() ? "the list is empty" : "the list is too short";
            scope.problem(ProblemCode.LIST_TOO_SHORT, node, message + ": expected " + words);
            return null;
        }
        return values.size() == sequence.items().size() ? List.copyOf(values) : null;
    }

    @Override
    public String write(List<T> value) {
        return value.stream().map(item::write).collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        Map<String, Object> schema = Definitions.object("type", "array", "items", item.schema(definitions));
        if (least > 0) {
            schema.put("minItems", least);
        }
        if (distinct) {
            schema.put("uniqueItems", true);
        }
        return schema;
    }

    @Override
    public List<Shape<?>> shapes() {
        return item.shapes();
    }
}
