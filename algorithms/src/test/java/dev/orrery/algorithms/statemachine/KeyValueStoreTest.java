package dev.orrery.algorithms.statemachine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.orrery.sim.history.CompareAndSet;
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
    void whatMakesNoSenseChangesNothing() {
        store.apply("write", 1L, 10L);
        assertNull(store.apply("append", 1L, 1L));
        assertNull(store.apply("cas", 1L, 1L));
        assertEquals(10L, store.apply("read", 1L, null));
    }
}
