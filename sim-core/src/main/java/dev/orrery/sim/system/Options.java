package dev.orrery.sim.system;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values for all options of a system or a workload: those that were chosen, and the initial ones for the rest. */
public final class Options {
    private final Map<Option<?>, Object> values = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    private Options() {}

    /**
     * Reads what was chosen.
     *
     * @param chosen by name, as it was written
     * @throws IllegalArgumentException if a name is no option's, or a text is no value of its option; the message says why
     */
    public static Options of(List<Option<?>> known, Map<String, String> chosen) {
        Options options = new Options();
        for (Option<?> option : known) {
            String text = chosen.get(option.name());
            options.values.put(option, text == null ? option.initialValue() : option.parse(text));
            options.texts.put(option.name(), text == null ? option.initial() : text);
        }
        for (String name : chosen.keySet()) {
            if (!options.texts.containsKey(name)) {
                throw new IllegalArgumentException(
                        "'" + name + "' is none of the options " + String.join(", ", options.texts.keySet()));
            }
        }
        return options;
    }

    /** All options as they are when nothing is chosen. */
    public static Options initial(List<Option<?>> known) {
        return of(known, new LinkedHashMap<>());
    }

    /**
     * An option's value.
     *
     * @throws IllegalArgumentException if it is none of those that these values are for
     */
    @SuppressWarnings("unchecked") // Each value was read by its option's own parser.
    public <T> T get(Option<T> option) {
        Object value = values.get(option);
        if (value == null) {
            throw new IllegalArgumentException("there is no option " + option.name());
        }
        return (T) value;
    }

    /** All values by name as they are written, in the order of the options. */
    public Map<String, String> texts() {
        return new LinkedHashMap<>(texts);
    }

    /** Equal if the same values are written in the same way, of options with the same names. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Options that && texts.equals(that.texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }

    @Override
    public String toString() {
        return texts.toString();
    }
}
