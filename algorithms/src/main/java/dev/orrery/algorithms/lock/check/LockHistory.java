package dev.orrery.algorithms.lock.check;

import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.history.Operation.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a history of critical sections says of the lock alone: acquisitions that succeeded, and releases. An acquisition
 * whose client did not give the lock back, since it crashed or lost it, or that nobody confirmed, is followed by a release
 * that nobody knows the time of: the lock's lease may have ended at any time.
 */
final class LockHistory {
    private final History lock = new History();
    /** By operation of the history made here: the one that it stands for. */
    private final List<Integer> originals = new ArrayList<>();

    private final Map<Integer, Integer> mine = new LinkedHashMap<>();
    private final History whole;
    private int processes;

    private LockHistory(History whole) {
        this.whole = whole;
    }

    /** Whether it asks for the lock. */
    static boolean acquires(Operation operation) {
        return operation.f().equals("acquire") || operation.f().equals("try");
    }

    /** The lock's own history. */
    static LockHistory of(History whole) {
        LockHistory made = new LockHistory(whole);
        List<Step> steps = made.steps();
        steps.sort(Comparator.comparingLong(Step::at).thenComparingInt(Step::rank));
        steps.forEach(made::append);
        return made;
    }

    /**
     * Something to append.
     *
     * @param at when
     * @param rank where among the events of the whole history
     * @param operation what it stands for
     * @param what what it is
     */
    private record Step(long at, int rank, Operation operation, Kind what) {}

    private enum Kind {
        INVOKED,
        COMPLETED,
        TAKEN
    }

    private List<Step> steps() {
        Set<Integer> kept = kept();
        List<Step> steps = new ArrayList<>();
        int rank = 0;
        for (History.Event event : whole.events()) {
            Operation operation = event.operation();
            boolean acquired = acquires(operation) && operation.outcome() == Outcome.OK;
            if (acquired || isReturn(operation)) {
                long at = event.invocation() ? operation.invokedAt() : operation.completedAt();
                steps.add(new Step(at, rank++, operation, event.invocation() ? Kind.INVOKED : Kind.COMPLETED));
                if (!event.invocation() && kept.contains(operation.index())) {
                    steps.add(new Step(at, rank++, operation, Kind.TAKEN));
                }
            }
        }
        return steps;
    }

    private static boolean isReturn(Operation operation) {
        return operation.f().equals("release")
                && operation.outcome() == Outcome.OK
                && Boolean.TRUE.equals(operation.output());
    }

    /** The acquisitions that their clients did not give back. A release gives back its client's latest. */
    private Set<Integer> kept() {
        Map<String, Deque<Integer>> open = new LinkedHashMap<>();
        for (Operation operation : whole.operations()) {
            Deque<Integer> own = open.computeIfAbsent(operation.client(), client -> new ArrayDeque<>());
            if (acquires(operation) && operation.outcome() == Outcome.OK) {
                own.push(operation.index());
            } else if (isReturn(operation)) {
                own.poll();
            }
        }
        Set<Integer> kept = new TreeSet<>();
        open.values().forEach(kept::addAll);
        return kept;
    }

    private void append(Step step) {
        Operation operation = step.operation();
        switch (step.what()) {
            case INVOKED -> {
                String f = acquires(operation) ? "acquire" : "release";
                mine.put(operation.index(), invoke(operation, f, step.at()));
            }
            case COMPLETED -> {
                Integer known = mine.get(operation.index());
                if (known != null) {
                    lock.ok(known, acquires(operation) ? operation.output() : null, step.at());
                }
            }
            case TAKEN -> lock.info(invoke(operation, "release", step.at()), "nobody gave it back", step.at());
        }
    }

    private int invoke(Operation operation, String f, long at) {
        originals.add(operation.index());
        return lock.invoke(processes++, operation.client(), f, operation.key(), null, at, at);
    }

    /** What is to be judged. */
    History history() {
        return lock;
    }

    /** The operations of the whole history that some of this one stand for. */
    List<Integer> originals(List<Integer> operations) {
        return operations.stream().map(originals::get).distinct().toList();
    }
}
