package dev.orrery.sim.system;

/** A process with a client's end of a system in it, for invariants that look at what the client believes. */
public interface ClientProcess {

    /** The end of the system; the same for as long as the process lives. */
    Client client();
}
