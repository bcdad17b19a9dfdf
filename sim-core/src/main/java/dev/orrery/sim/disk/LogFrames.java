package dev.orrery.sim.disk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * How a {@link WriteAheadLog} lays a record into its file. All numbers are big-endian:
 *
 * <pre>
 *   0  length    4  of the payload
 *   4  sequence  8  1 for the file's first record, and one more for each
 *  12  unsure    4  how many records just before this one were not known to be durable when it was appended
 *  16  checksum  4  CRC32C of the file's name, the fields above, and the payload
 *  20  payload
 * </pre>
 *
 * <p>The sequence tells a record that belongs here from one that belongs elsewhere in the file, the name one that belongs
 * to another file.
 */
final class LogFrames {
    static final int HEADER = 20;
    private static final int SEQUENCE = 4;
    private static final int UNSURE = 12;
    private static final int CHECKSUM = 16;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final CRC32C crc = new CRC32C();
    private final byte[] name;

    LogFrames(String file) {
        name = file.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A record as it lies in the file.
     *
     * @param synced the last sequence before it that is known to be durable
     * @param buffer begins with the payload
     * @param length of the payload
     */
    byte[] frame(long sequence, long synced, byte[] buffer, int length) {
        byte[] frame = new byte[HEADER + length];
        System.arraycopy(buffer, 0, frame, HEADER, length);
        INT.set(frame, 0, length);
        LONG.set(frame, SEQUENCE, sequence);
        INT.set(frame, UNSURE, (int) Math.min(sequence - 1 - synced, Integer.MAX_VALUE));
        INT.set(frame, CHECKSUM, checksum(frame, 0));
        return frame;
    }

    /** Whether a frame could begin at {@code at}: its length fits into the log. Only its checksum tells more. */
    static boolean fits(byte[] log, int at) {
        int space = log.length - at - HEADER;
        return space >= 0 && length(log, at) >= 0 && length(log, at) <= space;
    }

    static int length(byte[] log, int at) {
        return (int) INT.get(log, at);
    }

    static long sequence(byte[] log, int at) {
        return (long) LONG.get(log, at + SEQUENCE);
    }

    /** The last sequence that this frame's writer knew to be durable. */
    static long synced(byte[] log, int at) {
        return sequence(log, at) - 1 - (int) INT.get(log, at + UNSURE);
    }

    /** Whether the frame that begins at {@code at}, and that fits, is as it was written. */
    boolean isWhole(byte[] log, int at) {
        return checksum(log, at) == (int) INT.get(log, at + CHECKSUM);
    }

    private int checksum(byte[] log, int at) {
        crc.reset();
        crc.update(name);
        crc.update(log, at, CHECKSUM);
        crc.update(log, at + HEADER, length(log, at));
        return (int) crc.getValue();
    }
}
