package dev.orrery.scenarios.language.form;

import dev.orrery.scenarios.language.ProblemCode;
import dev.orrery.scenarios.language.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of a few words that never change. */
public final class Choice<T> implements Form<T> {
    private final String what;
    private final Map<String, T> meanings = new LinkedHashMap<>();
    private final Map<String, String> descriptions = new LinkedHashMap<>();

    /**
     * A choice without a word yet.
     *
     * @param what what is chosen: {@code shape}
     */
    public Choice(String what) {
        this.what = what;
    }

    /** One more word, its meaning, and what it stands for in a sentence. */
    public Choice<T> word(String word, T meaning, String description) {
        meanings.put(word, meaning);
        descriptions.put(word, description);
        return this;
    }

    @Override
    public Map<String, String> choices() {
        return new LinkedHashMap<>(descriptions);
    }

    @Override
    public String words() {
        return "one of " + String.join(", ", meanings.keySet());
    }

    @Override
    public @Nullable T read(YamlNode node, Scope scope) {
        if (!(node instanceof YamlNode.Scalar scalar) || scalar.text().isEmpty()) {
            scope.misplaced(node, words());
            return null;
        }
        T meaning = meanings.get(scalar.text());
        if (meaning == null) {
            scope.unknown(ProblemCode.UNKNOWN_WORD, node, what, scalar.text(), meanings.keySet());
        }
        return meaning;
    }

    @Override
    public String write(T value) {
        for (Map.Entry<String, T> word : meanings.entrySet()) {
            if (word.getValue().equals(value)) {
                return word.getKey();
            }
        }
        throw new IllegalArgumentException(value + " is no " + what);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return oneOf(descriptions);
    }

    /** A schema that allows words, and tells editors what they stand for. */
    public static Map<String, Object> oneOf(Map<String, String> descriptions) {
        List<Object> words = new ArrayList<>();
        descriptions.forEach(
                (word, description) -> words.add(Definitions.object("const", word, "description", description)));
        return Definitions.object("oneOf", words);
    }
}
