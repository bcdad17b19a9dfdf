package dev.orrery.scenarios.language.form;

import dev.orrery.scenarios.language.ProblemCode;
import dev.orrery.scenarios.language.YamlNode;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The name of something that other keys, or the program's class path, say there is: a node, a role, an event.
 *
 * @param what what it names, such as a node
 * @param code the error of a name that is none
 * @param known all names, as far as they are known; nothing is refused as long as they are not
 * @param allowed the JSON Schema
 */
public record Vocabulary(
        String what, ProblemCode code, Function<Scope, Optional<Collection<String>>> known, Map<String, Object> allowed)
        implements Form<String> {

    /** Names that depend on other keys, so that a schema can only ask for some text. */
    public Vocabulary(String what, ProblemCode code, Function<Scope, Optional<Collection<String>>> known) {
        this(what, code, known, Definitions.object("type", "string"));
    }

    @Override
    public String words() {
        return ("aeio".indexOf(what.charAt(0)) < 0 ? "a " : "an ") + what + "'s name";
    }

    @Override
    public @Nullable String read(YamlNode node, Scope scope) {
        if (!(node instanceof YamlNode.Scalar scalar) || scalar.text().isEmpty()) {
            scope.misplaced(node, words());
            return null;
        }
        return check(scalar.text(), node, scope) ? scalar.text() : null;
    }

    /** Whether it is a name as far as one knows; reported at the node if not. */
    boolean check(String name, YamlNode at, Scope scope) {
        Optional<Collection<String>> names = known.apply(scope);
        if (names.isEmpty() || names.get().contains(name)) {
            return true;
        }
        scope.unknown(code, at, what, name, names.get());
        return false;
    }

    @Override
    public String write(String value) {
        return Flow.text(value);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return allowed;
    }
}
