package dev.orrery.scenarios.language.form;

import dev.orrery.scenarios.language.Problem;
import dev.orrery.scenarios.language.ProblemCode;
import dev.orrery.scenarios.language.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of keys of the table.
 *
 * @param <R> what it means
 */
public final class Shape<R> implements Form<R> {
    private final String name;
    private final String description;
    private final String frame;
    private final Map<String, Key<R, ?>> keys = new LinkedHashMap<>();
    private final List<Exclusion> exclusions = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private @Nullable Function<Values, R> maker;
    private final List<Supplier<List<Object>>> conditions = new ArrayList<>();
    private @Nullable Key<R, ?> rest;
    private ProblemCode strangeKey = ProblemCode.UNKNOWN_KEY;
    private String strangeThing = "key";

    /** What the values of several keys must keep between them. */
    @FunctionalInterface
    public interface Rule {
        /** Reports what is broken, as far as the values are known: some may be missing or wrong. */
        void check(Values values, Scope scope);
    }

    /** Keys of which at most one may be there, or exactly one. */
    private record Exclusion(List<Key<?, ?>> keys, boolean exactlyOne) {
        String names() {
            StringJoiner names = new StringJoiner(", ");
            keys.forEach(key -> names.add(key.name()));
            return names.toString();
        }
    }

    private Shape(String name, String description, String frame) {
        this.name = name;
        this.description = description;
        this.frame = frame;
    }

    /**
     * A mapping without a key yet.
     *
     * @param name what it is called in the schema and the reference page, no two alike
     * @param description what it is for, in whole sentences
     * @param frame where it stands in a scenario, in lines that each begin with a top-level key; {@code …} marks the place
     *     of its own keys
     */
    public static <R> Shape<R> of(String name, String description, String frame) {
        return new Shape<>(name, description, frame);
    }

    /** One more key; the values are read in this order. */
    public Shape<R> key(Key<R, ?> key) {
        keys.put(key.name(), key);
        return this;
    }

    /** What all other keys of the mapping mean together; its form reads and writes a mapping. */
    public Shape<R> rest(Key<R, ?> others) {
        rest = others;
        return this;
    }

    /** No two of these keys may be there. */
    public Shape<R> atMostOne(List<? extends Key<R, ?>> among) {
        exclusions.add(new Exclusion(List.copyOf(among), false));
        return this;
    }

    /** One of these keys must be there, and no other. */
    public Shape<R> exactlyOne(List<? extends Key<R, ?>> among) {
        exclusions.add(new Exclusion(List.copyOf(among), true));
        return this;
    }

    /** One more rule. */
    public Shape<R> rule(Rule rule) {
        rules.add(rule);
        return this;
    }

    /** More schemas that a mapping must satisfy, beyond what is known of each key. */
    public Shape<R> condition(Supplier<List<Object>> schemas) {
        conditions.add(schemas);
        return this;
    }

    /** A key that is none of these is this error; {@code what} names what it is instead of a key. */
    public Shape<R> strangeKey(ProblemCode code, String what) {
        strangeKey = code;
        strangeThing = what;
        return this;
    }

    /** What the mapping means when each of its keys means something and no rule is broken. */
    public Shape<R> make(Function<Values, R> meaning) {
        maker = meaning;
        return this;
    }

    /** What it is called in the schema and the reference page. */
    public String name() {
        return name;
    }

    /** What it is for. */
    public String description() {
        return description;
    }

    /** Where it stands in a scenario; see {@link #of}. */
    public String frame() {
        return frame;
    }

    /** Its keys in the order of the table. */
    public List<Key<R, ?>> keys() {
        return List.copyOf(keys.values());
    }

    /** What all other keys mean together, if others are allowed. */
    public Optional<Key<R, ?>> others() {
        return Optional.ofNullable(rest);
    }

    /** The keys beside which a key may not stand; one of them all must be there if it says so. */
    public List<Key<?, ?>> excludedBy(Key<?, ?> key) {
        return exclusions.stream()
                .filter(exclusion -> exclusion.keys().contains(key))
                .flatMap(exclusion -> exclusion.keys().stream())
                .<Key<?, ?>>map(other -> other)
                .filter(other -> other != key)
                .toList();
    }

    @Override
    public String words() {
        return "a mapping with the keys " + String.join(", ", keys.keySet());
    }

    @Override
    public @Nullable R read(YamlNode node, Scope scope) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            scope.misplaced(node, words());
            return null;
        }
        Values values = new Values(node);
        boolean good = place(mapping, values, scope);
        for (Key<R, ?> key : inReadingOrder()) {
            good &= read(key, values, scope);
        }
        for (Exclusion exclusion : exclusions) {
            good &= holds(exclusion, values, scope);
        }
        int before = scope.errors();
        rules.forEach(rule -> rule.check(values, scope));
        return good && scope.errors() == before ? maker().apply(values) : null;
    }

    /** Finds the key of each entry. */
    private boolean place(YamlNode.Mapping mapping, Values values, Scope scope) {
        boolean good = true;
        List<YamlNode.Entry> others = new ArrayList<>();
        for (YamlNode.Entry entry : mapping.entries()) {
            Key<R, ?> key = keys.get(entry.key().text());
            if (key != null) {
                values.wrote(key, entry);
            } else if (rest != null) {
                others.add(entry);
            } else {
                values.strange(scope.unknownKey(strangeKey, strangeThing, entry.key(), keys.keySet()));
                good = false;
            }
        }
        if (rest != null && !others.isEmpty()) {
            YamlNode.Scalar first = others.get(0).key();
            YamlNode all = new YamlNode.Mapping(others, first.line(), first.column(), first.length());
            values.wrote(rest, new YamlNode.Entry(first, all));
        }
        return good;
    }

    private List<Key<R, ?>> inReadingOrder() {
        List<Key<R, ?>> order = new ArrayList<>();
        keys.values().stream().filter(Key::isReadFirst).forEach(order::add);
        keys.values().stream().filter(key -> !key.isReadFirst()).forEach(order::add);
        others().ifPresent(order::add);
        return order;
    }

    private <T> boolean read(Key<R, T> key, Values values, Scope scope) {
        String initial = key.initial();
        T value;
        if (values.has(key)) {
            value = key.form().read(values.at(key), scope);
            if (value == null) {
                return false;
            }
        } else if (initial != null) {
            value = Flow.read(key.form(), initial, scope);
        } else {
            if (key.isRequired() && !values.isMeant(key)) {
                String message = "the key '" + key + "' is missing: expected "
                        + key.form().words();
                scope.problem(ProblemCode.MISSING_KEY, values.mapping(), message);
            }
            return !key.isRequired();
        }
        values.put(key, value);
        key.teach(value, scope);
        return true;
    }

    private static boolean holds(Exclusion exclusion, Values values, Scope scope) {
        List<Key<?, ?>> there = exclusion.keys().stream().filter(values::has).toList();
        if (there.size() > 1) {
            String message = "'" + there.get(1) + "' and '" + there.get(0) + "' exclude each other";
            scope.problem(ProblemCode.EXCLUDE_EACH_OTHER, values.keyAt(there.get(1)), message);
            return false;
        }
        if (there.isEmpty() && exclusion.exactlyOne() && values.hasStrangeKeys()) {
            // One of them was probably meant.
            return false;
        }
        if (there.isEmpty() && exclusion.exactlyOne()) {
            String message = "one of these keys is missing: " + exclusion.names();
            scope.problem(ProblemCode.MISSING_KEY, values.mapping(), message);
            return false;
        }
        return true;
    }

    private Function<Values, R> maker() {
        if (maker == null) {
            throw new IllegalStateException("the shape '" + name + "' has no meaning");
        }
        return maker;
    }

    /** Every key whose value differs from its default. */
    public Map<String, String> entries(R value) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (Key<R, ?> key : keys.values()) {
            String text = written(key, value);
            if (text != null) {
                entries.put(key.name(), text);
            }
        }
        return entries;
    }

    private static <R, T> @Nullable String written(Key<R, T> key, R whole) {
        T value = key.of(whole);
        if (value == null) {
            return null;
        }
        String initial = key.initial();
        boolean isInitial = initial != null && value.equals(Flow.read(key.form(), initial, Scope.ofTable()));
        return isInitial ? null : key.form().write(value);
    }

    @Override
    public String write(R value) {
        StringJoiner text = new StringJoiner(", ", "{", "}");
        entries(value).forEach((key, written) -> text.add(key + ": " + written));
        String others = rest == null ? null : written(rest, value);
        if (others != null && others.length() > 2) {
            text.add(others.substring(1, others.length() - 1));
        }
        return text.toString();
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return definitions.reference(name.replace(' ', '-'), () -> object(definitions));
    }

    /** The schema itself, for a mapping that nobody refers to. */
    public Map<String, Object> object(Definitions definitions) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<Object> required = new ArrayList<>();
        for (Key<R, ?> key : keys.values()) {
            properties.put(key.name(), property(key, definitions));
            if (key.isRequired()) {
                required.add(key.name());
            }
        }
        Map<String, Object> schema = Definitions.object(
                "type", "object", "description", description, "additionalProperties", false, "properties", properties);
        if (rest != null) {
            Map<String, Object> others = rest.form().schema(definitions);
            schema.put("additionalProperties", others.getOrDefault("additionalProperties", true));
        }
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        List<Object> all = new ArrayList<>();
        exclusions.forEach(exclusion -> all.add(schema(exclusion)));
        conditions.forEach(condition -> all.addAll(condition.get()));
        if (!all.isEmpty()) {
            schema.put("allOf", all);
        }
        return schema;
    }

    private static Map<String, Object> property(Key<?, ?> key, Definitions definitions) {
        Map<String, Object> form = key.form().schema(definitions);
        Map<String, Object> property = Definitions.object("description", documentation(key));
        if (form.containsKey("$ref")) {
            // Beside a reference, draft 7 looks at nothing else.
            property.put("allOf", List.of(form));
        } else {
            property.putAll(form);
        }
        return property;
    }

    private static String documentation(Key<?, ?> key) {
        String initial = key.initial() != null ? key.initial() : key.otherwise();
        String left = initial.isEmpty() ? "" : " If left out: " + initial + ".";
        return key.description() + left + " For example: " + String.join(", or ", key.examples());
    }

    private static Map<String, Object> schema(Exclusion exclusion) {
        List<Object> one = new ArrayList<>();
        List<Object> none = new ArrayList<>();
        for (Key<?, ?> key : exclusion.keys()) {
            Map<String, Object> there = Definitions.object("required", List.of(key.name()));
            one.add(there);
            none.add(there);
        }
        if (!exclusion.exactlyOne()) {
            one.add(Definitions.object("not", Definitions.object("anyOf", none)));
        }
        return Definitions.object("oneOf", one);
    }

    @Override
    public List<Shape<?>> shapes() {
        return List.of(this);
    }

    @Override
    public String toString() {
        return Problem.quoted(name);
    }
}
