package dev.orrery.algorithms.raft;

import dev.orrery.algorithms.encoding.ByteReader;
import dev.orrery.algorithms.encoding.ByteWriter;
import dev.orrery.algorithms.statemachine.Command;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the log (§5.3).
 *
 * @param term in which a leader received it
 * @param command for the state machine; null for the no-op that a leader puts at the start of its term (§8)
 */
public record Entry(long term, @Nullable Command command) {
    private static final byte NO_OP = 0;
    private static final byte COMMAND = 1;

    /** Checks that the term is one. */
    public Entry {
        if (term < 0) {
            throw new IllegalArgumentException("a term is at least 0, not " + term);
        }
    }

    /** The first entry of a leader's term. */
    public static Entry noOp(long term) {
        return new Entry(term, null);
    }

    /** About how many bytes it takes on the wire. */
    int size() {
        return 9 + (command == null ? 0 : command.size());
    }

    void writeTo(ByteWriter out) {
        out.putLong(term);
        if (command == null) {
            out.putByte(NO_OP);
        } else {
            out.putByte(COMMAND);
            command.writeTo(out);
        }
    }

    static Entry readFrom(ByteReader in) {
        long term = in.getLong();
        return new Entry(term, in.getByte() == NO_OP ? null : Command.readFrom(in));
    }
}
