package dev.orrery.sim.fault;

import dev.orrery.sim.Simulation;

/** What the faults of one run share. */
final class Stage {
    final Simulation simulation;
    final Newcomers newcomers;
    final FaultAgenda agenda;
    final Roster roster;
    final Ailments ailments;
    final Casualties casualties = new Casualties();
    private boolean healed;

    Stage(Simulation simulation, Newcomers newcomers) {
        this.simulation = simulation;
        this.newcomers = newcomers;
        agenda = new FaultAgenda(simulation);
        roster = new Roster(simulation);
        ailments = new Ailments(simulation);
    }

    /** Whether the heal has come, after which what is wrong stays wrong. */
    boolean isHealed() {
        return healed;
    }

    /** A fault that lasted is over. */
    void over(Occurrence occurrence) {
        occurrence.until = simulation.now();
        simulation.heal(occurrence.traced());
    }

    void heal() {
        healed = true;
    }
}
