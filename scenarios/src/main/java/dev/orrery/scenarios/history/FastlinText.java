package dev.orrery.scenarios.history;

import dev.orrery.scenarios.history.Intervals.Interval;
import dev.orrery.sim.history.CompareAndSet;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.HistoryText;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.history.Operation.Outcome;
import dev.orrery.sim.history.UnreadableHistoryException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Histories of data structures as fastlin and PolyLin have them: the kind, then a line an operation with method, value, start
 * and end. The operations of a set tell between value and start whether they were true.
 *
 * <pre>
 * # queue
 * enq 5 1 4
 * deq 5 2 6
 * deq -1 7 8
 * </pre>
 *
 * <p>The value -1 of what is taken out says that there was nothing. Their priority queue gives out the greatest value first
 * and the one here the least, so the order of its values is turned round on the way. fptlin's lines, which have the order process, start,
 * end, METHOD, value, are read too.
 */
final class FastlinText {
    private static final Pattern KIND = Pattern.compile("#\\s*([a-z]+)");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final long NOTHING = -1;

    private enum Kind {
        QUEUE,
        STACK,
        PQUEUE,
        SET;

        String tag() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What is called otherwise here: their methods, each before its operation. */
        private List<String> renamed() {
            return switch (this) {
                case QUEUE -> List.of("enq", "enqueue", "deq", "dequeue");
                case STACK, PQUEUE -> List.of();
                case SET -> List.of("insert", "add");
            };
        }

        private List<String> operations() {
            return switch (this) {
                case QUEUE -> List.of("enqueue", "dequeue");
                case STACK -> List.of("push", "pop");
                case PQUEUE -> List.of("insert", "poll");
                case SET -> List.of("add", "remove", "contains");
            };
        }

        String f(String method) {
            int place = renamed().indexOf(method);
            return place < 0 ? method : renamed().get(place + 1);
        }

        String method(String f) {
            int place = renamed().indexOf(f);
            return place < 0 ? f : renamed().get(place - 1);
        }
    }

    private static final String FIRST_TAG_OF_PQUEUE = "priorityqueue";
    private static final String REGISTER = "rmw";

    private FastlinText() {}

    static boolean recognises(String text) {
        return KIND.matcher(text.lines().findFirst().orElse("").strip()).matches();
    }

    static History read(String text) throws UnreadableHistoryException {
        Reader reader = new Reader();
        TextLines.forEach(new HistoryText(text), reader::line);
        return reader.intervals.history();
    }

    private static final class Reader {
        private final Intervals intervals = new Intervals();
        private String tag = "";
        private @Nullable Kind kind;

        void line(String line, int place, HistoryText source) throws UnreadableHistoryException {
            if (line.startsWith("#")) {
                begin(line.substring(1).strip(), place, source);
                return;
            }
            String[] words = BLANKS.split(line);
            try {
                intervals.add(Character.isDigit(line.charAt(0)) ? withProcess(words) : withoutProcess(words));
            } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
                throw source.error(
                        place,
                        "a line of a " + tag + " is method, value" + (kind == Kind.SET ? ", 1 or 0" : "")
                                + ", start, end, or process, start, end, METHOD, value");
            }
        }

        private void begin(String word, int place, HistoryText source) throws UnreadableHistoryException {
            tag = word;
            kind = word.equals(FIRST_TAG_OF_PQUEUE) ? Kind.PQUEUE : null;
            for (Kind known : Kind.values()) {
                kind = known.tag().equals(word) ? known : kind;
            }
            if (kind == null && !word.equals(REGISTER)) {
                throw source.error(place, "a kind is one of queue, stack, pqueue, set, rmw");
            }
        }

        private Interval withoutProcess(String[] words) {
            boolean tells = kind == Kind.SET;
            return interval(
                    "client",
                    words[0],
                    Long.parseLong(words[1]),
                    tells ? Long.parseLong(words[2]) : 0,
                    Long.parseLong(words[tells ? 3 : 2]),
                    Long.parseLong(words[tells ? 4 : 3]));
        }

        private Interval withProcess(String[] words) {
            return interval(
                    "client " + words[0],
                    words[3].toLowerCase(Locale.ROOT),
                    Long.parseLong(words[4]),
                    words.length > 5 ? Long.parseLong(words[5]) : 0,
                    Long.parseLong(words[1]),
                    Long.parseLong(words[2]));
        }

        private Interval interval(String client, String method, long first, long second, long start, long end) {
            if (start < 0 || end < start) {
                throw new IllegalArgumentException("an operation ends after it starts");
            }
            if (kind == null) {
                // What was read was there, and 0 is there at first.
                CompareAndSet change = new CompareAndSet(first == 0 ? null : first, second == 0 ? null : second);
                return new Interval(client, "cas", null, change, true, start, end);
            }
            String f = kind.f(method);
            if (kind == Kind.SET) {
                return new Interval(client, f, null, first, second == 1, start, end);
            }
            Long value = first == NOTHING ? null : (Long) (kind == Kind.PQUEUE ? -first : first);
            boolean puts = f.equals("enqueue") || f.equals("push") || f.equals("insert");
            return new Interval(client, f, null, puts ? value : null, puts ? null : value, start, end);
        }
    }

    static void write(History history, Appendable out) throws IOException, UnwritableHistoryException {
        Kind kind = kind(history);
        List<Operation> operations = new ArrayList<>();
        for (Operation operation : history.operations()) {
            if (counts(operation)) {
                operations.add(operation);
            }
        }
        Map<Object, Long> numbers = numbers(kind, operations);
        long[] times = times(history);
        out.append("# ").append(kind.tag()).append('\n');
        for (Operation operation : operations) {
            Object value = value(operation);
            out.append(kind.method(operation.f()))
                    .append(' ')
                    .append(Long.toString(value == null ? NOTHING : numbers.getOrDefault(value, NOTHING)));
            if (kind == Kind.SET) {
                out.append(Boolean.TRUE.equals(operation.output()) ? " 1" : " 0");
            }
            out.append(' ')
                    .append(Long.toString(times[2 * operation.index()]))
                    .append(' ')
                    .append(Long.toString(times[2 * operation.index() + 1]))
                    .append('\n');
        }
    }

    /** Values as numbers from 0 on; of a priority queue in the opposite order. */
    private static Map<Object, Long> numbers(Kind kind, List<Operation> operations) throws UnwritableHistoryException {
        List<Object> values = new ArrayList<>();
        for (Operation operation : operations) {
            Object value = value(operation);
            if (value != null) {
                values.add(value);
            }
            if (kind == Kind.PQUEUE && value != null && !(value instanceof Long)) {
                throw unwritable(operation, "is about " + value + ", and fastlin-text orders whole numbers only");
            }
        }
        long greatest = values.stream()
                .mapToLong(value -> value instanceof Long number ? number : 0)
                .max()
                .orElse(0);
        Numbering plain = Numbering.of(values, kind == Kind.PQUEUE ? Long.MIN_VALUE : 0);
        Map<Object, Long> numbers = new LinkedHashMap<>();
        values.forEach(value -> numbers.put(value, kind == Kind.PQUEUE ? greatest - plain.of(value) : plain.of(value)));
        return numbers;
    }

    /** For each operation its places among all events, from 1; one that never returned returns after all. */
    private static long[] times(History history) {
        List<History.Event> events = history.events();
        long[] times = new long[2 * history.size()];
        for (int i = 0; i < history.size(); i++) {
            times[2 * i + 1] = events.size() + 1L + i;
        }
        for (int i = 0; i < events.size(); i++) {
            Operation operation = events.get(i).operation();
            if (events.get(i).invocation()) {
                times[2 * operation.index()] = i + 1L;
            } else if (operation.outcome() == Outcome.OK) {
                times[2 * operation.index() + 1] = i + 1L;
            }
        }
        return times;
    }

    private static Kind kind(History history) throws UnwritableHistoryException {
        for (Kind kind : Kind.values()) {
            if (history.operations().stream()
                    .allMatch(operation -> kind.operations().contains(operation.f()))) {
                return kind;
            }
        }
        throw new UnwritableHistoryException(
                "fastlin-text has queues, stacks, priority queues and sets only, of one object: "
                        + "all operations must be of one of them");
    }

    /** Whether the operation took effect; everything must be known to have or not. */
    private static boolean counts(Operation operation) throws UnwritableHistoryException {
        if (operation.key() != null) {
            throw unwritable(operation, "is on a key; export one key's history alone");
        }
        return switch (operation.outcome()) {
            case OK -> {
                boolean tells = operation.f().equals("contains")
                        || operation.f().equals("add")
                        || operation.f().equals("remove");
                if (tells && !(operation.output() instanceof Boolean)) {
                    throw unwritable(operation, "is not answered with true or false");
                }
                yield true;
            }
            case FAIL -> false;
            case INFO, OPEN -> throw unwritable(operation, "has no known outcome, for which fastlin-text has no form");
        };
    }

    private static UnwritableHistoryException unwritable(Operation operation, String why) {
        return new UnwritableHistoryException("operation " + operation.index() + ", a " + operation.f() + ", " + why);
    }

    private static @Nullable Object value(Operation operation) {
        return operation.input() == null ? operation.output() : operation.input();
    }
}
