package dev.orrery.scenarios.history;

import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Keyword;
import dev.orrery.sim.history.Operation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a history is probably about, by the names of its operations.
 *
 * @param model the name of a {@link Judge}
 */
public record ModelGuess(String model) {

    /** A model, the operations that it has, and what else must be so. */
    private record Rule(String model, List<String> operations, Predicate<History> also) {
        Rule(String model, String... operations) {
            this(model, List.of(operations), history -> true);
        }

        Rule when(Predicate<History> condition) {
            return new Rule(model, operations, condition);
        }

        boolean fits(History history, Collection<String> asked) {
            return operations.containsAll(asked) && also.test(history);
        }
    }

    private static final String ANY = "register";

    /** The first that fits counts. */
    private static final List<Rule> RULES = List.of(
            new Rule("list-append", "txn").when(ModelGuess::appendsInTransactions),
            new Rule("rw-register", "txn").when(ModelGuess::writesInTransactions),
            new Rule("long-fork", "txn").when(ModelGuess::readsInTransactions),
            new Rule("multi-register", "txn"),
            new Rule("bank", "read", "transfer").when(ModelGuess::movesMoney),
            new Rule("register", "read", "write").when(history -> !readsCollections(history)),
            new Rule("cas-register", "read", "write", "cas").when(history -> !readsCollections(history)),
            new Rule("key-value", "read", "write", "cas", "delete").when(history -> !readsCollections(history)),
            new Rule("append", "append", "read", "write").when(history -> asks("append", history)),
            new Rule("text", "append", "get", "put"),
            new Rule("set", "add", "read").when(ModelGuess::readsCollections),
            new Rule("counter", "add", "increment", "decrement", "read"),
            new Rule("set", "add", "remove", "contains", "read"),
            new Rule("queue", "enqueue", "dequeue"),
            new Rule("stack", "push", "pop"),
            new Rule("priority-queue", "insert", "poll"),
            new Rule("fenced-mutex", "acquire", "release").when(ModelGuess::acquiresFences),
            new Rule("mutex", "acquire", "release"));

    /**
     * A guess; empty if no model has such operations. A history without operations is one of a register, as of any other.
     *
     * @param known the names that may be guessed
     */
    public static Optional<ModelGuess> of(History history, Collection<String> known) {
        Collection<String> asked = operations(history);
        if (asked.isEmpty()) {
            return Optional.of(new ModelGuess(ANY));
        }
        return RULES.stream()
                .filter(rule -> known.contains(rule.model()) && rule.fits(history, asked))
                .findFirst()
                .map(rule -> new ModelGuess(rule.model()));
    }

    /** The names of a history's operations, in alphabetical order. */
    public static Collection<String> operations(History history) {
        TreeSet<String> operations = new TreeSet<>();
        history.operations().forEach(operation -> operations.add(operation.f()));
        return operations;
    }

    private static boolean movesMoney(History history) {
        return asks("transfer", history)
                || history.operations().stream().anyMatch(operation -> operation.output() instanceof Map);
    }

    private static boolean asks(String f, History history) {
        return history.operations().stream().anyMatch(operation -> operation.f().equals(f));
    }

    private static boolean appendsInTransactions(History history) {
        return words(history).anyMatch(new Keyword("append")::equals);
    }

    private static boolean writesInTransactions(History history) {
        return words(history).anyMatch(new Keyword("w")::equals);
    }

    private static boolean readsInTransactions(History history) {
        return words(history).anyMatch(new Keyword("r")::equals);
    }

    /** The first words of the parts of transactions. */
    private static Stream<Object> words(History history) {
        return history.operations().stream()
                .map(Operation::input)
                .filter(List.class::isInstance)
                .flatMap(parts -> ((List<?>) parts).stream())
                .filter(part -> part instanceof List<?> words && !words.isEmpty())
                .map(part -> ((List<?>) part).get(0));
    }

    private static boolean readsCollections(History history) {
        return history.operations().stream()
                .anyMatch(operation -> operation.f().equals("read")
                        && (operation.output() instanceof Collection || operation.output() instanceof Map));
    }

    private static boolean acquiresFences(History history) {
        return history.operations().stream()
                .anyMatch(operation -> operation.f().equals("acquire") && operation.output() instanceof Long);
    }
}
