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
        add("register", "A value, or none: read, write.", new KeyValueModel());
        add("cas-register", "A value, or none: read, write, cas of a from and a to.", new KeyValueModel());
        add("key-value", "A value for each key, or none: read, write, cas, delete.", new KeyValueModel());
        add("multi-register", "Registers that a txn reads and writes together.", new MultiRegisterModel());
        add("append", "A list: append, read of all of it, write of all of it.", new AppendModel());
        add("text", "A text: append, get of all of it, put of all of it.", new TextModel());
        add("counter", "A number: add, increment, decrement, read.", new CounterModel());
        add("set", "A set: add, remove, contains, read of all of it.", new SetModel());
        add("queue", "First in, first out: enqueue, dequeue.", new QueueModel());
        add("stack", "Last in, first out: push, pop.", new StackModel());
        add("priority-queue", "Least out first: insert, poll.", new PriorityQueueModel());
        add("mutex", "A lock, whoever holds it: acquire, release.", new MutexModel());
        add("owner-mutex", "A lock that its owner releases: acquire, release.", LockModel.ownerAware());
        add("reentrant-mutex", "A lock that its owner may enter twice: acquire, release.", LockModel.reentrant());
        add("fenced-mutex", "A lock with fencing tokens: acquire, release.", LockModel.fenced());
        add(
                "reentrant-fenced-mutex",
                "A lock with fencing tokens that its owner may enter twice: acquire, release.",
                LockModel.reentrantFenced());
        add("semaphore", "Two permits: acquire, release of so many.", new SemaphoreModel(2));
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
