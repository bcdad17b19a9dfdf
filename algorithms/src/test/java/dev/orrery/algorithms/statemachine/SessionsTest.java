package dev.orrery.algorithms.statemachine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.orrery.sim.history.CompareAndSet;
import org.junit.jupiter.api.Test;

/** A command takes effect exactly once (dissertation §6.3). */
final class SessionsTest {
    private final Sessions sessions = new Sessions(new KeyValueStore());

    private static Command cas(long clientId, long sequenceNum, Long from, Long to) {
        return new Command(clientId, sequenceNum, "cas", 1L, new CompareAndSet(from, to));
    }

    private static Command write(long clientId, long sequenceNum, long key, long value) {
        return new Command(clientId, sequenceNum, "write", key, value);
    }

    private static Command read(long clientId, long sequenceNum, long key) {
        return new Command(clientId, sequenceNum, "read", key, null);
    }

    @Test
    void aCommandThatComesAgainIsAnsweredAgainAndDoesNothing() {
        sessions.apply(write(7, 1, 1, 10));
        assertEquals(true, sessions.apply(cas(7, 2, 10L, 11L)));
        assertEquals(true, sessions.apply(cas(7, 2, 10L, 11L)));
        assertEquals(11L, sessions.apply(read(7, 3, 1)));
    }

    @Test
    void aReadThatComesAgainIsAnsweredAsBefore() {
        sessions.apply(write(7, 1, 1, 10));
        assertEquals(10L, sessions.apply(read(8, 1, 1)));
        sessions.apply(write(7, 2, 1, 20));
        assertEquals(10L, sessions.apply(read(8, 1, 1)));
    }

    @Test
    void aCommandThatItsClientHasGivenUpDoesNothing() {
        sessions.apply(write(7, 2, 1, 20));
        assertNull(sessions.apply(write(7, 1, 1, 10)));
        assertEquals(20L, sessions.apply(read(7, 3, 1)));
    }

    @Test
    void sessionsOfManyClientsDoNotMix() {
        for (long client = 0; client < 1_000; client++) {
            sessions.apply(write(client, 1, client, client));
        }
        for (long client = 0; client < 1_000; client++) {
            sessions.apply(write(client, 1, client, -1));
            assertEquals(client, sessions.apply(read(client, 2, client)), "client " + client);
        }
    }
}
