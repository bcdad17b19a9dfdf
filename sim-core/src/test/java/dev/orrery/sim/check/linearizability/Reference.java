package dev.orrery.sim.check.linearizability;

import dev.orrery.sim.history.CompareAndSet;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A key-value store in the plainest form, independent of the model under test. */
final class Reference {
    private Reference() {}

    static @Nullable Object apply(Map<String, Object> store, String key, String f, @Nullable Object input) {
        Object before = store.get(key);
        if (f.equals("read")) {
            return before;
        }
        if (f.equals("write") || f.equals("delete")) {
            set(store, key, input);
            return null;
        }
        if (!(input instanceof CompareAndSet change)) {
            throw new IllegalArgumentException(f);
        }
        if (!Objects.equals(before, change.from())) {
            return false;
        }
        set(store, key, change.to());
        return true;
    }

    private static void set(Map<String, Object> store, String key, @Nullable Object value) {
        if (value == null) {
            store.remove(key);
        } else {
            store.put(key, value);
        }
    }
}
