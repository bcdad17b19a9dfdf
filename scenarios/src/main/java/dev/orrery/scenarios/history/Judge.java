package dev.orrery.scenarios.history;

import dev.orrery.sim.check.HistoryCheck;
import dev.orrery.sim.check.linearizability.LinearizabilityCheck;
import dev.orrery.sim.check.model.BegunModel;
import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.check.model.ModelProvider;
import dev.orrery.sim.check.model.Models;
import dev.orrery.sim.check.session.SessionCheck;
import dev.orrery.sim.check.session.SessionGuarantee;
import dev.orrery.sim.check.transaction.TransactionCheck;
import dev.orrery.sim.check.transaction.TransactionModel;
import dev.orrery.sim.check.transaction.isolation.IsolationLevel;
import dev.orrery.sim.check.transaction.isolation.Ordering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a history can be held against: a model, and the levels of consistency that are known for it.
 *
 * @param model its name
 * @param description what it is about, and what its operations are
 * @param levels the names of its levels, the one that is asked for by default first
 * @param maker makes the check
 */
public record Judge(String model, String description, List<String> levels, Maker maker) {

    /** Makes a check of one level. */
    @FunctionalInterface
    public interface Maker {
        /**
         * The check.
         *
         * @param level one of the judge's levels
         * @param stepBudget how many steps a search may take
         */
        HistoryCheck check(String level, long stepBudget);
    }

    /** The level of objects that are asked one operation at a time. */
    static final String LINEARIZABLE = "linearizable";

    private static final List<String> SESSIONS = List.of("register", "list-append", "rw-register");

    /** Keeps a copy of the list. */
    public Judge {
        levels = List.copyOf(levels);
    }

    /** All that are known, a user's own models among them. */
    public static List<Judge> all() {
        List<Judge> all = new ArrayList<>();
        for (ModelProvider model : new Models().all()) {
            all.add(new Judge(
                    model.name(),
                    model.description(),
                    withGuarantees(model.name(), List.of(LINEARIZABLE)),
                    (level, stepBudget) -> SessionGuarantee.named(level)
                            .<HistoryCheck>map(SessionCheck::of)
                            .orElseGet(() -> new LinearizabilityCheck(model.model(), stepBudget))));
        }
        for (TransactionModel model : TransactionModel.values()) {
            all.add(new Judge(
                    model.text(),
                    description(model.text()),
                    withGuarantees(model.text(), strongestFirst()),
                    (level, stepBudget) -> SessionGuarantee.named(level)
                            .<HistoryCheck>map(SessionCheck::of)
                            .orElseGet(() -> TransactionCheck.of(
                                    model, IsolationLevel.named(level).orElseThrow()))));
        }
        return all;
    }

    /** What a session may expect can be told of registers and lists only. */
    private static List<String> withGuarantees(String model, List<String> levels) {
        List<String> all = new ArrayList<>(levels);
        if (SESSIONS.contains(model)) {
            all.addAll(SessionGuarantee.names());
        }
        return all;
    }

    private static String description(String transactions) {
        return switch (transactions) {
            case "list-append" ->
                "Lists: a txn of [:append key element] and [:r key [element …]], each element appended once.";
            case "rw-register" -> "Registers: a txn of [:w key value] and [:r key value], each value written once.";
            case "long-fork" -> "Registers, each written once: a txn of one [:w key 1], or of some [:r key value].";
            case "bank" -> "Accounts: transfer of an amount from one to another, read of all.";
            default -> "Transactions.";
        };
    }

    private static List<String> strongestFirst() {
        List<String> levels = new ArrayList<>();
        IsolationLevel.all().forEach(level -> levels.add(0, level.name()));
        return levels;
    }

    /** The name of a level of this model, given that or another name of it; empty if there is none. */
    public Optional<String> level(String name) {
        Optional<String> other = IsolationLevel.named(name).map(IsolationLevel::name);
        return Optional.of(other.orElse(name)).filter(levels::contains);
    }

    /** Whether a level depends on what was over before something else began. */
    public static boolean needsRealTime(String level) {
        return SessionGuarantee.named(level).isEmpty()
                && IsolationLevel.named(level)
                        .map(known -> known.ordering() == Ordering.REAL_TIME)
                        .orElse(true);
    }

    /**
     * The same, of objects that begin with a value. It judges by {@code linearizable} only.
     *
     * @param value what each key holds before the first operation
     * @return empty if objects of this model all begin in one way
     * @throws IllegalArgumentException if no object of this model can hold that
     */
    public Optional<Judge> beginningWith(Object value) {
        String f = settingOperation();
        if (f == null) {
            return Optional.empty();
        }
        Model<?> begun = BegunModel.after(new Models().named(model), f, value);
        return Optional.of(new Judge(
                model,
                description,
                List.of(LINEARIZABLE),
                (level, stepBudget) -> new LinearizabilityCheck(begun, stepBudget)));
    }

    /** The names of the models whose objects may begin with a value. */
    public static List<String> beginningWithValues() {
        return all().stream()
                .filter(judge -> judge.settingOperation() != null)
                .map(Judge::model)
                .toList();
    }

    private @Nullable String settingOperation() {
        return switch (model) {
            case "register", "cas-register", "key-value" -> "write";
            case "counter" -> "add";
            case "text" -> "put";
            default -> null;
        };
    }

    /** The one of that name; empty if there is none. */
    public static Optional<Judge> named(String model) {
        return all().stream().filter(judge -> judge.model().equals(model)).findFirst();
    }
}
