package dev.orrery.sim.check.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.check.CheckResult.Outcome;
import dev.orrery.sim.check.linearizability.LinearizabilityCheck;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Objects that are something before anybody has done anything. */
final class BegunModelTest {
    private final Model<?> zero = BegunModel.after(new KeyValueModel(), "write", 0L);
    private final History history = new History();

    @Test
    void eachKeyBeginsWithTheInitialValue() {
        ok("read", "x", null, 0L);
        ok("read", "y", null, 0L);

        assertEquals(Outcome.PASS, check().outcome());
    }

    @Test
    void theInitialValueIsGoneOnceItIsOverwritten() {
        ok("read", "x", null, 0L);
        ok("write", "x", 1L, null);
        ok("read", "x", null, 0L);

        assertEquals(Outcome.FAIL, check().outcome());
        assertFalse(check().message().contains("nobody ever"), () -> check().message());
    }

    @Test
    void nothingIsReadNowhere() {
        ok("read", "x", null, null);

        assertEquals(Outcome.FAIL, check().outcome());
    }

    @Test
    void whatTheModelTellsStaysTrue() {
        BegunModel<Bag> set = BegunModel.after(new SetModel(), "add", 1);
        Operation read = ok("read", "x", null, null);
        Operation write = ok("write", "x", 1L, null);

        assertEquals("{1}", set.describe(set.initial()));
        assertTrue(zero.onlyLooks(read));
        assertFalse(zero.onlyLooks(write));
        assertTrue(zero.overwrites(write));
        assertFalse(zero.overwrites(read));
        assertEquals("x", zero.object(read));
        assertFalse(zero.knowsClients());
        assertTrue(BegunModel.after(LockModel.fenced(), "acquire", 1).knowsClients());
        assertTrue(set.commute(read, read));
        assertFalse(set.commute(ok("add", "x", 1, true), ok("remove", "x", 1, true)));
        assertFalse(BegunModel.after(new TextModel(), "put", "a").mayYetMeet("b", ok("get", "x", null, "ab")));
        assertTrue(set.mayYetMeet(Bag.EMPTY, read));
    }

    @Test
    void whatTheModelDoesNotKnowIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> BegunModel.after(new KeyValueModel(), "push", 1));
        assertThrows(IllegalArgumentException.class, () -> BegunModel.after(new CounterModel(), "add", "much"));
    }

    private CheckResult check() {
        return new LinearizabilityCheck(zero, 1_000_000).check(history);
    }

    private Operation ok(String f, String key, @Nullable Object input, @Nullable Object output) {
        long at = history.lastAt() + 1;
        int operation = history.invoke(0, f, key, input, at, at);
        history.ok(operation, output, at + 1);
        return history.get(operation);
    }
}
