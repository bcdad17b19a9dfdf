package dev.orrery.sim;

import dev.orrery.sim.random.Mix;
import dev.orrery.sim.schedule.Lines;

/** What keeps its order under any scheduler: of each node its timers and what its disk ends, and what links do. */
final class EventLines implements Lines {
    private final Nodes nodes;

    EventLines(Nodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public long line(long head) {
        return switch (EventKind.of(head)) {
            case MESSAGE, REFUSAL, DAMAGE -> NONE;
            case TIMER, COMPLETION, WAKING, LINK -> head & EventKind.LINE_BITS;
        };
    }

    @Override
    public int node(long head) {
        return EventKind.nodeOf(head);
    }

    @Override
    public long identity(int node) {
        return Mix.hash(nodes.id(node).name());
    }
}
