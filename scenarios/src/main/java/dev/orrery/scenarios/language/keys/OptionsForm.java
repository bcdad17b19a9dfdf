package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.language.ProblemCode;
import dev.orrery.scenarios.language.YamlNode;
import dev.orrery.scenarios.language.form.Definitions;
import dev.orrery.scenarios.language.form.Entries;
import dev.orrery.scenarios.language.form.Form;
import dev.orrery.scenarios.language.form.Scope;
import dev.orrery.scenarios.language.form.Vocabulary;
import dev.orrery.sim.system.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The options of a system or a workload, which has its own table of them.
 *
 * @param of whose options they are: {@code system}
 * @param known the table; nothing while it is not known whose
 */
record OptionsForm(String of, Function<Scope, Optional<List<Option<?>>>> known) implements Form<Map<String, String>> {

    @Override
    public String words() {
        return "a mapping of the " + of + "'s options";
    }

    @Override
    public @Nullable Map<String, String> read(YamlNode node, Scope scope) {
        Optional<List<Option<?>>> table = known.apply(scope);
        Map<String, String> texts = entries(table).read(node, scope);
        if (texts == null || table.isEmpty() || !(node instanceof YamlNode.Mapping mapping)) {
            return texts;
        }
        boolean good = true;
        for (YamlNode.Entry entry : mapping.entries()) {
            for (Option<?> option : table.get()) {
                if (option.name().equals(entry.key().text())) {
                    good &= parses(option, texts.get(option.name()), entry.value(), scope);
                }
            }
        }
        return good ? texts : null;
    }

    private Entries<String> entries(Optional<List<Option<?>>> table) {
        Vocabulary names = new Vocabulary(
                "option of the " + of,
                ProblemCode.UNKNOWN_OPTION,
                scope -> table.map(options -> options.stream().map(Option::name).toList()));
        return new Entries<>(words(), names, Scalars.TEXT);
    }

    private static boolean parses(Option<?> option, @Nullable String text, YamlNode at, Scope scope) {
        try {
            option.parse(String.valueOf(text));
            return true;
        } catch (IllegalArgumentException wrong) {
            scope.problem(ProblemCode.WRONG_OPTION, at, option.name() + ": " + wrong.getMessage());
            return false;
        }
    }

    @Override
    public String write(Map<String, String> value) {
        return entries(Optional.empty()).write(value);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Definitions.object("type", "object");
    }

    /**
     * What only the owner's name decides: for each owner, if the mapping names it, its options and no others.
     *
     * @param options of each owner by its name
     */
    static List<Object> conditions(Map<String, List<Option<?>>> options) {
        List<Object> conditions = new ArrayList<>();
        options.forEach((owner, table) -> {
            Map<String, Object> properties = new LinkedHashMap<>();
            for (Option<?> option : table) {
                Map<String, Object> property = Definitions.object(
                        "description", option.description() + " If left out: " + option.initial() + ".");
                property.putAll(schema(option.form()));
                properties.put(option.name(), property);
            }
            Map<String, Object> allowed = Definitions.object("additionalProperties", false, "properties", properties);
            conditions.add(Definitions.object(
                    "if",
                    Definitions.object(
                            "required",
                            List.of("name"),
                            "properties",
                            Definitions.object("name", Definitions.object("const", owner))),
                    "then",
                    Definitions.object("properties", Definitions.object("options", allowed))));
        });
        return conditions;
    }

    private static Map<String, Object> schema(Option.Form form) {
        Definitions none = new Definitions();
        if (form instanceof Option.Form.Duration) {
            return Scalars.DURATION.schema(none);
        }
        if (form instanceof Option.Form.Range) {
            return Scalars.RANGE.schema(none);
        }
        if (form instanceof Option.Form.Count count) {
            return Scalars.number(count.min(), count.max()).schema(none);
        }
        if (form instanceof Option.Form.Choice choice) {
            return Definitions.object("enum", choice.words());
        }
        return Scalars.FLAG.schema(none);
    }
}
