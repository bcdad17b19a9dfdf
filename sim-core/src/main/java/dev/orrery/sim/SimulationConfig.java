package dev.orrery.sim;

import dev.orrery.sim.disk.DiskConfig;
import dev.orrery.sim.network.NetworkConfig;

/**
 * The world that nodes are put into.
 *
 * @param network how links behave
 * @param disk how each node's disk behaves
 * @param stepBudget how many events may happen at one virtual instant before the run is called a runaway, at least 1
 */
public record SimulationConfig(NetworkConfig network, DiskConfig disk, int stepBudget) {
    /** A reliable network, an ordinary disk, and a million events an instant. */
    public static final SimulationConfig DEFAULT =
            new SimulationConfig(NetworkConfig.DEFAULT, DiskConfig.DEFAULT, 1_000_000);

    /** Checks the budget. */
    public SimulationConfig {
        if (stepBudget < 1) {
            throw new IllegalArgumentException("a step budget is at least 1, not " + stepBudget);
        }
    }
}
