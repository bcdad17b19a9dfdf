package dev.orrery.algorithms.statemachine;

import dev.orrery.algorithms.encoding.ByteReader;
import dev.orrery.algorithms.encoding.ByteWriter;
import org.jspecify.annotations.Nullable;

/**
 * One operation as one client asks for it (dissertation §6.3). Asked again it is the same command, with the same number.
 *
 * @param clientId the session
 * @param sequenceNum the command's number in its session, at least 1, one more for each
 * @param f the operation's name
 * @param key the object it is about, or null
 * @param value what it is done with, or null
 */
public record Command(
        long clientId,
        long sequenceNum,
        String f,
        @Nullable Object key,
        @Nullable Object value) {
    /** Checks the number. */
    public Command {
        if (sequenceNum < 1) {
            throw new IllegalArgumentException("commands are numbered from 1, not " + sequenceNum);
        }
    }

    /** About how many bytes it takes on the wire. */
    public int size() {
        return 2 * Long.BYTES + Integer.BYTES + f.length() + ByteWriter.sizeOf(key) + ByteWriter.sizeOf(value);
    }

    /** Writes it to bytes. */
    public void writeTo(ByteWriter out) {
        out.putLong(clientId);
        out.putLong(sequenceNum);
        out.putString(f);
        out.putValue(key);
        out.putValue(value);
    }

    /** Reads what {@link #writeTo} wrote. */
    public static Command readFrom(ByteReader in) {
        return new Command(in.getLong(), in.getLong(), in.getString(), in.getValue(), in.getValue());
    }
}
