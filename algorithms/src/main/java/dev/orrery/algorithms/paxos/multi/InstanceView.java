package dev.orrery.algorithms.paxos.multi;

import dev.orrery.algorithms.paxos.Proposal;
import org.jspecify.annotations.Nullable;

/** What one server has accepted, instance by instance, as others may look at it. The first instance is 1. */
public interface InstanceView {
    /** The first instance that it still has; those before are chosen, and only their effect is left. */
    long firstInstance();

    /** The last instance at which it has accepted or learned anything, 0 if there is none. */
    long lastInstance();

    /** Up to which instance it knows all values to be chosen. */
    long chosenThrough();

    /**
     * What it has accepted or learned last.
     *
     * @param instance at least {@link #firstInstance}
     * @return null if nothing
     */
    @Nullable
    Proposal proposal(long instance);
}
