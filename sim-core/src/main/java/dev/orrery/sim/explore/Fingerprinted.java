package dev.orrery.sim.explore;

/**
 * Something whose state can be told apart from others: a process, a client or an invariant. Two of a kind that give the same
 * fingerprint must behave alike from now on, whatever they are told.
 */
public interface Fingerprinted {
    /** Takes all into the fingerprint that later behaviour depends on, and nothing else: what is left out merges states. */
    void fingerprint(Fingerprint into);
}
