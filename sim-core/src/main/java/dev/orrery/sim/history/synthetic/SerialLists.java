package dev.orrery.sim.history.synthetic;

import dev.orrery.sim.history.Keyword;
import dev.orrery.sim.random.RandomStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Lists to which transactions append and which they read, all of a transaction at one instant: strict-serializable. The
 * operations are Jepsen's: {@code txn} with {@code [[:append key value] [:r key nil]]}, answered with the same and the
 * lists that were read.
 *
 * <p>A transaction has one to four parts. Ten lists are in use at a time; one that has been appended to a hundred times
 * gives way to a new one, so that no list grows long. Each value is appended to its list once.
 *
 * <p>The lie is a transaction that reads lists without their last thirty elements: it saw the past, but its appends come
 * after it.
 */
public final class SerialLists implements AtomicObject {
    private static final Keyword APPEND = new Keyword("append");
    private static final Keyword READ = new Keyword("r");
    private static final int LISTS = 10;
    private static final int LONGEST = 100;
    private static final int MOST_PARTS = 4;
    private static final int STALE = 30;

    private final Lie lie;
    private final TreeMap<Long, List<Long>> lists = new TreeMap<>();
    private final List<Long> keys = new ArrayList<>();
    private final List<Long> appended = new ArrayList<>();

    /** Empty lists. */
    public SerialLists() {
        this(HONEST);
    }

    private SerialLists(long lieAt) {
        lie = new Lie(lieAt);
        for (long key = 0; key < LISTS; key++) {
            keys.add(key);
            appended.add(0L);
        }
    }

    /** The same at its beginning, but it lies once it has served so many transactions. */
    public SerialLists lyingAt(long transaction) {
        return new SerialLists(transaction);
    }

    @Override
    public Request ask(int client, RandomStream random) {
        List<List<@Nullable Object>> parts = new ArrayList<>();
        for (int count = 1 + random.below(MOST_PARTS); count > 0; count--) {
            int place = random.below(LISTS);
            parts.add(random.below(2) == 0 ? part(READ, keys.get(place), null) : append(place));
        }
        return new Request(client, "txn", null, Collections.unmodifiableList(parts));
    }

    private List<@Nullable Object> append(int place) {
        long key = keys.get(place);
        long value = appended.get(place) + 1;
        appended.set(place, value);
        if (value == LONGEST) {
            keys.set(place, Collections.max(keys) + 1);
            appended.set(place, 0L);
        }
        return part(APPEND, key, value);
    }

    private static List<@Nullable Object> part(Keyword f, long key, @Nullable Object value) {
        List<@Nullable Object> part = new ArrayList<>(3);
        part.add(f);
        part.add(key);
        part.add(value);
        return Collections.unmodifiableList(part);
    }

    @Override
    public Reply serve(Request request, boolean heard) {
        lie.comeNearer();
        List<?> parts = Objects.requireNonNull((List<?>) request.input());
        boolean lies = parts.stream().anyMatch(part -> isLongRead((List<?>) part)) && lie.isDue(heard);
        List<List<@Nullable Object>> answer = new ArrayList<>();
        for (Object part : parts) {
            answer.add(serve((List<?>) part, lies ? STALE : 0));
        }
        return new Reply.Done(Collections.unmodifiableList(answer));
    }

    private boolean isLongRead(List<?> part) {
        return READ.equals(part.get(0)) && list(part).size() > STALE;
    }

    private List<@Nullable Object> serve(List<?> part, int missing) {
        List<Long> list = list(part);
        long key = (Long) part.get(1);
        if (APPEND.equals(part.get(0))) {
            list.add((Long) part.get(2));
            return part(APPEND, key, part.get(2));
        }
        return part(READ, key, List.copyOf(list.subList(0, Math.max(0, list.size() - missing))));
    }

    private List<Long> list(List<?> part) {
        return lists.computeIfAbsent((Long) part.get(1), unused -> new ArrayList<>());
    }
}
