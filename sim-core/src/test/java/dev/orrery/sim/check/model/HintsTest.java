package dev.orrery.sim.check.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Keyword;
import dev.orrery.sim.history.Operation;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What models tell a search to spare it steps; that none of it is wrong, all orders tried show. */
final class HintsTest {
    @Test
    void whatReadsOnlyLooks() {
        assertTrue(new AppendModel().onlyLooks(ok("read", null, List.of(1))));
        assertTrue(new TextModel().onlyLooks(ok("get", null, "a")));
        assertTrue(new SetModel().onlyLooks(ok("read", null, List.of(1))));
        assertTrue(new SetModel().onlyLooks(ok("contains", 1, true)));
        assertTrue(new MultiRegisterModel().onlyLooks(txn("r")));
    }

    @Test
    void whatWritesDoesNotOnlyLook() {
        assertFalse(new AppendModel().onlyLooks(ok("append", 1, null)));
        assertFalse(new TextModel().onlyLooks(ok("put", "a", null)));
        assertFalse(new SetModel().onlyLooks(ok("add", 1, null)));
        assertFalse(new MultiRegisterModel().onlyLooks(txn("w")));
    }

    @Test
    void whatWasRefusedOnlyLooks() {
        assertTrue(new SetModel().onlyLooks(ok("add", 1, false)));
        assertTrue(new SemaphoreModel(2).onlyLooks(ok("acquire", null, false)));
        assertFalse(new SemaphoreModel(2).onlyLooks(ok("acquire", null, true)));
    }

    @Test
    void aWriteAndADeletionOverwrite() {
        assertTrue(new KeyValueModel().overwrites(ok("write", 1, null)));
        assertTrue(new KeyValueModel().overwrites(ok("delete", null, null)));
        assertFalse(new KeyValueModel().overwrites(ok("read", null, 1)));
    }

    @Test
    void aListThatBeginsOtherwiseWillNeverBeWhatWasRead() {
        AppendModel list = new AppendModel();
        Operation read = ok("read", null, List.of(1, 2));

        assertTrue(list.mayYetMeet(Sequence.EMPTY, read));
        assertTrue(list.mayYetMeet(Sequence.of(List.of(1)), read));
        assertTrue(list.mayYetMeet(Sequence.of(List.of(1, 2)), read));
        assertFalse(list.mayYetMeet(Sequence.of(List.of(2)), read));
        assertFalse(list.mayYetMeet(Sequence.of(List.of(1, 2, 3)), read));
    }

    @Test
    void aTextThatBeginsOtherwiseWillNeverBeWhatWasRead() {
        TextModel text = new TextModel();

        assertTrue(text.mayYetMeet("a", ok("get", null, "ab")));
        assertFalse(text.mayYetMeet("b", ok("get", null, "ab")));
        assertTrue(text.mayYetMeet("b", ok("put", "ab", null)));
    }

    @Test
    void aFenceThatIsPassedWillNeverBeGivenOut() {
        LockModel once = LockModel.fenced();
        LockModel twice = LockModel.reentrantFenced();
        LockModel.Lock lock = new LockModel.Lock("c", 1, 5, 5);

        assertTrue(once.mayYetMeet(lock, ok("acquire", null, 6L)));
        assertFalse(once.mayYetMeet(lock, ok("acquire", null, 5L)));
        assertFalse(once.mayYetMeet(lock, ok("acquire", null, 4L)));
        assertTrue(twice.mayYetMeet(lock, ok("acquire", null, 5L)));
        assertFalse(twice.mayYetMeet(lock, ok("acquire", null, 4L)));
        assertTrue(twice.mayYetMeet(lock, ok("release", null, null)));
    }

    @Test
    void whatIsAboutDifferentElementsOfASetCommutes() {
        SetModel set = new SetModel();

        assertTrue(set.commute(ok("add", 1, true), ok("remove", 2, true)));
        assertTrue(set.commute(ok("add", 1, null), ok("add", 1, null)));
        assertTrue(set.commute(ok("read", null, List.of()), ok("contains", 1, false)));
        assertFalse(set.commute(ok("add", 1, true), ok("remove", 1, true)));
        assertFalse(set.commute(ok("add", 1, true), ok("read", null, List.of())));
    }

    @Test
    void aModelThatTellsNothingIsNotSpared() {
        Model<Integer> counter = new Model<>() {
            @Override
            public Integer initial() {
                return 0;
            }

            @Override
            public Integer step(Integer state, Operation operation) {
                return state + 1;
            }
        };
        Operation any = ok("any", null, null);

        assertFalse(counter.knowsClients());
        assertFalse(counter.onlyLooks(any));
        assertFalse(counter.overwrites(any));
        assertFalse(counter.commute(any, any));
        assertTrue(counter.mayYetMeet(0, any));
        assertEquals("3", counter.describe(3));
    }

    private static Operation txn(String f) {
        return ok("txn", List.of(Arrays.asList(new Keyword(f), "x", f.equals("r") ? null : 1)), null);
    }

    private static Operation ok(String f, @Nullable Object input, @Nullable Object output) {
        History history = new History();
        history.ok(history.invoke(0, f, null, input, 0, 0), output, 1);
        return history.get(0);
    }
}
