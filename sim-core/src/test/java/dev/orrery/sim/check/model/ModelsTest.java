package dev.orrery.sim.check.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The models by name, and their states in words. */
final class ModelsTest {
    private final Models models = new Models();

    @Test
    void everyObjectOfTheFieldHasAName() {
        assertTrue(
                models.names()
                        .containsAll(List.of(
                                "register",
                                "cas-register",
                                "multi-register",
                                "append",
                                "counter",
                                "set",
                                "queue",
                                "stack",
                                "priority-queue",
                                "mutex",
                                "owner-mutex",
                                "reentrant-mutex",
                                "fenced-mutex",
                                "reentrant-fenced-mutex",
                                "semaphore")),
                () -> models.names().toString());
    }

    @Test
    void eachIsFoundUnderItsName() {
        for (ModelProvider provider : models.all()) {
            assertEquals(
                    provider.model().getClass(), models.named(provider.name()).getClass(), provider.name());
            assertTrue(provider.description().endsWith("."), provider.name());
        }
        assertEquals(models.names().size(), models.all().size());
    }

    @Test
    void locksAreToldByTheirOwner() {
        LockModel lock = LockModel.reentrantFenced();

        assertEquals("free", lock.describe(lock.initial()));
        assertEquals("held by c1, the highest fence is 7", lock.describe(new LockModel.Lock("c1", 1, 7, 7)));
        assertEquals("held by c1 2 times", lock.describe(new LockModel.Lock("c1", 2, 0, 0)));
        assertEquals("free, the highest fence is 7", lock.describe(new LockModel.Lock(null, 0, 0, 7)));
    }

    @Test
    void aMutexIsFreeOrHeld() {
        assertEquals("free", new MutexModel().describe(false));
        assertEquals("held", new MutexModel().describe(true));
    }

    @Test
    void aSemaphoreIsToldByItsHolders() {
        SemaphoreModel semaphore = new SemaphoreModel(2);

        assertEquals("all permits free", semaphore.describe(semaphore.initial()));
        assertEquals("permits held: {c1=2}", semaphore.describe(Map.of("c1", 2L)));
    }

    @Test
    void aSemaphoreHasAtLeastOnePermit() {
        assertEquals(Map.of(), new SemaphoreModel(1).initial());
        assertThrows(IllegalArgumentException.class, () -> new SemaphoreModel(0));
    }

    @Test
    void aTextWithoutLettersIsToldAsNothing() {
        assertEquals("nothing", new TextModel().describe(""));
        assertEquals("ab", new TextModel().describe("ab"));
    }

    @Test
    void aListIsToldByItsElements() {
        AppendModel list = new AppendModel();

        assertEquals("[1]", list.describe(list.initial().with(1)));
    }
}
