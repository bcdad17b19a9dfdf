package dev.orrery.sim.check.transaction;

import dev.orrery.sim.check.transaction.isolation.Isolation;
import dev.orrery.sim.check.transaction.isolation.IsolationLevel;
import dev.orrery.sim.check.transaction.isolation.Ordering;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Keyword;
import dev.orrery.sim.history.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tries every order of a few transactions on lists or registers, straight from what the levels mean: no graphs and no cycles.
 *
 * <p>Serializable: one after the other, each reads what is there. Snapshot isolation: each begins somewhere before it
 * commits, reads what was committed when it began, and nobody who committed meanwhile wrote a key that it writes. Read
 * committed: in some order of transactions, which is that of the versions too, each read is what some earlier transaction left
 * behind, or the reader's own. Read uncommitted: in some order of transactions the elements of lists stand as they were read.
 */
final class Oracle {
    /** An update with its element, or a read with what was seen: of a list always a list. */
    private record Micro(
            boolean update,
            Object key,
            @Nullable Object element,
            @Nullable Object seen) {}

    private record Transaction(Operation operation, List<Micro> micros) {
        boolean known() {
            return operation.outcome() == Operation.Outcome.OK;
        }
    }

    private final boolean lists;
    private final Map<String, Boolean> verdicts = new TreeMap<>();
    private final List<Transaction> possible = new ArrayList<>();
    private final List<Integer> invokedAt = new ArrayList<>();
    private final List<Integer> completedAt = new ArrayList<>();
    private final boolean impossible;
    private final Map<Object, Map<Object, Integer>> appenderOf = new TreeMap<>();
    private final TreeSet<Object> disputed = new TreeSet<>();
    private final Map<Object, List<?>> longest = new TreeMap<>();

    Oracle(History history, boolean lists) {
        this.lists = lists;
        Map<Object, Set<Object>> asked = new TreeMap<>();
        for (Operation operation : history.operations()) {
            List<Micro> micros = micros(operation);
            for (Micro micro : micros) {
                if (micro.update()) {
                    asked.computeIfAbsent(micro.key(), first -> new TreeSet<>()).add(micro.element());
                }
            }
            if (operation.outcome() != Operation.Outcome.FAIL) {
                for (Micro micro : micros) {
                    if (micro.update()) {
                        appenderOf
                                .computeIfAbsent(micro.key(), first -> new TreeMap<>())
                                .put(micro.element(), possible.size());
                    }
                }
                possible.add(new Transaction(operation, micros));
                int invoked = -1;
                int completed = Integer.MAX_VALUE;
                for (int i = 0; i < history.events().size(); i++) {
                    History.Event event = history.events().get(i);
                    if (event.operation().index() == operation.index()) {
                        if (event.invocation()) {
                            invoked = i;
                        } else if (operation.outcome() == Operation.Outcome.OK) {
                            completed = i;
                        }
                    }
                }
                invokedAt.add(invoked);
                completedAt.add(completed);
            }
        }
        impossible = readsGarbageOrDuplicates(asked);
        findDisputed();
    }

    private List<Micro> micros(Operation operation) {
        Object all = operation.output() == null ? operation.input() : operation.output();
        List<Micro> micros = new ArrayList<>();
        for (Object each : (List<?>) Objects.requireNonNull(all)) {
            List<?> parts = (List<?>) each;
            boolean read = new Keyword("r").equals(parts.get(0));
            Object value = parts.get(2);
            Object seen = read && lists && value == null ? List.of() : value;
            micros.add(new Micro(!read, parts.get(1), read ? null : value, read ? seen : null));
        }
        return micros;
    }

    /** All that a read shows to have been written. */
    private List<?> elements(Micro read) {
        if (lists) {
            return (List<?>) Objects.requireNonNull(read.seen());
        }
        return read.seen() == null ? List.of() : List.of(read.seen());
    }

    /** What a key holds after an update. */
    private @Nullable Object after(@Nullable Object state, Micro update) {
        if (!lists) {
            return update.element();
        }
        List<@Nullable Object> longer = new ArrayList<>((List<?>) Objects.requireNonNull(state));
        longer.add(update.element());
        return longer;
    }

    private @Nullable Object initial() {
        return lists ? List.of() : null;
    }

    private boolean readsGarbageOrDuplicates(Map<Object, Set<Object>> asked) {
        for (Transaction txn : possible) {
            for (Micro micro : txn.micros()) {
                if (txn.known() && !micro.update()) {
                    TreeSet<Object> seen = new TreeSet<>();
                    for (Object element : elements(micro)) {
                        if (!seen.add(element)
                                || !asked.getOrDefault(micro.key(), new TreeSet<>())
                                        .contains(element)) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private void findDisputed() {
        if (!lists) {
            return;
        }
        for (Transaction txn : possible) {
            for (Micro micro : txn.micros()) {
                if (txn.known() && !micro.update()) {
                    List<?> other = longest.getOrDefault(micro.key(), List.of());
                    List<?> list = elements(micro);
                    List<?> shorter = other.size() < list.size() ? other : list;
                    List<?> longer = other.size() < list.size() ? list : other;
                    if (!longer.subList(0, shorter.size()).equals(shorter)) {
                        disputed.add(micro.key());
                    }
                    longest.put(micro.key(), longer);
                }
            }
        }
    }

    /** Whether two transactions append to one key what nobody read, so that nobody knows in which order. */
    boolean hasUnknownOrder() {
        Map<Object, Integer> unread = new TreeMap<>();
        for (int i = 0; i < possible.size(); i++) {
            for (Micro micro : possible.get(i).micros()) {
                if (micro.update()
                        && !longest.getOrDefault(micro.key(), List.of()).contains(micro.element())) {
                    Integer other = unread.put(micro.key(), i);
                    if (other != null && other != i) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Of two levels that ask for the same but for what is in order, the one with more in order is tried first. */
    boolean satisfies(IsolationLevel level) {
        if (impossible) {
            return false;
        }
        Isolation isolation =
                level.isolation() == Isolation.REPEATABLE_READ ? Isolation.SERIALIZABLE : level.isolation();
        for (Ordering ordering : new Ordering[] {Ordering.REAL_TIME, Ordering.SESSION, Ordering.NONE}) {
            IsolationLevel tried = new IsolationLevel(isolation, ordering);
            if (ordering.implies(level.ordering()) && verdicts.computeIfAbsent(tried.name(), first -> search(tried))) {
                return true;
            }
        }
        return false;
    }

    private boolean search(IsolationLevel level) {
        int unknown = 0;
        for (Transaction txn : possible) {
            unknown += txn.known() ? 0 : 1;
        }
        for (int chosen = 0; chosen < 1 << unknown; chosen++) {
            List<Integer> happened = new ArrayList<>();
            int bit = 0;
            for (int i = 0; i < possible.size(); i++) {
                boolean did = possible.get(i).known() || (chosen >> bit++ & 1) == 1;
                if (did) {
                    happened.add(i);
                }
            }
            boolean works = switch (level.isolation()) {
                case SNAPSHOT_ISOLATION -> bySnapshots(level.ordering(), happened, new ArrayList<>());
                default -> inSomeOrder(level, happened, new ArrayList<>());
            };
            if (works) {
                return true;
            }
        }
        return false;
    }

    /** Whether the one must come before the other. */
    private boolean ordered(Ordering ordering, int one, int other) {
        boolean sameProcess = possible.get(one).operation().process()
                == possible.get(other).operation().process();
        return switch (ordering) {
            case NONE -> false;
            case SESSION -> sameProcess && one < other;
            case REAL_TIME -> completedAt.get(one) < invokedAt.get(other);
        };
    }

    private boolean inSomeOrder(IsolationLevel level, List<Integer> left, List<Integer> order) {
        if (left.isEmpty()) {
            return level.isolation() != Isolation.READ_UNCOMMITTED || !lists || elementsStandIn(order);
        }
        for (Integer next : left) {
            List<Integer> rest = new ArrayList<>(left);
            rest.remove(next);
            if (rest.stream().noneMatch(other -> ordered(level.ordering(), other, next))) {
                order.add(next);
                if (worksSoFar(level.isolation(), order) && inSomeOrder(level, rest, order)) {
                    return true;
                }
                order.remove(order.size() - 1);
            }
        }
        return false;
    }

    private boolean worksSoFar(Isolation isolation, List<Integer> order) {
        return switch (isolation) {
            case READ_UNCOMMITTED -> true;
            case READ_COMMITTED -> readsAreOfEarlier(order);
            default -> readsAreOneAfterTheOther(order);
        };
    }

    private boolean readsAreOneAfterTheOther(List<Integer> order) {
        Map<Object, @Nullable Object> store = new TreeMap<>();
        return order.stream().allMatch(i -> fits(store, possible.get(i)));
    }

    /** Does what the transaction does, and says whether it read what was there. */
    private boolean fits(Map<Object, @Nullable Object> store, Transaction txn) {
        for (Micro micro : txn.micros()) {
            Object state = store.getOrDefault(micro.key(), initial());
            if (micro.update()) {
                store.put(micro.key(), after(state, micro));
            } else if (txn.known() && !Objects.equals(state, micro.seen())) {
                return false;
            }
        }
        return true;
    }

    private boolean readsAreOfEarlier(List<Integer> order) {
        Map<Object, List<@Nullable Object>> versions = new TreeMap<>();
        for (int i : order) {
            Map<Object, List<@Nullable Object>> own = new TreeMap<>();
            for (Micro micro : possible.get(i).micros()) {
                List<@Nullable Object> left = versions.computeIfAbsent(
                        micro.key(), first -> new ArrayList<>(Collections.singletonList(initial())));
                List<@Nullable Object> mine = own.computeIfAbsent(micro.key(), first -> new ArrayList<>());
                if (micro.update()) {
                    List<@Nullable Object> latest = mine.isEmpty() ? left : mine;
                    mine.add(after(latest.get(latest.size() - 1), micro));
                } else if (possible.get(i).known() && !left.contains(micro.seen()) && !mine.contains(micro.seen())) {
                    return false;
                }
            }
            own.forEach((key, mine) -> {
                if (!mine.isEmpty()) {
                    versions.computeIfAbsent(key, first -> new ArrayList<>()).add(mine.get(mine.size() - 1));
                }
            });
        }
        return true;
    }

    private boolean elementsStandIn(List<Integer> order) {
        for (Map.Entry<Object, Map<Object, Integer>> key : appenderOf.entrySet()) {
            if (disputed.contains(key.getKey())) {
                continue;
            }
            List<Object> elements = new ArrayList<>(longest.getOrDefault(key.getKey(), List.of()));
            elements.retainAll(key.getValue().keySet());
            int last = -1;
            for (Object element : elements) {
                int place = order.indexOf(key.getValue().get(element));
                if (place < last) {
                    return false;
                }
                last = place;
            }
            for (Map.Entry<Object, Integer> append : key.getValue().entrySet()) {
                int place = order.indexOf(append.getValue());
                if (!elements.contains(append.getKey()) && place >= 0 && place < last) {
                    return false;
                }
            }
        }
        return order.containsAll(mustHaveHappened());
    }

    /** Those of which something was read, in a key whose reads do not contradict each other. */
    private Set<Integer> mustHaveHappened() {
        TreeSet<Integer> must = new TreeSet<>();
        longest.forEach((key, list) -> {
            if (!disputed.contains(key)) {
                list.forEach(element -> {
                    Integer appender = appenderOf.getOrDefault(key, Map.of()).get(element);
                    if (appender != null) {
                        must.add(appender);
                    }
                });
            }
        });
        return must;
    }

    /** Events: a transaction's number when it begins, the complement when it commits. */
    private boolean bySnapshots(Ordering ordering, List<Integer> happened, List<Integer> events) {
        if (events.size() == 2 * happened.size()) {
            return true;
        }
        for (int i : happened) {
            if (!events.contains(i)) {
                boolean mayBegin =
                        happened.stream().allMatch(other -> !ordered(ordering, other, i) || events.contains(~other));
                if (mayBegin && readsSnapshot(i, events)) {
                    events.add(i);
                    if (bySnapshots(ordering, happened, events)) {
                        return true;
                    }
                    events.remove(events.size() - 1);
                }
            } else if (!events.contains(~i) && mayCommit(i, events)) {
                events.add(~i);
                if (bySnapshots(ordering, happened, events)) {
                    return true;
                }
                events.remove(events.size() - 1);
            }
        }
        return false;
    }

    private boolean readsSnapshot(int reader, List<Integer> events) {
        if (!possible.get(reader).known()) {
            return true;
        }
        Map<Object, @Nullable Object> store = new TreeMap<>();
        for (int event : events) {
            if (event < 0) {
                apply(store, possible.get(~event));
            }
        }
        return fits(store, possible.get(reader));
    }

    private boolean mayCommit(int writer, List<Integer> events) {
        Set<Object> written = keysWritten(writer);
        return events.subList(events.indexOf(writer), events.size()).stream()
                .filter(event -> event < 0)
                .noneMatch(event -> keysWritten(~event).stream().anyMatch(written::contains));
    }

    private Set<Object> keysWritten(int txn) {
        TreeSet<Object> keys = new TreeSet<>();
        possible.get(txn).micros().stream().filter(Micro::update).forEach(micro -> keys.add(micro.key()));
        return keys;
    }

    private void apply(Map<Object, @Nullable Object> store, Transaction txn) {
        for (Micro micro : txn.micros()) {
            if (micro.update()) {
                store.put(micro.key(), after(store.getOrDefault(micro.key(), initial()), micro));
            }
        }
    }
}
