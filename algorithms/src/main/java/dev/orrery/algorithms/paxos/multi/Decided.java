package dev.orrery.algorithms.paxos.multi;

import dev.orrery.algorithms.paxos.Proposal;
import java.util.List;

/**
 * Tells what was chosen at some instances in a row.
 *
 * @param firstInstance the first one
 * @param chosen what was chosen at each, with a number under which it was accepted
 * @param chosenThrough up to which instance the sender knows what was chosen
 */
public record Decided(long firstInstance, List<Proposal> chosen, long chosenThrough) implements MultiPaxosMessage {
    /** Checks that the numbers are such as servers send. */
    public Decided {
        MultiPaxosMessage.requireNotNegative(firstInstance - 1, chosenThrough);
    }

    @Override
    public int size() {
        int size = HEADER;
        for (Proposal proposal : chosen) {
            size += MultiPaxosMessage.sizeOf(proposal);
        }
        return size;
    }
}
