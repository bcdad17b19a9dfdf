package dev.orrery.sim.trace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last events of a run in memory, in chunks of arrays: four numbers and an object an event.
 *
 * <p>Ids are dense and begin at 1. When all chunks are full, the oldest is emptied for the newest events; whoever listens
 * is told before.
 */
final class TraceLog {
    private static final int CHUNK_BITS = 10;
    private static final int EVENTS_A_CHUNK = 1 << CHUNK_BITS;
    private static final int INDEX_BITS = 28;
    private static final int INDEX_MASK = (1 << INDEX_BITS) - 1;

    /** No node: in the file it is left out. */
    static final int NOBODY = -1;

    private final int mostChunks;
    private final List<Chunk> chunks = new ArrayList<>();
    private @Nullable Leaving leaving;

    /** The newest chunk's arrays. */
    private long[] numbers = {};

    private @Nullable Object[] objects = {};
    private int used = EVENTS_A_CHUNK;
    private long next = 1;
    private long first = 1;

    /**
     * An empty log.
     *
     * @param limit how many events it keeps at least, once there were as many; at least 1
     */
    TraceLog(int limit) {
        mostChunks = ((limit - 1) >>> CHUNK_BITS) + 2;
    }

    /** The numbers of event e of a chunk stand at 4e (time), 4e + 1 (kind, node, peer), 4e + 2 (cause), 4e + 3. */
    private static final class Chunk {
        final long[] numbers = new long[4 * EVENTS_A_CHUNK];
        final @Nullable Object[] objects = new @Nullable Object[EVENTS_A_CHUNK];
    }

    /** Told of events before they leave memory. */
    interface Leaving {
        /** These ids, the first included and the other not, can be read for the last time. */
        void leave(long from, long to);
    }

    void whenLeaving(Leaving listener) {
        leaving = listener;
    }

    /** Appends an event and returns its id. */
    long append(long time, TraceKind kind, int node, int peer, long cause, long number, @Nullable Object object) {
        if (used == EVENTS_A_CHUNK) {
            open();
        }
        int at = used << 2;
        numbers[at] = time;
        numbers[at + 1] = (long) kind.code() << (2 * INDEX_BITS) | (long) (node + 1) << INDEX_BITS | (peer + 1);
        numbers[at + 2] = cause;
        numbers[at + 3] = number;
        objects[used++] = object;
        return next++;
    }

    private void open() {
        int place = (int) (((next - 1) >>> CHUNK_BITS) % mostChunks);
        if (place == chunks.size()) {
            chunks.add(new Chunk());
        } else {
            if (leaving != null) {
                leaving.leave(first, first + EVENTS_A_CHUNK);
            }
            first += EVENTS_A_CHUNK;
        }
        Chunk chunk = chunks.get(place);
        numbers = chunk.numbers;
        objects = chunk.objects;
        used = 0;
    }

    /** The id of the oldest event in memory; {@link #next} if there is none. */
    long first() {
        return first;
    }

    /** The id that the next event will have. */
    long next() {
        return next;
    }

    /** Whether this event is in memory. */
    boolean has(long id) {
        return id >= first && id < next;
    }

    long time(long id) {
        return number(id, 0);
    }

    TraceKind kind(long id) {
        return TraceKind.of((int) (number(id, 1) >>> (2 * INDEX_BITS)));
    }

    int node(long id) {
        return ((int) (number(id, 1) >>> INDEX_BITS) & INDEX_MASK) - 1;
    }

    int peer(long id) {
        return ((int) number(id, 1) & INDEX_MASK) - 1;
    }

    long cause(long id) {
        return number(id, 2);
    }

    long number(long id) {
        return number(id, 3);
    }

    @Nullable
    Object object(long id) {
        return chunk(id).objects[(int) (id - 1) & (EVENTS_A_CHUNK - 1)];
    }

    private long number(long id, int column) {
        return chunk(id).numbers[(((int) (id - 1) & (EVENTS_A_CHUNK - 1)) << 2) + column];
    }

    private Chunk chunk(long id) {
        return chunks.get((int) (((id - 1) >>> CHUNK_BITS) % mostChunks));
    }
}
