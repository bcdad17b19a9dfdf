package dev.orrery.sim.fault;

import dev.orrery.sim.Simulation;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What is to be done to a simulation, and when. At one instant, what goes on of faults that have begun comes first, in the
 * order of their numbers, then come new faults, and the heal comes last. So the order does not depend on when each was
 * planned, and a plan written down afterwards is carried out in the same one.
 */
final class FaultAgenda {
    private static final int GOING_ON = 0;
    private static final int BEGINNING = 1;
    private static final int HEALING = 2;

    private final Simulation simulation;
    private final PriorityQueue<Entry> entries = new PriorityQueue<>(Comparator.comparingLong(Entry::at)
            .thenComparingInt(Entry::phase)
            .thenComparingInt(Entry::fault)
            .thenComparingLong(Entry::planned));
    private long planned;

    FaultAgenda(Simulation simulation) {
        this.simulation = simulation;
    }

    private record Entry(long at, int phase, int fault, long planned, Runnable action) {}

    /** A fault with this number goes on, or ends. */
    void goOn(int fault, long at, Runnable action) {
        plan(at, GOING_ON, fault, action);
    }

    /** A fault begins. */
    void begin(long at, Runnable action) {
        plan(at, BEGINNING, 0, action);
    }

    /** The faults end. */
    void heal(long at, Runnable action) {
        plan(at, HEALING, 0, action);
    }

    private void plan(long at, int phase, int fault, Runnable action) {
        entries.add(new Entry(at, phase, fault, planned++, action));
        simulation.at(at, this::doWhatIsDue);
    }

    private void doWhatIsDue() {
        for (Entry next = entries.peek(); next != null && next.at <= simulation.now(); next = entries.peek()) {
            entries.remove();
            next.action.run();
        }
    }
}
