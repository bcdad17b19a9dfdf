package dev.orrery.scenarios.language.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The parts of a JSON Schema that are used in more than one place: each stands once, and is referred to by name. */
public final class Definitions {
    private final Map<String, Object> all = new LinkedHashMap<>();

    /** Refers to the part of that name, which is made the first time it is asked for. */
    public Map<String, Object> reference(String name, Supplier<Map<String, Object>> make) {
        if (!all.containsKey(name)) {
            // Its place is kept free meanwhile, so that a part may hold itself.
            all.put(name, Map.of());
            all.put(name, make.get());
        }
        return object("$ref", "#/definitions/" + name);
    }

    /** All parts by name. */
    public Map<String, Object> all() {
        return new LinkedHashMap<>(all);
    }

    /** A JSON object of keys and values in their order. */
    public static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }
}
