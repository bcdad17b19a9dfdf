package dev.orrery.sim.check.transaction;

import dev.orrery.sim.check.transaction.bank.Bank;
import dev.orrery.sim.check.transaction.inference.Findings;
import dev.orrery.sim.check.transaction.lists.ListAppend;
import dev.orrery.sim.check.transaction.log.MalformedTransaction;
import dev.orrery.sim.check.transaction.log.TransactionLog;
import dev.orrery.sim.check.transaction.registers.Registers;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Keyword;
import dev.orrery.sim.history.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the transactions of a history are about. */
public enum TransactionModel {
    /** Lists, to which elements are appended, each only once: {@code [:append x 5]}, {@code [:r x [3 5]]}. */
    LIST_APPEND("list-append") {
        @Override
        Findings judge(History history) throws MalformedTransaction {
            return ListAppend.judge(TransactionLog.of(history));
        }
    },
    /** Registers, to which values are written, each only once: {@code [:w x 5]}, {@code [:r x 5]}. */
    RW_REGISTER("rw-register") {
        @Override
        Findings judge(History history) throws MalformedTransaction {
            return Registers.judge(TransactionLog.of(history));
        }
    },
    /** Registers each of which is written once, and groups of them that are read: {@code [[:r x 1] [:r y nil]]}. */
    LONG_FORK("long-fork") {
        @Override
        Findings judge(History history) throws MalformedTransaction {
            return Registers.judgeForks(TransactionLog.of(history));
        }
    },
    /** Accounts between which money is transferred, and reads of all of them at once. */
    BANK("bank") {
        @Override
        Findings judge(History history) throws MalformedTransaction {
            return Bank.judge(history);
        }
    };

    private final String text;

    TransactionModel(String text) {
        this.text = text;
    }

    /** The model of that name, in upper or lower case; empty if there is none. */
    public static Optional<TransactionModel> named(String name) {
        String asked = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(model -> model.text.equals(asked)).findFirst();
    }

    /** The model that a history looks like: of lists if there is one, of a bank if balances are read, else of registers. */
    public static TransactionModel of(History history) {
        TransactionModel model = RW_REGISTER;
        for (Operation operation : history.operations()) {
            if (operation.f().equals("transfer") || operation.output() instanceof Map) {
                return BANK;
            }
            if (operation.f().equals("txn") && hasAppends(operation.input())) {
                return LIST_APPEND;
            }
            if (operation.f().equals("txn") && hasLists(operation.output())) {
                model = LIST_APPEND;
            }
        }
        return model;
    }

    private static boolean hasAppends(@Nullable Object transaction) {
        return hasPart(
                transaction,
                parts -> parts.get(0) instanceof Keyword f ? f.name().equals("append") : "append".equals(parts.get(0)));
    }

    private static boolean hasLists(@Nullable Object transaction) {
        return hasPart(transaction, parts -> parts.get(parts.size() - 1) instanceof List);
    }

    private static boolean hasPart(@Nullable Object transaction, Predicate<List<?>> sought) {
        return transaction instanceof List<?> micros
                && micros.stream()
                        .anyMatch(micro -> micro instanceof List<?> parts && !parts.isEmpty() && sought.test(parts));
    }

    /** All names. */
    public static List<String> names() {
        return Arrays.stream(values()).map(TransactionModel::text).toList();
    }

    /** Its name, in lower case with hyphens. */
    public String text() {
        return text;
    }

    abstract Findings judge(History history) throws MalformedTransaction;
}
