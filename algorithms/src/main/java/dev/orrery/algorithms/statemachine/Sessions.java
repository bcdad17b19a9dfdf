package dev.orrery.algorithms.statemachine;

import dev.orrery.algorithms.encoding.ByteReader;
import dev.orrery.algorithms.encoding.ByteWriter;
import dev.orrery.sim.random.Mix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes commands take effect exactly once (dissertation §6.3): of each session it remembers the last command that was
 * applied and its answer. A client has one command under way at a time, so the last one is enough.
 *
 * <p>Sessions are part of the replicated state: every replica has the same ones after the same commands. They never
 * expire, since a run has a bounded number of clients.
 */
public class Sessions {
    private final StateMachine stateMachine;
    private final Effects effects;
    /** Sessions by client, in open addressing, since one is looked up for every command. */
    private @Nullable Session[] table = new @Nullable Session[16];

    private int size;

    /** No session yet. */
    public Sessions(StateMachine stateMachine, Effects effects) {
        this.stateMachine = stateMachine;
        this.effects = effects;
    }

    private static final class Session {
        final long clientId;
        long sequenceNum;

        @Nullable
        Object answer;

        Session(long clientId) {
            this.clientId = clientId;
        }
    }

    /**
     * Applies a command, unless it was applied before: then only its answer is repeated. A command older than its
     * session's last does nothing, since its client has given it up.
     *
     * @param place where it stands in the agreed order, at least 0
     * @return the answer; null for a command that was given up
     */
    public @Nullable Object apply(Command command, long place) {
        Session session = session(command.clientId());
        if (isNew(command.sequenceNum(), session.sequenceNum)) {
            session.answer = stateMachine.apply(command.f(), command.key(), command.value());
            session.sequenceNum = command.sequenceNum();
            effects.tookEffect(command, place);
        }
        return command.sequenceNum() == session.sequenceNum ? session.answer : null;
    }

    /** Whether a command was not applied before: its number is greater than that of its session's last. */
    protected boolean isNew(long sequenceNum, long lastSequenceNum) {
        return sequenceNum > lastSequenceNum;
    }

    /** Whether a command changes nothing, whatever the state. */
    public boolean isReadOnly(Command command) {
        return stateMachine.isReadOnly(command.f());
    }

    /**
     * What the state machine answers to a command that only looks, which needs no session.
     *
     * @param place of the last command that was applied
     */
    public @Nullable Object answer(Command command, long place) {
        effects.looked(command, place);
        return stateMachine.apply(command.f(), command.key(), command.value());
    }

    /**
     * The sessions and the state machine as bytes, the sessions by client, so that replicas with the same ones write the same:
     * {@code count 4 | client 8, sequence number 8, answer | ... | state machine}.
     */
    public byte[] snapshot() {
        ByteWriter out = new ByteWriter();
        out.putInt(size);
        for (Session session : inOrder()) {
            out.putLong(session.clientId);
            out.putLong(session.sequenceNum);
            out.putValue(session.answer);
        }
        out.putBytes(stateMachine.snapshot());
        return out.toByteArray();
    }

    private List<Session> inOrder() {
        List<Session> all = new ArrayList<>();
        for (Session session : table) {
            if (session != null) {
                all.add(session);
            }
        }
        all.sort(Comparator.comparingLong(session -> session.clientId));
        return all;
    }

    /**
     * Replaces the sessions and the state machine's state by earlier ones.
     *
     * @param snapshot what {@link #snapshot} wrote, here or elsewhere
     * @throws IllegalArgumentException if no {@link #snapshot} has written it; the state is then of no use
     */
    public void restore(byte[] snapshot) {
        table = new @Nullable Session[16];
        size = 0;
        ByteReader.readAll(snapshot, in -> {
            for (int left = in.getInt(); left > 0; left--) {
                Session session = session(in.getLong());
                session.sequenceNum = in.getLong();
                session.answer = in.getValue();
            }
            stateMachine.restore(in.getBytes());
        });
    }

    private Session session(long clientId) {
        int place = place(table, clientId);
        Session session = table[place];
        if (session == null) {
            session = new Session(clientId);
            table[place] = session;
            if (2 * ++size > table.length) {
                grow();
            }
        }
        return session;
    }

    private void grow() {
        @Nullable Session[] larger = new @Nullable Session[2 * table.length];
        for (Session session : table) {
            if (session != null) {
                larger[place(larger, session.clientId)] = session;
            }
        }
        table = larger;
    }

    /** Where this client's session stands, or would stand. */
    private static int place(@Nullable Session[] table, long clientId) {
        int mask = table.length - 1;
        int place = (int) Mix.mix64(clientId) & mask;
        while (true) {
            Session session = table[place];
            if (session == null || session.clientId == clientId) {
                return place;
            }
            place = (place + 1) & mask;
        }
    }
}
