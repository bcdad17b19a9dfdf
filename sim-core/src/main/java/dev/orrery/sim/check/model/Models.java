package dev.orrery.sim.check.model;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** All models that can be asked for by name: the ones here, and those that a {@link ModelProvider} adds or replaces. */
public final class Models {

    private record Entry(String name, String description, Model<?> model) implements ModelProvider {}

    private final TreeMap<String, ModelProvider> byName = new TreeMap<>();

    /** Looks for models on the class path. */
    public Models() {
        add(
                "key-value",
                "A value for each key, or none: read, write, cas of a from and a to, delete.",
                new KeyValueModel());
        ServiceLoader.load(ModelProvider.class).forEach(provider -> byName.put(provider.name(), provider));
    }

    private void add(String name, String description, Model<?> model) {
        byName.put(name, new Entry(name, description, model));
    }

    /** The model of this name; an {@link IllegalArgumentException} that tells all names if there is none. */
    public Model<?> named(String name) {
        ModelProvider provider = byName.get(name);
        if (provider == null) {
            throw new IllegalArgumentException("there is no model '" + name + "', but " + String.join(", ", names()));
        }
        return provider.model();
    }

    /** The names of all models, in alphabetical order. */
    public List<String> names() {
        return new ArrayList<>(byName.keySet());
    }

    /** All models with what they are, in the order of their names. */
    public List<ModelProvider> all() {
        return new ArrayList<>(byName.values());
    }
}
