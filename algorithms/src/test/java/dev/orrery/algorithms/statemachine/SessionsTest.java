package dev.orrery.algorithms.statemachine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.orrery.algorithms.statemachine.AgreedOrder.CommandId;
import dev.orrery.sim.check.Witness;
import dev.orrery.sim.history.CompareAndSet;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A command takes effect exactly once (dissertation §6.3). */
final class SessionsTest {
    private final AgreedOrder order = new AgreedOrder();
    private final Sessions sessions = new Sessions(new KeyValueStore(), order);
    private long place;

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
        apply(write(7, 1, 1, 10));
        assertEquals(true, apply(cas(7, 2, 10L, 11L)));
        assertEquals(true, apply(cas(7, 2, 10L, 11L)));
        assertEquals(11L, apply(read(7, 3, 1)));
    }

    @Test
    void aReadThatComesAgainIsAnsweredAsBefore() {
        apply(write(7, 1, 1, 10));
        assertEquals(10L, apply(read(8, 1, 1)));
        apply(write(7, 2, 1, 20));
        assertEquals(10L, apply(read(8, 1, 1)));
    }

    @Test
    void aCommandThatItsClientHasGivenUpDoesNothing() {
        apply(write(7, 2, 1, 20));
        assertNull(apply(write(7, 1, 1, 10)));
        assertEquals(20L, apply(read(7, 3, 1)));
    }

    @Test
    void sessionsOfManyClientsDoNotMix() {
        for (long client = 0; client < 1_000; client++) {
            apply(write(client, 1, client, client));
        }
        for (long client = 0; client < 1_000; client++) {
            apply(write(client, 1, client, -1));
            assertEquals(client, apply(read(client, 2, client)), "client " + client);
        }
    }

    @Test
    void aCommandTakesEffectWhereItWasAppliedFirst() {
        apply(write(7, 1, 1, 10));
        apply(write(8, 1, 1, 20));
        apply(write(7, 1, 1, 10));
        assertEquals(2, order.placeOf(new CommandId(7, 1)));
        assertEquals(4, order.placeOf(new CommandId(8, 1)));
    }

    @Test
    void aReadStandsBetweenTheLastCommandAndTheNext() {
        apply(write(7, 1, 1, 10));
        assertEquals(10L, sessions.answer(read(8, 1, 1), place));
        apply(write(7, 2, 1, 20));
        assertEquals(3, order.placeOf(new CommandId(8, 1)));
        assertEquals(4, order.placeOf(new CommandId(7, 2)));
    }

    @Test
    void aCommandThatWasGivenUpTakesNoEffect() {
        apply(write(7, 2, 1, 20));
        apply(write(7, 1, 1, 10));
        assertEquals(Witness.NOWHERE, order.placeOf(new CommandId(7, 1)));
    }

    @Test
    void whatAReplicaAppliesAgainIsNoNews() {
        apply(write(7, 1, 1, 10));
        apply(write(8, 1, 1, 20));
        Sessions another = new Sessions(new KeyValueStore(), order);
        another.apply(write(9, 1, 1, 30), 1);
        assertEquals(Witness.NOWHERE, order.placeOf(new CommandId(9, 1)));
    }

    @Test
    void aSnapshotHoldsTheSessionsToo() {
        apply(write(7, 1, 1, 10));
        apply(cas(8, 1, 10L, 11L));
        Sessions another = new Sessions(new KeyValueStore(), order);
        another.restore(sessions.snapshot());
        assertEquals(true, another.apply(cas(8, 1, 10L, 11L), 3));
        assertEquals(11L, another.apply(read(7, 2, 1), 4));
    }

    @Test
    void replicasWriteTheSameSnapshotWhereverTheyBegan() {
        for (long client = 0; client < 100; client++) {
            apply(write(client, 1, client, client));
        }
        Sessions another = new Sessions(new KeyValueStore(), order);
        another.restore(sessions.snapshot());
        Command last = write(-5, 1, 3, 4);
        apply(last);
        another.apply(last, place);
        assertArrayEquals(sessions.snapshot(), another.snapshot());
    }

    @Test
    void whatIsNoSnapshotIsRefused() {
        apply(write(7, 1, 1, 10));
        byte[] snapshot = sessions.snapshot();
        byte[] cut = Arrays.copyOf(snapshot, snapshot.length - 1);
        assertThrows(IllegalArgumentException.class, () -> sessions.restore(cut));
    }

    private @Nullable Object apply(Command command) {
        return sessions.apply(command, ++place);
    }
}
