package dev.orrery.sim.check.transaction.log;

import dev.orrery.sim.check.transaction.log.MicroOperation.Kind;
import dev.orrery.sim.history.CompareAndSet;
import dev.orrery.sim.history.Keyword;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.history.Operation.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes operations of clients apart.
 *
 * <p>A {@code txn}, or whatever else is asked with a list, is a list of {@code [f key value]} with {@code append}, {@code r} or {@code w} as its f, a keyword or a
 * text. Its answer is the same list with what was read filled in; without one, what was asked is all that is known, and what it reads is
 * nil. A single operation on a register is a transaction of its own: {@code read}, {@code write}, {@code delete}, which
 * writes nil, and {@code cas}, which reads and writes, or, answered false, tells nothing.
 */
final class MicroOperations {
    /** Told of each micro-operation. */
    interface Sink {
        void micro(Kind kind, @Nullable Object key, @Nullable Object value);
    }

    private static final int PARTS = 3;

    private MicroOperations() {}

    static void of(Operation operation, Sink sink) throws MalformedTransaction {
        switch (operation.f()) {
            case "txn" -> transaction(operation, sink);
            case "read" -> sink.micro(Kind.READ, operation.key(), operation.output());
            case "write" -> sink.micro(Kind.WRITE, operation.key(), operation.input());
            case "delete" -> sink.micro(Kind.WRITE, operation.key(), null);
            case "cas" -> compareAndSet(operation, sink);
            default -> {
                if (!(operation.input() instanceof List)) {
                    throw new MalformedTransaction(
                            operation.index(),
                            "is " + operation.f() + ", which is no transaction on lists or registers");
                }
                transaction(operation, sink);
            }
        }
    }

    private static void transaction(Operation operation, Sink sink) throws MalformedTransaction {
        Object value = operation.outcome() == Outcome.OK && operation.output() != null
                ? operation.output()
                : operation.input();
        if (!(value instanceof List<?> micros)) {
            throw malformed(operation, value, "a list of micro-operations");
        }
        for (Object micro : micros) {
            if (!(micro instanceof List<?> parts) || parts.size() != PARTS) {
                throw malformed(operation, micro, "a micro-operation [f key value]");
            }
            sink.micro(kind(operation, parts.get(0)), parts.get(1), parts.get(2));
        }
    }

    private static Kind kind(Operation operation, @Nullable Object f) throws MalformedTransaction {
        String name = f instanceof Keyword keyword ? keyword.name() : String.valueOf(f);
        return switch (name) {
            case "r", "read" -> Kind.READ;
            case "append" -> Kind.APPEND;
            case "w", "write" -> Kind.WRITE;
            default -> throw malformed(operation, name, "one of append, r and w");
        };
    }

    private static void compareAndSet(Operation operation, Sink sink) throws MalformedTransaction {
        if (!(operation.input() instanceof CompareAndSet change)) {
            throw malformed(operation, operation.input(), "a compare-and-set");
        }
        boolean knownToBeIdle = operation.outcome() == Outcome.OK && !Boolean.TRUE.equals(operation.output());
        if (!knownToBeIdle) {
            sink.micro(Kind.READ, operation.key(), change.from());
            sink.micro(Kind.WRITE, operation.key(), change.to());
        }
    }

    private static MalformedTransaction malformed(Operation operation, @Nullable Object value, String expected) {
        return new MalformedTransaction(
                operation.index(), "has " + Words.of(value) + " where " + expected + " is expected");
    }
}
