package dev.orrery.sim.schedule;

import dev.orrery.sim.engine.Reordering;
import dev.orrery.sim.random.RandomStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The order of {@link Schedule.Pct}: of the events that may happen, the one whose chain has the highest priority.
 *
 * <p>An event may happen if it is the first of its line and is due no more than the window after the earliest one. So none
 * is overtaken for longer than the window, and no chain starves the others for ever, as a timer that sets itself again
 * would.
 */
public final class PriorityOrder implements Reordering {
    private static final Comparator<Entry> IN_TIME =
            Comparator.comparingLong(Entry::at).thenComparingLong(Entry::sequence);
    private static final Comparator<Entry> BY_PRIORITY =
            Comparator.comparingLong(Entry::urgency).thenComparingLong(Entry::sequence);

    /** Stands for the chain of an event that is looked for. */
    private static final Chain UNKNOWN = new Chain(0);

    private final Schedule.Pct pct;
    private final Lines lines;
    private final Chains chains;

    /** Changes of priority that are still to come, the soonest first. */
    private ArrayDeque<Change> changes;

    private long happened;

    /** All that may happen or come into the window: events in no line, and the first of each line. */
    private final TreeSet<Entry> candidates = new TreeSet<>(IN_TIME);

    /** Those of them that are not in the window yet. */
    private final TreeSet<Entry> later = new TreeSet<>(IN_TIME);

    /** Those that are. */
    private final TreeSet<Entry> inWindow = new TreeSet<>(BY_PRIORITY);

    private final Map<Long, NavigableSet<Entry>> queues = new TreeMap<>();

    /**
     * A change of priority.
     *
     * @param at before the how-manieth event, from 0
     * @param priority below that of all chains that have not been changed
     */
    private record Change(long at, long priority) {}

    private record Entry(Event event, Chain chain) {
        long at() {
            return event.at();
        }

        long sequence() {
            return event.sequence();
        }

        /** Small for what comes first. */
        long urgency() {
            return -chain.priority();
        }
    }

    /**
     * Nothing is pending yet.
     *
     * @param key that priorities and their changes are drawn from
     */
    public PriorityOrder(Schedule.Pct pct, long key, Lines lines) {
        this.pct = pct;
        this.lines = lines;
        changes = changes(pct, new RandomStream(key));
        chains = new Chains(key, lines);
    }

    /** Draws anew what is to come: the priorities of chains that begin from now on, and the changes that are left. */
    public void reseed(long key) {
        chains.reseed(key);
        changes = changes(pct, new RandomStream(key));
        while (!changes.isEmpty() && changes.element().at() < happened) {
            changes.remove();
        }
    }

    private static ArrayDeque<Change> changes(Schedule.Pct pct, RandomStream random) {
        List<Change> drawn = new ArrayList<>();
        for (int change = 1; change < pct.depth(); change++) {
            drawn.add(new Change(random.below(pct.events()), -change));
        }
        drawn.sort(Comparator.comparingLong(Change::at));
        return new ArrayDeque<>(drawn);
    }

    /** How many chains of events there were so far. */
    public long chains() {
        return chains.count();
    }

    @Override
    public void schedule(Event event) {
        Entry entry = new Entry(event, chains.next(lines.node(event.head())));
        long line = lines.line(event.head());
        if (line != Lines.NONE) {
            NavigableSet<Entry> queue = queue(line);
            Entry first = queue.isEmpty() ? null : queue.first();
            queue.add(entry);
            if (first != null && IN_TIME.compare(first, entry) < 0) {
                return;
            }
            if (first != null) {
                withdraw(first);
            }
        }
        offer(entry);
    }

    private void offer(Entry entry) {
        candidates.add(entry);
        later.add(entry);
    }

    private void withdraw(Entry entry) {
        candidates.remove(entry);
        later.remove(entry);
        inWindow.remove(entry);
    }

    @Override
    public long earliest() {
        return candidates.isEmpty() ? Long.MAX_VALUE : candidates.first().at();
    }

    @Override
    public @Nullable Event next(long end) {
        long earliest = earliest();
        if (earliest > end) {
            return null;
        }
        long window = earliest < pct.until() ? pct.window() : 0;
        if (window == 0) {
            return candidates.first().event();
        }
        long last = Math.min(end, earliest + Math.min(window, Long.MAX_VALUE - earliest));
        while (!later.isEmpty() && later.first().at() <= last) {
            Entry entry = later.first();
            later.remove(entry);
            inWindow.add(entry);
        }
        while (!changes.isEmpty() && changes.element().at() <= happened) {
            lower(inWindow.first(), changes.remove().priority());
        }
        return inWindow.first().event();
    }

    private void lower(Entry entry, long priority) {
        inWindow.remove(entry);
        entry.chain().lowerTo(priority);
        inWindow.add(entry);
    }

    @Override
    public void take(Event event) {
        Entry entry = find(event);
        withdraw(entry);
        happened++;
        long line = lines.line(event.head());
        if (line != Lines.NONE) {
            NavigableSet<Entry> queue = queue(line);
            queue.remove(entry);
            if (!queue.isEmpty()) {
                offer(queue.first());
            }
        }
        chains.enter(entry.chain(), lines.node(event.head()));
    }

    /** The candidate with this event: sequence numbers are unique, so the order in time finds it. */
    private Entry find(Event event) {
        Entry found = candidates.floor(new Entry(event, UNKNOWN));
        if (found == null || found.sequence() != event.sequence()) {
            throw new IllegalArgumentException("event " + event.sequence() + " may not happen now");
        }
        return found;
    }

    private NavigableSet<Entry> queue(long line) {
        return queues.computeIfAbsent(line, any -> new TreeSet<>(IN_TIME));
    }

    @Override
    public void outside() {
        chains.leave();
    }

    @Override
    public void forEachPending(Consumer<Object> visitor) {
        TreeSet<Entry> all = new TreeSet<>(candidates);
        queues.values().forEach(all::addAll);
        for (Entry entry : all) {
            Object payload = entry.event().payload();
            if (payload != null) {
                visitor.accept(payload);
            }
        }
    }
}
