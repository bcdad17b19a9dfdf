package dev.orrery.sim.check.transaction.isolation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a store may promise about its transactions: how far they are kept apart, and which of them are in order.
 *
 * <p>The names are those of the literature and of Elle: {@code serializable}, {@code strong-session-serializable},
 * {@code strict-serializable}, {@code strong-snapshot-isolation} and so on, or Adya's, such as {@code PL-2.99}.
 *
 * @param isolation how far they are kept apart
 * @param ordering which of them are in order
 */
public record IsolationLevel(Isolation isolation, Ordering ordering) {
    private static final String STRONG_SESSION = "strong-session-";
    private static final String STRONG = "strong-";
    private static final List<IsolationLevel> ALL = combinations();
    private static final Map<String, IsolationLevel> BY_NAME = byName();

    /** All levels, weaker ones before those that imply them. */
    public static List<IsolationLevel> all() {
        return ALL;
    }

    /** The level of that name or alias, in upper or lower case; empty if there is none. */
    public static Optional<IsolationLevel> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    /** All names and aliases, in alphabetical order. */
    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /** Those that no other one of them implies. */
    public static List<IsolationLevel> strongest(Collection<IsolationLevel> levels) {
        return levels.stream()
                .filter(level -> levels.stream().noneMatch(other -> !other.equals(level) && other.implies(level)))
                .toList();
    }

    /** The name that results use. */
    public String name() {
        return switch (ordering) {
            case NONE -> isolation.text();
            case SESSION -> STRONG_SESSION + isolation.text();
            case REAL_TIME -> isolation == Isolation.SERIALIZABLE ? "strict-serializable" : STRONG + isolation.text();
        };
    }

    /** Whether what satisfies this level satisfies the other one too; each implies itself. */
    public boolean implies(IsolationLevel other) {
        return isolation.implies(other.isolation) && ordering.implies(other.ordering);
    }

    /** What holds when it holds, in plain words. */
    public String description() {
        String what = switch (isolation) {
            case READ_UNCOMMITTED ->
                "For any two transactions, all writes of one come before those of the other (Adya's PL-1).";
            case READ_COMMITTED ->
                "Nobody reads what was aborted or was not finished, and no information flows in a circle"
                        + " (Adya's PL-2).";
            case SNAPSHOT_ISOLATION ->
                "Each transaction reads a snapshot of what was committed, perhaps an old one, and no two that overlap"
                        + " write the same key (generalized snapshot isolation, Adya's PL-SI). Write skew is allowed.";
            case REPEATABLE_READ ->
                "As far as single keys go, there is one order of all transactions in which each would have seen the"
                        + " same (Adya's PL-2.99).";
            case SERIALIZABLE ->
                "There is one order of all transactions in which each would have seen the same (Adya's PL-3).";
        };
        String order = switch (ordering) {
            case NONE -> "";
            case SESSION -> " The order agrees with the one in which each session asked.";
            case REAL_TIME ->
                " The order agrees with real time: what completed before another one was invoked comes first.";
        };
        return what + order;
    }

    private static List<IsolationLevel> combinations() {
        List<IsolationLevel> all = new ArrayList<>();
        for (Ordering ordering : Ordering.values()) {
            for (Isolation isolation : Isolation.values()) {
                all.add(new IsolationLevel(isolation, ordering));
            }
        }
        return Collections.unmodifiableList(all);
    }

    private static Map<String, IsolationLevel> byName() {
        Map<String, IsolationLevel> byName = new TreeMap<>();
        for (IsolationLevel level : ALL) {
            byName.put(level.name(), level);
            for (String alias : aliases(level.isolation)) {
                String prefix = switch (level.ordering) {
                    case NONE -> "";
                    case SESSION -> STRONG_SESSION;
                    case REAL_TIME -> STRONG;
                };
                byName.put(prefix + alias, level);
            }
        }
        byName.put("pl-ss", new IsolationLevel(Isolation.SERIALIZABLE, Ordering.REAL_TIME));
        byName.put("strict-1sr", new IsolationLevel(Isolation.SERIALIZABLE, Ordering.REAL_TIME));
        return Collections.unmodifiableMap(byName);
    }

    private static List<String> aliases(Isolation isolation) {
        return switch (isolation) {
            case READ_UNCOMMITTED -> List.of("pl-1");
            case READ_COMMITTED -> List.of("pl-2");
            case SNAPSHOT_ISOLATION -> List.of("pl-si", "si");
            case REPEATABLE_READ -> List.of("pl-2.99");
            case SERIALIZABLE -> List.of("pl-3", "conflict-serializable", "serializable");
        };
    }
}
