package dev.orrery.sim.check.transaction.log;

import dev.orrery.sim.check.transaction.log.MicroOperation.Kind;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.history.Operation.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of a history, taken apart into flat arrays: micro-operations lie side by side in the order of the
 * history, and keys are numbers.
 *
 * <p>A transaction is named by its operation's index. Those that failed are there as well, since somebody may have seen
 * what they wrote.
 */
public final class TransactionLog {
    private final History history;
    private final int[] firstMicro;
    private final Outcome[] outcomes;
    private final int[] invokedAt;
    private final int[] completedAt;
    private final Map<@Nullable Object, Integer> numberOfKey = new LinkedHashMap<>();
    private final List<@Nullable Object> keys = new ArrayList<>();
    private int count;
    private Kind[] kinds = new Kind[1024];
    private int[] keyOf = new int[1024];
    private int[] transactionOf = new int[1024];
    private @Nullable Object[] values = new Object[1024];

    private TransactionLog(History history) {
        this.history = history;
        this.firstMicro = new int[history.size() + 1];
        this.outcomes = new Outcome[history.size()];
        this.invokedAt = new int[history.size()];
        this.completedAt = new int[history.size()];
    }

    /**
     * Takes a history apart.
     *
     * @throws MalformedTransaction if an operation is no transaction
     */
    public static TransactionLog of(History history) throws MalformedTransaction {
        TransactionLog log = new TransactionLog(history);
        for (Operation operation : history.operations()) {
            int transaction = operation.index();
            MicroOperations.of(operation, (kind, key, value) -> log.append(transaction, kind, key, value));
            log.firstMicro[transaction + 1] = log.count;
            log.outcomes[transaction] = operation.outcome();
        }
        log.resize(log.count);
        log.timeline();
        return log;
    }

    private void timeline() {
        int place = 0;
        for (History.Event event : history.events()) {
            (event.invocation() ? invokedAt : completedAt)[event.operation().index()] = place++;
        }
    }

    /** The events of the history in order: a transaction when it is invoked, its complement when it completes. */
    public int[] events() {
        int[] events = new int[history.events().size()];
        for (int transaction = 0; transaction < transactions(); transaction++) {
            events[invokedAt[transaction]] = transaction;
            if (outcomes[transaction] != Outcome.OPEN) {
                events[completedAt[transaction]] = ~transaction;
            }
        }
        return events;
    }

    /** When a transaction was invoked: its place among the events of the history. */
    public int invokedAt(int transaction) {
        return invokedAt[transaction];
    }

    /** When a committed transaction completed: its place among the events of the history. */
    public int completedAt(int transaction) {
        return completedAt[transaction];
    }

    /** How many transactions there are. */
    public int transactions() {
        return firstMicro.length - 1;
    }

    /** The operation that a transaction is. */
    public Operation operation(int transaction) {
        return history.get(transaction);
    }

    /** Whether the transaction is known to have taken effect. */
    public boolean isCommitted(int transaction) {
        return outcomes[transaction] == Outcome.OK;
    }

    /** Whether the transaction is known to have taken no effect. */
    public boolean hasFailed(int transaction) {
        return outcomes[transaction] == Outcome.FAIL;
    }

    /** How many micro-operations there are. */
    public int micros() {
        return count;
    }

    /** The first micro-operation of a transaction; its last is before {@code firstMicro(transaction + 1)}. */
    public int firstMicro(int transaction) {
        return firstMicro[transaction];
    }

    /** What a micro-operation does. */
    public Kind kind(int micro) {
        return kinds[micro];
    }

    /** The number of the key that a micro-operation is about, from 0 in the order of appearance. */
    public int keyOf(int micro) {
        return keyOf[micro];
    }

    /** The transaction that a micro-operation is part of. */
    public int transactionOf(int micro) {
        return transactionOf[micro];
    }

    /** What a micro-operation appends, writes or read; whole numbers of any width are {@code Long}s. */
    public @Nullable Object value(int micro) {
        return values[micro];
    }

    /** How many keys there are. */
    public int keys() {
        return keys.size();
    }

    /** The key with this number. */
    public @Nullable Object key(int number) {
        return keys.get(number);
    }

    /** Who did it, in words: {@code operation 7 of c1}. */
    public String who(int transaction) {
        return "operation " + transaction + " of " + operation(transaction).client();
    }

    /** A micro-operation in words: {@code r y [1 2]}. */
    public String micro(int micro) {
        return new MicroOperation(kinds[micro], keys.get(keyOf[micro]), values[micro]).toString();
    }

    /** What to throw about a micro-operation that is not what a kind of history is made of. */
    public MalformedTransaction malformed(int micro, String expected) {
        return new MalformedTransaction(
                transactionOf[micro], "has " + micro(micro) + " where " + expected + " is expected");
    }

    /** A transaction in words: {@code append x 5, r y [1 2]}. */
    public String inWords(int transaction) {
        List<String> words = new ArrayList<>();
        for (int micro = firstMicro[transaction]; micro < firstMicro[transaction + 1]; micro++) {
            words.add(micro(micro));
        }
        return String.join(", ", words);
    }

    /** One value for each whole number, whatever type it came in. */
    public static @Nullable Object normal(@Nullable Object value) {
        return value instanceof Integer || value instanceof Short || value instanceof Byte
                ? (Object) ((Number) value).longValue()
                : value;
    }

    private void append(int transaction, Kind kind, @Nullable Object key, @Nullable Object value) {
        if (count == kinds.length) {
            resize(2 * count);
        }
        kinds[count] = kind;
        keyOf[count] = number(normal(key));
        transactionOf[count] = transaction;
        values[count++] = normal(value);
    }

    private void resize(int size) {
        kinds = Arrays.copyOf(kinds, size);
        keyOf = Arrays.copyOf(keyOf, size);
        transactionOf = Arrays.copyOf(transactionOf, size);
        values = Arrays.copyOf(values, size);
    }

    private int number(@Nullable Object key) {
        Integer known = numberOfKey.get(key);
        if (known == null) {
            known = keys.size();
            numberOfKey.put(key, known);
            keys.add(key);
        }
        return known;
    }
}
