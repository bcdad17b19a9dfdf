package dev.orrery.sim.check.certificate;

import dev.orrery.sim.check.certificate.Explanation.Attempt;
import dev.orrery.sim.check.certificate.Explanation.Refusal;
import dev.orrery.sim.history.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

/**
 * An explanation as lines of text: what happened in a sentence, the operations that it happened to, and what is wrong with
 * each order of them.
 *
 * <pre>
 * key 3: read #812 by c4 answered 1, which write #790 by c2 had replaced with 2 before the read began
 *   #780  c1  write 1  from 1.1s to 1.102s
 *   #790  c2  write 2  from 1.2s to 1.205s
 *   #812  c4  read: 1  from 1.3s to 1.301s
 * no order explains all their answers:
 *   after write #780 and write #790 it is 2: read #812 should have answered 2, not 1
 * </pre>
 */
public final class Telling {
    private static final int MOST_OPERATIONS = 16;

    private final Explanation explanation;
    private final IntFunction<Operation> history;

    private Telling(Explanation explanation, IntFunction<Operation> history) {
        this.explanation = explanation;
        this.history = history;
    }

    /**
     * Tells it.
     *
     * @param history finds an operation by its index
     */
    public static String text(Explanation explanation, IntFunction<Operation> history) {
        return String.join("\n", new Telling(explanation, history).lines());
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        String object = explanation.object().isEmpty() ? "" : explanation.object() + ": ";
        lines.add(object + explanation.sentence());
        lines.addAll(table());
        if (explanation.operations().size() > 1 && !explanation.attempts().isEmpty()) {
            lines.add("no order explains all their answers:");
            explanation.attempts().forEach(attempt -> lines.add("  " + told(attempt)));
        }
        return lines;
    }

    private List<String> table() {
        int more = Math.max(0, explanation.operations().size() - MOST_OPERATIONS);
        List<Operation> operations =
                explanation.operations().stream().skip(more).map(history::apply).toList();
        List<List<String>> columns = List.of(
                operations.stream().map(operation -> "#" + operation.index()).toList(),
                operations.stream().map(Operation::client).toList(),
                operations.stream().map(this::whole).toList());
        List<String> rows = new ArrayList<>(Collections.nCopies(operations.size(), ""));
        for (List<String> column : columns) {
            int width = column.stream().mapToInt(String::length).max().orElse(0);
            for (int row = 0; row < rows.size(); row++) {
                String cell = column.get(row);
                rows.set(row, rows.get(row) + "  " + cell + " ".repeat(width - cell.length()));
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            rows.set(row, rows.get(row) + "  " + when(operations.get(row)));
        }
        if (more > 0) {
            rows.add(0, "  " + more + " more, and then");
        }
        return rows;
    }

    private String whole(Operation operation) {
        return isPending(operation) && operation.outcome() == Operation.Outcome.OK
                ? Words.asked(operation) + ": not answered yet"
                : Words.whole(operation);
    }

    private boolean isPending(Operation operation) {
        return explanation.pending().contains(operation.index());
    }

    private String when(Operation operation) {
        String from = "from " + Words.time(operation.invokedAt());
        return operation.outcome() == Operation.Outcome.OK && !isPending(operation)
                ? from + " to " + Words.time(operation.completedAt())
                : from + " on";
    }

    private String told(Attempt attempt) {
        StringBuilder told = new StringBuilder();
        if (attempt.order().isEmpty()) {
            told.append("at first it is ");
        } else {
            told.append("after ")
                    .append(Words.names(
                            attempt.order().stream().map(history::apply).toList()))
                    .append(" it is ");
        }
        told.append(attempt.state());
        String separator = ": ";
        for (Refusal refusal : attempt.refusals()) {
            told.append(separator)
                    .append(Words.name(history.apply(refusal.operation())))
                    .append(' ')
                    .append(refusal.why());
            separator = "; ";
        }
        return told.toString();
    }
}
