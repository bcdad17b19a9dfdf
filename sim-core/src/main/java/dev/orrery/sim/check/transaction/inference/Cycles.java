package dev.orrery.sim.check.transaction.inference;

import dev.orrery.sim.check.transaction.dependency.Cycle;
import dev.orrery.sim.check.transaction.dependency.CycleSearch;
import dev.orrery.sim.check.transaction.dependency.DependencyGraph;
import dev.orrery.sim.check.transaction.log.TransactionLog;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.time.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Finds the cycles among the transactions of a history, and tells them step by step. */
public final class Cycles {
    private static final int LONGEST_TOLD = 240;

    private final TransactionLog log;
    private final Inference inference;

    private Cycles(TransactionLog log, Inference inference) {
        this.log = log;
        this.inference = inference;
    }

    /** Adds all cycles to what was found, with the order of sessions and of real time taken into account. */
    public static void find(TransactionLog log, Inference inference, Findings findings) {
        DependencyGraph.Builder graph =
                new DependencyGraph.Builder(inference.nodes().count());
        inference.addTo(graph);
        inference.nodes().addSessions(graph);
        inference.nodes().addRealTime(graph);
        Cycles cycles = new Cycles(log, inference);
        for (Cycle cycle : CycleSearch.cycles(graph.build())) {
            findings.add(cycle.anomaly(), () -> cycles.inWords(cycle), cycles.operations(cycle));
        }
    }

    private List<Integer> operations(Cycle cycle) {
        return cycle.steps().stream()
                .map(step -> inference.nodes().transaction(step.from()))
                .distinct()
                .toList();
    }

    private String inWords(Cycle cycle) {
        TreeMap<Integer, String> names = new TreeMap<>();
        List<String> steps = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (Cycle.Step step : cycle.steps()) {
            if (!names.containsKey(step.from())) {
                String name = "T" + (names.size() + 1);
                names.put(step.from(), name);
                words.append(names.size() == 1 ? "Let " : "; ").append(introduced(name, step.from()));
            }
        }
        List<Cycle.Step> all = cycle.steps();
        for (int i = 0; i < all.size(); i++) {
            Cycle.Step step = all.get(i);
            String from = names.getOrDefault(step.from(), "");
            String to = names.getOrDefault(step.to(), "");
            String so = i > 0 && i == all.size() - 1 ? "however, " : "";
            steps.add(so + from + " < " + to + ", because " + because(step, from, to));
        }
        return words.append(". Then ")
                .append(String.join("; ", steps))
                .append(": a contradiction!")
                .toString();
    }

    private String introduced(String name, int node) {
        int transaction = inference.nodes().transaction(node);
        String what = log.inWords(transaction);
        String shown = what.length() > LONGEST_TOLD ? what.substring(0, LONGEST_TOLD) + " ..." : what;
        return name + " be " + log.who(transaction) + " (" + shown + ")";
    }

    private String because(Cycle.Step step, String from, String to) {
        return switch (step.dependency()) {
            case PROCESS -> "process " + process(step.from()) + " did " + from + " before " + to;
            case REAL_TIME ->
                from + " completed at "
                        + Durations.format(operation(step.from()).completedAt()) + ", before " + to
                        + " was invoked at "
                        + Durations.format(operation(step.to()).invokedAt());
            default -> inference.because(step, from, to);
        };
    }

    private int process(int node) {
        return operation(node).process();
    }

    private Operation operation(int node) {
        return log.operation(inference.nodes().transaction(node));
    }
}
