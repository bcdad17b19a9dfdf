package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.language.JsonText;
import dev.orrery.scenarios.language.form.Definitions;
import java.util.Map;

/**
 * The table of keys as a JSON Schema of draft 7, for editors: they complete keys and words, show what they stand for, and
 * mark what is wrong while it is typed. What only the validator knows, such as the names of a scenario's own nodes, the
 * schema allows.
 */
public final class ScenarioSchema {

    private ScenarioSchema() {}

    /** The schema as a text, with the systems and workloads that are on the class path. */
    public static String text() {
        return JsonText.of(schema());
    }

    static Map<String, Object> schema() {
        Definitions definitions = new Definitions();
        Map<String, Object> schema = Definitions.object(
                "$schema", "http://json-schema.org/draft-07/schema#", "title", "A scenario of Orrery");
        schema.putAll(ScenarioKeys.SHAPE.object(definitions));
        schema.put("definitions", definitions.all());
        return schema;
    }
}
