package dev.orrery.algorithms.paxos.multi;

import dev.orrery.algorithms.encoding.ByteReader;
import dev.orrery.algorithms.encoding.ByteWriter;
import dev.orrery.algorithms.paxos.Ballot;
import dev.orrery.algorithms.paxos.Proposal;
import dev.orrery.algorithms.statemachine.Command;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a change of what an acceptor must not forget is written down: what is promised and known to be chosen from now on, and
 * what is accepted anew.
 *
 * <pre>
 *   has promised 1 | [ballot] | chosen through 8 | count 4 | (instance 8 | ballot | is a command 1 | [command])*
 * </pre>
 *
 * @param promised the highest number that was promised, or null if none
 * @param chosenThrough up to which instance everything is known to be chosen
 * @param votes what is accepted or learned at some instances, in place of what was before
 */
record StateRecord(@Nullable Ballot promised, long chosenThrough, List<Vote> votes) {
    private static final byte NO = 0;
    private static final byte YES = 1;

    byte[] encode() {
        ByteWriter out = new ByteWriter();
        out.putByte(promised == null ? NO : YES);
        if (promised != null) {
            promised.writeTo(out);
        }
        out.putLong(chosenThrough);
        out.putInt(votes.size());
        for (Vote vote : votes) {
            out.putLong(vote.instance());
            vote.proposal().ballot().writeTo(out);
            writeValue(vote.proposal().value(), out);
        }
        return out.toByteArray();
    }

    private static void writeValue(Object value, ByteWriter out) {
        if (value instanceof Command command) {
            out.putByte(YES);
            command.writeTo(out);
        } else {
            out.putByte(NO);
        }
    }

    static StateRecord decode(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        Ballot promised = in.getByte() == NO ? null : Ballot.readFrom(in);
        long chosenThrough = in.getLong();
        List<Vote> votes = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            votes.add(new Vote(in.getLong(), new Proposal(Ballot.readFrom(in), readValue(in))));
        }
        return new StateRecord(promised, chosenThrough, votes);
    }

    private static Object readValue(ByteReader in) {
        return in.getByte() == NO ? NoOp.NO_OP : Command.readFrom(in);
    }
}
