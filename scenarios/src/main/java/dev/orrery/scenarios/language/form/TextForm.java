package dev.orrery.scenarios.language.form;

import dev.orrery.scenarios.language.ProblemCode;
import dev.orrery.scenarios.language.YamlNode;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value that is one word or text, such as a duration.
 *
 * @param words what is expected
 * @param code the error of a text that means nothing
 * @param parser the meaning of a text; an {@link IllegalArgumentException} says why it has none
 * @param writer the inverse of the parser
 * @param allowed the JSON Schema
 */
public record TextForm<T>(
        String words,
        ProblemCode code,
        Function<String, T> parser,
        Function<T, String> writer,
        Map<String, Object> allowed)
        implements Form<T> {

    @Override
    public @Nullable T read(YamlNode node, Scope scope) {
        if (!(node instanceof YamlNode.Scalar scalar) || scalar.text().isEmpty()) {
            scope.misplaced(node, words);
            return null;
        }
        try {
            return parser.apply(scalar.text());
        } catch (IllegalArgumentException wrong) {
            scope.problem(code, node, String.valueOf(wrong.getMessage()));
            return null;
        }
    }

    @Override
    public String write(T value) {
        return Flow.text(writer.apply(value));
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return allowed;
    }
}
