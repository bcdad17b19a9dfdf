package dev.orrery.algorithms.paxos.multi;

import dev.orrery.algorithms.encoding.ByteWriter;
import dev.orrery.algorithms.paxos.Proposal;
import dev.orrery.algorithms.statemachine.Command;
import dev.orrery.sim.node.Message;

/** What servers send to each other. */
public sealed interface MultiPaxosMessage extends Message
        permits Accept, Accepted, Canvass, CanvassReply, CatchUp, Decided, Preempted, Prepare, Promise {
    /** About how many bytes a message's numbers and header take on the wire. */
    int HEADER = 56;

    /** About how many bytes a value takes on the wire. */
    static int sizeOf(Object value) {
        return 9 + (value instanceof Command command ? command.size() : ByteWriter.sizeOf(null));
    }

    /** About how many bytes a proposal takes on the wire. */
    static int sizeOf(Proposal proposal) {
        return 16 + sizeOf(proposal.value());
    }

    /**
     * Refuses numbers that no server sends, as a receiver refuses a message that was damaged on its way.
     *
     * @throws IllegalArgumentException if one is negative
     */
    static void requireNotNegative(long first, long second) {
        if ((first | second) < 0) {
            throw new IllegalArgumentException("rounds and instances are at least 0, not " + first + " and " + second);
        }
    }

    @Override
    default int size() {
        return HEADER;
    }
}
