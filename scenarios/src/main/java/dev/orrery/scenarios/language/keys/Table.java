package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.language.form.Key;
import dev.orrery.scenarios.language.form.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The whole table of keys, mapping by mapping. */
final class Table {
    private Table() {}

    /** All mappings, each once: a mapping comes before those in it. */
    static List<Shape<?>> shapes() {
        Map<String, Shape<?>> shapes = new LinkedHashMap<>();
        collect(ScenarioKeys.SHAPE, shapes);
        return new ArrayList<>(shapes.values());
    }

    /** All keys of a mapping, the one that stands for all others among them. */
    static List<Key<?, ?>> keys(Shape<?> shape) {
        List<Key<?, ?>> keys = new ArrayList<>(shape.keys());
        shape.others().ifPresent(keys::add);
        return keys;
    }

    private static void collect(Shape<?> shape, Map<String, Shape<?>> found) {
        if (found.putIfAbsent(shape.name(), shape) == null) {
            for (Key<?, ?> key : keys(shape)) {
                key.form().shapes().forEach(inner -> collect(inner, found));
            }
        }
    }
}
