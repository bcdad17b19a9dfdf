package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.language.form.Key;
import dev.orrery.scenarios.language.form.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * For each key of the table two whole scenarios that differ in nothing but the key's value: its first two examples. They
 * are small, so that all of them can be run.
 */
public final class KeyEffects {

    /** What the scenarios say where a key and the frame of its mapping say nothing. */
    private static final Map<String, String> BASE = new LinkedHashMap<>();

    /** What Raft does not look at, a witness does: clocks, what disks read, commands that move the leadership. */
    private static final Pattern UNSEEN_BY_RAFT =
            Pattern.compile("clock\\..*|(fault\\.)?clock-.*|(fault\\.)?disk-.*|(fault\\.)?transfer-leadership.*");

    /** The kill that shows what a disk has torn. */
    private static final String POWER_FAILURE =
            ", {kill: {target: {mode: all}, restart-after: 100ms, moment: unsynced-write}, at: 1500ms}]";

    static {
        BASE.put("name", "effect");
        BASE.put("system", "{name: raft-kv, nodes: [{name: n1, zone: a}, {name: n2, zone: b}, {name: n3, zone: b}]}");
        BASE.put("seed", "7");
        BASE.put("duration", "3s");
        BASE.put("workload", "{name: register, clients: 2, rate: 100/s, timeout: 300ms, keys: {count: 2}}");
    }

    /**
     * A key and its two scenarios.
     *
     * @param key where it stands: {@code partition.shape}
     * @param one a scenario
     * @param other the same with another value of the key
     */
    public record Effect(String key, String one, String other) {
        @Override
        public String toString() {
            return key;
        }
    }

    private KeyEffects() {}

    /** One for each key of the table. */
    public static List<Effect> all() {
        List<Effect> effects = new ArrayList<>();
        for (Shape<?> shape : Table.shapes()) {
            for (Key<?, ?> key : Table.keys(shape)) {
                if (!isFixed(key)) {
                    List<String> examples = key.examples();
                    effects.add(new Effect(
                            shape.name() + "." + key.name(),
                            scenario(shape, key, examples.get(0)),
                            scenario(shape, key, examples.get(1))));
                }
            }
        }
        return effects;
    }

    /** The word that tells a mapping from others of its kind, or one that cannot be another while there is only one. */
    static boolean isFixed(Key<?, ?> key) {
        return key.examples().isEmpty()
                || key.examples().get(0).equals(key.examples().get(1));
    }

    /** A scenario in which a key has a value, and all its mapping needs. */
    static String scenario(Shape<?> shape, Key<?, ?> key, String value) {
        String entry = shape.keys().contains(key) ? key.name() + ": " + value : value.substring(1, value.length() - 1);
        String frame = key.frame() == null ? shape.frame() : key.frame();
        String separator = frame.equals("…") ? "\n" : ", ";
        String entries = key.beside().isEmpty() ? entry : key.beside() + separator + entry;
        Map<String, String> keys = new LinkedHashMap<>(BASE);
        for (String line : frame.replace("…", entries).split("\n", -1)) {
            int colon = line.indexOf(": ");
            keys.put(line.substring(0, colon), line.substring(colon + 2));
        }
        String where = shape.name() + "." + key.name();
        if (UNSEEN_BY_RAFT.matcher(where).matches()) {
            keys.computeIfPresent("system", (name, system) -> system.replace("raft-kv", "witness"));
        }
        if (where.contains("disk-torn")) {
            keys.computeIfPresent("faults", (name, faults) -> faults.replaceFirst("]$", POWER_FAILURE));
        }
        StringBuilder text = new StringBuilder();
        keys.forEach((name, written) ->
                text.append(name).append(": ").append(written).append('\n'));
        return text.toString();
    }
}
