package dev.orrery.algorithms.statemachine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.orrery.sim.history.CompareAndSet;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KeyValueStoreTest {
    private final KeyValueStore store = new KeyValueStore();

    @Test
    void readsWhatWasWrittenLast() {
        assertNull(store.apply("read", 1L, null));
        assertNull(store.apply("write", 1L, 10L));
        assertNull(store.apply("write", 2L, 20L));
        assertEquals(10L, store.apply("read", 1L, null));
        assertNull(store.apply("delete", 1L, null));
        assertNull(store.apply("read", 1L, null));
        assertEquals(20L, store.apply("read", 2L, null));
    }

    @Test
    void setsWhatIsAsExpectedAndNothingElse() {
        assertEquals(false, store.apply("cas", 1L, new CompareAndSet(9L, 10L)));
        assertEquals(true, store.apply("cas", 1L, new CompareAndSet(null, 10L)));
        assertEquals(true, store.apply("cas", 1L, new CompareAndSet(10L, 11L)));
        assertEquals(11L, store.apply("read", 1L, null));
        assertEquals(true, store.apply("cas", 1L, new CompareAndSet(11L, null)));
        assertNull(store.apply("read", 1L, null));
    }

    @Test
    void aSnapshotBringsBackWhatWasThere() {
        store.apply("write", 1L, 10L);
        store.apply("write", "two", "zwei");
        byte[] snapshot = store.snapshot();
        store.apply("delete", 1L, null);
        store.apply("write", 3L, 30L);
        store.restore(snapshot);
        assertEquals(10L, store.apply("read", 1L, null));
        assertEquals("zwei", store.apply("read", "two", null));
        assertNull(store.apply("read", 3L, null));
    }

    @Test
    void storesThatDidTheSameWriteTheSameAlsoAfterASnapshot() {
        KeyValueStore other = new KeyValueStore();
        store.apply("write", 1L, 10L);
        store.apply("write", 2L, 20L);
        other.restore(store.snapshot());
        for (KeyValueStore each : List.of(store, other)) {
            each.apply("delete", 1L, null);
            each.apply("write", 1L, 11L);
            each.apply("write", 3L, 30L);
        }
        assertArrayEquals(store.snapshot(), other.snapshot());
    }

    @Test
    void whatIsNoSnapshotIsRefused() {
        store.apply("write", 1L, 10L);
        byte[] snapshot = store.snapshot();
        for (int length = 0; length < snapshot.length; length++) {
            byte[] cut = Arrays.copyOf(snapshot, length);
            assertThrows(IllegalArgumentException.class, () -> store.restore(cut), "cut to " + length);
        }
        assertThrows(IllegalArgumentException.class, () -> store.restore(Arrays.copyOf(snapshot, snapshot.length + 1)));
    }

    @Test
    void whatMakesNoSenseChangesNothing() {
        store.apply("write", 1L, 10L);
        assertNull(store.apply("append", 1L, 1L));
        assertNull(store.apply("cas", 1L, 1L));
        assertEquals(10L, store.apply("read", 1L, null));
    }
}
