package dev.orrery.sim.check.model;

import dev.orrery.sim.history.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A text that texts are appended to, as in the key-value store that Porcupine's examples come from: {@code append} and
 * {@code put} of a text, and {@code get} answered with all of it, null or the empty text at the beginning.
 */
public final class TextModel implements Model<String> {

    @Override
    public String initial() {
        return "";
    }

    @Override
    public @Nullable String step(String text, Operation operation) {
        return switch (operation.f()) {
            case "append" -> text + Asked.input(operation);
            case "put" -> Asked.input(operation).toString();
            case "get" -> !Asked.wasAnswered(operation) || text.equals(answer(operation)) ? text : null;
            default -> throw Asked.unknown(operation, "text");
        };
    }

    @Override
    public boolean onlyLooks(Operation operation) {
        return operation.f().equals("get");
    }

    @Override
    public boolean overwrites(Operation operation) {
        return operation.f().equals("put");
    }

    @Override
    public boolean mayYetMeet(String text, Operation operation) {
        return !operation.f().equals("get")
                || !Asked.wasAnswered(operation)
                || answer(operation).startsWith(text);
    }

    private static String answer(Operation operation) {
        return operation.output() == null ? "" : operation.output().toString();
    }

    @Override
    public String describe(String text) {
        return text.isEmpty() ? "nothing" : text;
    }
}
