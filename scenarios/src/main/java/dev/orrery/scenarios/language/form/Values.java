package dev.orrery.scenarios.language.form;

import dev.orrery.scenarios.language.YamlNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the keys of one mapping mean, and where they stand. */
public final class Values {
    private final YamlNode mapping;
    private final Map<Key<?, ?>, YamlNode.Entry> written = new HashMap<>();
    private final Set<String> meant = new HashSet<>();
    private boolean strangeKeys;
    private final Map<Key<?, ?>, Object> values = new HashMap<>();

    Values(YamlNode mapping) {
        this.mapping = mapping;
    }

    void wrote(Key<?, ?> key, YamlNode.Entry entry) {
        written.put(key, entry);
    }

    /** There is a key that means nothing, in place of which another one was probably meant. */
    void strange(Optional<String> probablyMeant) {
        strangeKeys = true;
        probablyMeant.ifPresent(meant::add);
    }

    boolean hasStrangeKeys() {
        return strangeKeys;
    }

    /** Whether the key is probably what a mistyped one should have been, so that nobody need say that it is missing. */
    boolean isMeant(Key<?, ?> key) {
        return meant.contains(key.name());
    }

    void put(Key<?, ?> key, Object value) {
        values.put(key, value);
    }

    /** The value of a key that is required or has a default. */
    public <T> T get(Key<?, T> key) {
        T value = find(key);
        if (value == null) {
            throw new IllegalStateException("'" + key + "' is neither required nor has it a default");
        }
        return value;
    }

    /** The value of a key; null if it was left out and has no default, or if what was written means nothing. */
    @SuppressWarnings("unchecked") // A value is put in by what its own key's form has read.
    public <T> @Nullable T find(Key<?, T> key) {
        return (T) values.get(key);
    }

    /** Whether the key is there, with a value that means something or not. */
    public boolean has(Key<?, ?> key) {
        return written.containsKey(key);
    }

    /** Where the key's value stands; the mapping if the key was left out. */
    public YamlNode at(Key<?, ?> key) {
        YamlNode.Entry entry = written.get(key);
        return entry == null ? mapping : entry.value();
    }

    /** Where the key itself stands; the mapping if it was left out. */
    public YamlNode keyAt(Key<?, ?> key) {
        YamlNode.Entry entry = written.get(key);
        return entry == null ? mapping : entry.key();
    }

    /** Where the mapping stands. */
    public YamlNode mapping() {
        return mapping;
    }
}
