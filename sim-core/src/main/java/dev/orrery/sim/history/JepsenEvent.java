package dev.orrery.sim.history;

import dev.orrery.sim.history.Operation.Outcome;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One event of a history as Jepsen would have recorded it, whatever the form of the text.
 *
 * @param index from 0
 * @param time virtual nanoseconds
 * @param type {@code invoke}, {@code ok}, {@code fail} or {@code info}
 * @param process who; null for the nemesis
 * @param f what
 * @param value that of an operation on a key is {@code [key value]}, of a {@link CompareAndSet} {@code [from to]}. A
 *     completion repeats the input where there was one, and holds the answer otherwise; that of a transaction always holds
 *     the answer. What a nemesis did to whom is a text
 * @param intended when the client meant to ask; null if that is the time
 * @param client the client's name; null if it has none but its process
 * @param error why it failed or is unknown; null for the others
 */
public record JepsenEvent(
        int index,
        long time,
        String type,
        @Nullable Integer process,
        String f,
        @Nullable Object value,
        @Nullable Long intended,
        @Nullable String client,
        @Nullable String error) {

    /** Why a compare-and-set that was answered false is recorded as failed: Jepsen's register models know it so. */
    static final String ANOTHER_VALUE = "the value was another one";

    /** Why an operation that never completed is recorded as unknown. */
    static final String OPEN_AT_THE_END = "open at the end of the run";

    /**
     * Tells the events of a history in order. Operations that are open are unknown at the end, at the time of the last
     * event; a fault is an {@code info} of the nemesis.
     */
    public static void forEach(History history, Consumer<JepsenEvent> told) {
        new Telling(told).tell(history);
    }

    private static final class Telling {
        private final Consumer<JepsenEvent> told;
        private int index;

        Telling(Consumer<JepsenEvent> told) {
            this.told = told;
        }

        void tell(History history) {
            List<History.Event> events = history.events();
            int before = 0;
            for (History.Fault fault : history.faults()) {
                tell(events.subList(before, fault.eventsBefore()));
                before = fault.eventsBefore();
                told.accept(
                        new JepsenEvent(index++, fault.at(), "info", null, fault.f(), fault.what(), null, null, null));
            }
            tell(events.subList(before, events.size()));
            for (Operation operation : history.operations()) {
                if (operation.outcome() == Outcome.OPEN) {
                    tell(operation, history.lastAt(), "info", value(operation), OPEN_AT_THE_END);
                }
            }
        }

        private void tell(List<History.Event> events) {
            for (History.Event event : events) {
                if (event.invocation()) {
                    tellInvocation(event.operation());
                } else {
                    tellCompletion(event.operation());
                }
            }
        }

        private void tellInvocation(Operation operation) {
            boolean late = operation.intendedAt() != operation.invokedAt();
            boolean named = !operation.client().equals(History.nameless(operation.process()));
            told.accept(new JepsenEvent(
                    index++,
                    operation.invokedAt(),
                    "invoke",
                    operation.process(),
                    operation.f(),
                    keyed(operation, operation.input()),
                    late ? operation.intendedAt() : null,
                    named ? operation.client() : null,
                    null));
        }

        private void tellCompletion(Operation operation) {
            boolean refused = operation.input() instanceof CompareAndSet && Boolean.FALSE.equals(operation.output());
            String type = switch (operation.outcome()) {
                case OK -> refused ? "fail" : "ok";
                case FAIL -> "fail";
                case INFO, OPEN -> "info";
            };
            String error = refused ? ANOTHER_VALUE : operation.error();
            tell(operation, operation.completedAt(), type, value(operation), error);
        }

        private void tell(Operation operation, long at, String type, @Nullable Object value, @Nullable String error) {
            told.accept(new JepsenEvent(
                    index++, at, type, operation.process(), operation.f(), keyed(operation, value), null, null, error));
        }

        private static @Nullable Object value(Operation operation) {
            boolean answers = operation.input() == null || operation.f().equals(HistoryAssembler.TRANSACTION);
            return answers && operation.output() != null ? operation.output() : operation.input();
        }

        private static @Nullable Object keyed(Operation operation, @Nullable Object value) {
            Object plain = value instanceof CompareAndSet change ? pair(change.from(), change.to()) : value;
            return operation.key() == null ? plain : pair(operation.key(), plain);
        }

        private static List<@Nullable Object> pair(@Nullable Object first, @Nullable Object second) {
            return Collections.unmodifiableList(Arrays.asList(first, second));
        }
    }
}
