package dev.orrery.algorithms.lock.raft;

import dev.orrery.algorithms.encoding.ByteReader;
import dev.orrery.algorithms.encoding.ByteWriter;
import dev.orrery.algorithms.statemachine.StateMachine;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One lock: who waits for it in what order, the first of them being its owner, and the fence of the owner.
 *
 * <table>
 * <caption>Its operations; the key is the session, a Long</caption>
 * <tr><th>f<th>asked with<th>answer
 * <tr><td>enqueue<td>the number of the acquisition<td>the fence if the session owns the lock by it, 0 while it waits
 * <tr><td>try<td>the number of the acquisition<td>the same, but a session that would have to wait does not
 * <tr><td>leave<td>the number of the acquisition<td>null; the session owns and wants the lock no more
 * <tr><td>alive<td>the number of the acquisition<td>the fence if the session owns the lock by it, else 0
 * <tr><td>tick<td>nanoseconds that a leader has led since its last tick<td>null
 * </table>
 */
public final class LockTable implements StateMachine {
    static final String ENQUEUE = "enqueue";
    static final String TRY = "try";
    static final String LEAVE = "leave";
    static final String ALIVE = "alive";
    static final String TICK = "tick";

    /** The line, by session, the owner first. */
    private final Map<Long, Place> line = new LinkedHashMap<>();

    private final long sessionTimeout;
    private long now;
    private long fence;
    private @Nullable Long owner;

    /**
     * A place in the line.
     *
     * @param acquisition what the session asked for
     * @param heard the table's time when the session was heard of
     */
    private record Place(long acquisition, long heard) {}

    /**
     * A lock that is free.
     *
     * @param sessionTimeout nanoseconds of the table's time after which a session that is not heard of ends
     */
    public LockTable(long sessionTimeout) {
        this.sessionTimeout = sessionTimeout;
    }

    @Override
    public @Nullable Object apply(String f, @Nullable Object key, @Nullable Object value) {
        if (!(key instanceof Long session) || !(value instanceof Long number)) {
            return null;
        }
        return switch (f) {
            case ENQUEUE -> enqueue(session, number, true);
            case TRY -> enqueue(session, number, false);
            case ALIVE -> alive(session, number);
            case LEAVE -> leave(session, number);
            case TICK -> tick(number);
            default -> null;
        };
    }

    private Long enqueue(Long session, long acquisition, boolean waits) {
        Place known = line.get(session);
        if (known != null && known.acquisition() != acquisition) {
            // An acquisition that its client has given up.
            drop(session);
            known = null;
        }
        if (known == null && !waits && owner != null) {
            return 0L;
        }
        line.put(session, new Place(acquisition, now));
        grant();
        return session.equals(owner) ? fence : 0L;
    }

    private Long alive(Long session, long acquisition) {
        Place known = line.get(session);
        if (known == null || known.acquisition() != acquisition) {
            return 0L;
        }
        line.put(session, new Place(acquisition, now));
        return session.equals(owner) ? fence : 0L;
    }

    private @Nullable Object leave(Long session, long acquisition) {
        Place known = line.get(session);
        if (known != null && known.acquisition() == acquisition) {
            drop(session);
        }
        return null;
    }

    private @Nullable Object tick(long elapsed) {
        now += Math.max(0, elapsed);
        for (Long session : line.keySet().toArray(new Long[0])) {
            Place place = line.get(session);
            if (place != null && now - place.heard() > sessionTimeout) {
                drop(session);
            }
        }
        return null;
    }

    private void drop(Long session) {
        line.remove(session);
        if (session.equals(owner)) {
            owner = null;
            grant();
        }
    }

    private void grant() {
        Iterator<Long> first = line.keySet().iterator();
        if (owner == null && first.hasNext()) {
            owner = first.next();
            fence++;
        }
    }

    /** {@code time 8 | fence 8 | owned 1 | count 4 | session 8, acquisition 8, heard 8 | ...}, the owner first. */
    @Override
    public byte[] snapshot() {
        ByteWriter out = new ByteWriter();
        out.putLong(now);
        out.putLong(fence);
        out.putByte((byte) (owner == null ? 0 : 1));
        out.putInt(line.size());
        line.forEach((session, place) -> {
            out.putLong(session);
            out.putLong(place.acquisition());
            out.putLong(place.heard());
        });
        return out.toByteArray();
    }

    @Override
    public void restore(byte[] snapshot) {
        line.clear();
        owner = null;
        ByteReader.readAll(snapshot, in -> {
            now = in.getLong();
            fence = in.getLong();
            boolean owned = in.getByte() != 0;
            for (int left = in.getInt(); left > 0; left--) {
                Long session = in.getLong();
                line.put(session, new Place(in.getLong(), in.getLong()));
                if (owned && owner == null) {
                    owner = session;
                }
            }
        });
    }
}
