package dev.orrery.scenarios.bench;

import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;
import java.util.List;
import java.util.Objects;

/** The limit to measure checks against: one pass over a history that looks at all that is in it, and keeps nothing. */
final class HistoryPass implements Workpiece {
    private final List<History> histories;
    private int next;
    private long seen;

    HistoryPass(List<History> histories) {
        this.histories = histories;
    }

    @Override
    public long run(long events) {
        for (long i = 0; i < events; i++) {
            History history = histories.get(next);
            next = (next + 1) % histories.size();
            for (History.Event event : history.events()) {
                Operation operation = event.operation();
                seen += event.invocation()
                        ? operation.invokedAt()
                                + Objects.hashCode(operation.key())
                                + Objects.hashCode(operation.input())
                        : operation.completedAt() + Objects.hashCode(operation.output());
            }
        }
        return seen == Long.MIN_VALUE ? 0 : events;
    }
}
