package dev.orrery.scenarios.language.form;

import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A key of a mapping: a row of the table.
 *
 * @param <R> what the mapping means
 * @param <T> what the key's value means
 */
public final class Key<R, T> {
    private final String name;
    private final Form<T> form;
    private final Getter<R, T> getter;
    private final String description;

    private boolean required;
    private boolean readFirst;
    private @Nullable String initial;
    private String otherwise = "";
    private List<String> examples = List.of();
    private String beside = "";
    private @Nullable String frame;
    private BiConsumer<T, Scope> lesson = (value, scope) -> {};

    /** Takes a key's value out of what its mapping means; null where the key was not given. */
    @FunctionalInterface
    public interface Getter<R, T> {
        /** The value, or null. */
        @Nullable
        T of(R whole);
    }

    private Key(String name, Form<T> form, Getter<R, T> getter, String description) {
        this.name = name;
        this.form = form;
        this.getter = getter;
        this.description = description;
    }

    /**
     * A key that may be left out and has no default.
     *
     * @param description what it is for, in whole sentences
     */
    public static <R, T> Key<R, T> of(String name, Form<T> form, Getter<R, T> getter, String description) {
        return new Key<>(name, form, getter, description);
    }

    /** It must be given. */
    public Key<R, T> required() {
        required = true;
        return this;
    }

    /** What it is when it is left out, in one line of YAML. */
    public Key<R, T> initially(String yaml) {
        initial = yaml;
        return this;
    }

    /** What happens when it is left out, in a few words. */
    public Key<R, T> otherwise(String words) {
        otherwise = words;
        return this;
    }

    /** Two values or more, each in one line of YAML, of which the first two have different effects on a run. */
    public Key<R, T> examples(String... yaml) {
        examples = List.of(yaml);
        return this;
    }

    /** The keys beside it, in one line of YAML, without which the examples would not be allowed or have no effect. */
    public Key<R, T> beside(String yaml) {
        beside = yaml;
        return this;
    }

    /** Where its mapping must stand for the examples to work, if not where it usually does; see {@link Shape#of}. */
    public Key<R, T> within(String scenario) {
        frame = scenario;
        return this;
    }

    /** What its value teaches about other keys that are read after it. */
    public Key<R, T> teaches(BiConsumer<T, Scope> whatFollows) {
        lesson = whatFollows;
        return this;
    }

    /** Its value is read before those of its neighbours, since it teaches about all of them. */
    public Key<R, T> readFirst() {
        readFirst = true;
        return this;
    }

    /** The word that stands before the colon. */
    public String name() {
        return name;
    }

    /** How its value is written. */
    public Form<T> form() {
        return form;
    }

    /** What it is for. */
    public String description() {
        return description;
    }

    /** Whether it must be given. */
    public boolean isRequired() {
        return required;
    }

    /** What it is when it is left out, in one line of YAML; null if it has no default. */
    public @Nullable String initial() {
        return initial;
    }

    /** What happens when it is left out, in a few words; empty if the default says it all. */
    public String otherwise() {
        return otherwise;
    }

    /** Values, each in one line of YAML. */
    public List<String> examples() {
        return examples;
    }

    /** What must stand beside it for the examples to work, in one line of YAML; may be empty. */
    public String beside() {
        return beside;
    }

    boolean isReadFirst() {
        return readFirst;
    }

    /** Where its mapping must stand for the examples to work; null: where it usually does. */
    public @Nullable String frame() {
        return frame;
    }

    void teach(T value, Scope scope) {
        lesson.accept(value, scope);
    }

    @Nullable
    T of(R whole) {
        return getter.of(whole);
    }

    @Override
    public String toString() {
        return name;
    }
}
