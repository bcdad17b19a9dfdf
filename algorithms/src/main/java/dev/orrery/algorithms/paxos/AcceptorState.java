package dev.orrery.algorithms.paxos;

import dev.orrery.algorithms.encoding.ByteReader;
import dev.orrery.algorithms.encoding.ByteWriter;
import org.jspecify.annotations.Nullable;

/**
 * All that an acceptor has to remember (§2.2).
 *
 * @param promised the highest number that it has answered, or null if none
 * @param accepted the highest-numbered proposal that it has accepted, or null if none
 */
public record AcceptorState(
        @Nullable Ballot promised, @Nullable Proposal accepted) {
    /** That of an acceptor that nobody has asked anything. */
    public static final AcceptorState BLANK = new AcceptorState(null, null);

    byte[] encode() {
        ByteWriter out = new ByteWriter();
        write(promised, out);
        write(accepted == null ? null : accepted.ballot(), out);
        out.putValue(accepted == null ? null : accepted.value());
        return out.toByteArray();
    }

    static AcceptorState decode(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        Ballot promised = readBallot(in);
        Ballot ballot = readBallot(in);
        Object value = in.getValue();
        return new AcceptorState(promised, ballot == null || value == null ? null : new Proposal(ballot, value));
    }

    private static void write(@Nullable Ballot ballot, ByteWriter out) {
        out.putByte((byte) (ballot == null ? 0 : 1));
        if (ballot != null) {
            ballot.writeTo(out);
        }
    }

    private static @Nullable Ballot readBallot(ByteReader in) {
        return in.getByte() == 0 ? null : Ballot.readFrom(in);
    }
}
