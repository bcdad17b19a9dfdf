package dev.orrery.algorithms.statemachine;

import dev.orrery.algorithms.encoding.ByteWriter;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * A server's answer to a {@link ClientRequest} (dissertation Fig. 6.1).
 *
 * @param sequenceNum the command that it answers
 * @param status whether the command was applied
 * @param response the state machine's answer, null unless the status is {@link Status#OK}
 * @param leaderHint whom to ask instead, or null if the server knows nobody
 */
public record ClientReply(
        long sequenceNum,
        Status status,
        @Nullable Object response,
        @Nullable NodeId leaderHint) implements Message {

    /** What became of a command, as far as the server knows. */
    public enum Status {
        /** It was applied, exactly once. */
        OK,
        /** This server does not lead, or leads no more: ask again, elsewhere. The command may still be applied. */
        NOT_LEADER
    }

    /** The command was applied. */
    public static ClientReply ok(long sequenceNum, @Nullable Object response) {
        return new ClientReply(sequenceNum, Status.OK, response, null);
    }

    /** Somebody else leads. */
    public static ClientReply notLeader(long sequenceNum, @Nullable NodeId leaderHint) {
        return new ClientReply(sequenceNum, Status.NOT_LEADER, null, leaderHint);
    }

    @Override
    public int size() {
        return 40 + ByteWriter.sizeOf(response);
    }
}
