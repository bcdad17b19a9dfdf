package dev.orrery.sim.fault;

import static dev.orrery.sim.fault.Parameters.require;

import dev.orrery.sim.random.Probability;

/**
 * A generator of random faults: it lays down, from the run's seed, a list of timed faults with quiet windows between them.
 *
 * @param profile which faults it may choose of; by default {@code all}
 * @param swarm whether the mix itself is drawn for each run: some kinds off, some frequent; by default yes. Otherwise each
 *     kind of the profile is as likely as the others
 * @param intensity what share of the time faults are active, on average; more than 0 percent, by default 30
 * @param budget what the system under test survives
 */
public record Nemesis(Profile profile, boolean swarm, Probability intensity, Budget budget) {
    /** What share of the time faults are active unless said otherwise. */
    public static final Probability INTENSITY = Probability.percent(30);

    /** Checks the intensity. */
    public Nemesis {
        require(!intensity.isNever(), "an intensity is more than 0%");
    }

    /** Which faults a nemesis chooses of. */
    public enum Profile {
        /** Partitions of every shape. */
        PARTITIONS,
        /** Kills, stops, pauses, slow and rolling restarts. */
        CRASHES,
        /** Faults of disks. */
        DISKS,
        /** Faults of clocks. */
        CLOCKS,
        /** Faults of the network, partitions among them. */
        NETWORK,
        /** Nodes that join, leave and are replaced, and leaders that hand over. */
        MEMBERSHIP,
        /** All but the membership. */
        ALL
    }
}
