package dev.orrery.sim;

import java.util.ArrayList;
import java.util.List;

/** Ends a run in which time stands still: more events happen at one instant than anybody can have meant. */
final class StepBudget {
    private static final int LAST_EVENTS = 10;

    private final World world;
    private final int budget;
    private long instant;
    private int steps;
    private final List<String> lastSteps = new ArrayList<>();

    StepBudget(World world) {
        this.world = world;
        this.budget = world.config.stepBudget();
    }

    /** An event has happened. */
    void spend(Node node, EventKind kind, Object payload) {
        if (world.now() != instant) {
            instant = world.now();
            steps = 0;
            lastSteps.clear();
        }
        if (++steps > budget - LAST_EVENTS) {
            count(node, kind, payload);
        }
    }

    /** The last events are put into words only when the budget is nearly spent, so an ordinary run pays nothing. */
    private void count(Node node, EventKind kind, Object payload) {
        lastSteps.add(node.id + ": " + kind.describe(payload));
        if (steps > budget) {
            throw new SimulationException(
                    world.seed,
                    world.now(),
                    node.id + " keeps time standing still: more than " + budget
                            + " events at one instant, the last of them\n  " + String.join("\n  ", lastSteps));
        }
    }
}
