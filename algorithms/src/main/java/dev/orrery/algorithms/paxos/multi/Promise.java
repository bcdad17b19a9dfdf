package dev.orrery.algorithms.paxos.multi;

import dev.orrery.algorithms.paxos.Ballot;
import java.util.List;

/**
 * Phase 1(b) of all instances at once: the acceptor accepts nothing below the ballot any more. It is durable when it leaves.
 *
 * @param ballot that of the prepare request
 * @param chosenThrough up to which instance the acceptor knows what was chosen: the sender has to learn that before it leads
 * @param accepted what it has accepted beyond that
 */
public record Promise(Ballot ballot, long chosenThrough, List<Vote> accepted) implements MultiPaxosMessage {
    /** Checks that the numbers are such as servers send. */
    public Promise {
        MultiPaxosMessage.requireNotNegative(ballot.round(), chosenThrough);
    }

    @Override
    public int size() {
        int size = HEADER;
        for (Vote vote : accepted) {
            size += 8 + MultiPaxosMessage.sizeOf(vote.proposal());
        }
        return size;
    }
}
