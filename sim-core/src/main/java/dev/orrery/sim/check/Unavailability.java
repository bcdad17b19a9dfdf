package dev.orrery.sim.check;

import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.history.Operation.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The stretches of time in which clients were asking and nobody was answered.
 *
 * <p>A client asks from the moment at which it meant to ask until its operation completes. A stretch begins when somebody
 * asks and the last answer is past, and ends with the next answer. If none comes it ends with the last moment at which
 * somebody asked. So a pause in which clients are content counts for nothing, and one in which they were refused and wait
 * before they try again counts in full. Operations that fail or whose outcome is unknown are no answers.
 */
public final class Unavailability {
    private static final long NOBODY = -1;

    private final List<Stretch> stretches = new ArrayList<>();
    private int asking;
    private long since = NOBODY;
    private long lastCompletedAt;

    /**
     * A stretch without an answer.
     *
     * @param from virtual nanoseconds at which it began
     * @param to virtual nanoseconds at which it ended, at least {@code from}
     * @param answered whether an answer ended it
     */
    public record Stretch(long from, long to, boolean answered) {
        /** How long it was, in nanoseconds. */
        public long length() {
            return to - from;
        }
    }

    private Unavailability() {}

    /**
     * The longest of {@link #stretches}, in nanoseconds; 0 if there is none.
     *
     * @param from virtual nanoseconds, at least 0
     * @param to virtual nanoseconds, at least {@code from}, or an {@link IllegalArgumentException}
     */
    public static long longest(History history, long from, long to) {
        return longest(stretches(history, from, to));
    }

    /**
     * All stretches between two times, in order. What was waiting at {@code from} waits from then on, and what is waiting
     * at {@code to} waited until then.
     *
     * @param from virtual nanoseconds, at least 0
     * @param to virtual nanoseconds, at least {@code from}, or an {@link IllegalArgumentException}
     */
    public static List<Stretch> stretches(History history, long from, long to) {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("there is no time from " + from + " to " + to);
        }
        return new Unavailability().sweep(history, from, to);
    }

    static long longest(List<Stretch> stretches) {
        return stretches.stream().mapToLong(Stretch::length).max().orElse(0);
    }

    /** Of what happens at one nanosecond, asking comes first: an operation may complete in the moment it is asked. */
    private List<Stretch> sweep(History history, long from, long to) {
        long[] asked = askedAt(history);
        Operation[] completed = completions(history);
        boolean begun = false;
        int a = 0;
        int c = 0;
        while (a < asked.length || c < completed.length) {
            boolean asks = c == completed.length || (a < asked.length && asked[a] <= completed[c].completedAt());
            long now = asks ? asked[a] : completed[c].completedAt();
            if (now > to) {
                break;
            }
            if (!begun && now >= from) {
                begin(from);
                begun = true;
            }
            if (asks) {
                ask(asked[a++]);
            } else {
                complete(completed[c++]);
            }
        }
        if (!begun) {
            begin(from);
        }
        if (since != NOBODY) {
            stretches.add(new Stretch(since, asking > 0 ? to : lastCompletedAt, false));
        }
        return stretches;
    }

    /** Forgets what was before. */
    private void begin(long from) {
        since = asking > 0 ? from : NOBODY;
        stretches.clear();
    }

    private void ask(long now) {
        asking++;
        if (since == NOBODY) {
            since = now;
        }
    }

    private void complete(Operation operation) {
        asking--;
        lastCompletedAt = operation.completedAt();
        if (operation.outcome() == Outcome.OK) {
            stretches.add(new Stretch(since, lastCompletedAt, true));
            since = asking > 0 ? lastCompletedAt : NOBODY;
        }
    }

    private static long[] askedAt(History history) {
        long[] asked = new long[history.size()];
        for (int i = 0; i < asked.length; i++) {
            asked[i] = history.get(i).intendedAt();
        }
        Arrays.sort(asked);
        return asked;
    }

    private static Operation[] completions(History history) {
        return history.operations().stream()
                .filter(operation -> operation.completedAt() != Operation.NEVER)
                .sorted(Comparator.comparingLong(Operation::completedAt))
                .toArray(Operation[]::new);
    }
}
