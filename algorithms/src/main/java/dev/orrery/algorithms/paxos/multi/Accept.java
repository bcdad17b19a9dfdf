package dev.orrery.algorithms.paxos.multi;

import dev.orrery.algorithms.paxos.Ballot;
import java.util.List;

/**
 * Phase 2(a) of some instances in a row. Without values it only lets the leader be heard. It tells what was chosen meanwhile,
 * since the leader is the learner who tells the others (§2.3).
 *
 * @param ballot the number under which the leader leads
 * @param firstInstance that of the first value
 * @param values what is proposed, each a command or a no-op
 * @param chosenThrough up to which instance the leader knows all values to be chosen
 */
public record Accept(Ballot ballot, long firstInstance, List<Object> values, long chosenThrough)
        implements MultiPaxosMessage {
    /** Checks that the numbers are such as servers send. */
    public Accept {
        MultiPaxosMessage.requireNotNegative(ballot.round(), firstInstance - 1);
        MultiPaxosMessage.requireNotNegative(chosenThrough, 0);
    }

    @Override
    public int size() {
        int size = HEADER;
        for (Object value : values) {
            size += MultiPaxosMessage.sizeOf(value);
        }
        return size;
    }
}
