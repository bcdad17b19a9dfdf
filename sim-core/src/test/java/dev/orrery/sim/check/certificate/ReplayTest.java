package dev.orrery.sim.check.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.orrery.sim.check.model.KeyValueModel;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Interval;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ReplayTest {
    private final History history = new History();

    @Test
    void anOrderThatExplainsEveryAnswerHasNoFlaw() {
        ok("write", 1, null);
        ok("read", null, 1);
        assertNull(flaw(0, 1));
    }

    @Test
    void anOperationOfUnknownOutcomeMayBeLeftOutOrNot() {
        history.info(history.invoke(0, "write", null, 1, 0, 0), "nobody answered", 0);
        ok("read", null, null);
        assertNull(flaw(1));
        assertNull(flaw(1, 0));
    }

    @Test
    void anAnsweredOperationMustBeThere() {
        ok("write", 1, null);
        ok("write", 2, null);
        assertEquals("operation 1 was answered and is missing", flaw(0));
    }

    @Test
    void nothingIsThereTwice() {
        ok("write", 1, null);
        assertEquals("operation 0 is there twice", flaw(0, 0));
    }

    @Test
    void nothingIsThereThatIsAboutAnotherObject() {
        ok("write", 1, null);
        ok("write", 2, null);
        List<Interval> all = Interval.of(history);
        assertEquals(
                "operation 1 is not one of the object's", Replay.flaw(new KeyValueModel(), all.subList(0, 1), all));
    }

    @Test
    void whatWasOverBeforeAnotherBeganComesFirst() {
        ok("write", 1, null);
        ok("write", 2, null);
        assertEquals("operation 0 was over before operation 1 began, and comes after it", flaw(1, 0));
    }

    @Test
    void everyAnswerIsTheModels() {
        ok("write", 1, null);
        ok("read", null, 2);
        assertEquals("operation 1 finds 1 and would not have been answered as it was", flaw(0, 1));
    }

    private @Nullable String flaw(int... order) {
        List<Interval> all = Interval.of(history);
        return Replay.flaw(
                new KeyValueModel(), all, IntStream.of(order).mapToObj(all::get).toList());
    }

    private void ok(String f, @Nullable Object input, @Nullable Object answer) {
        history.ok(history.invoke(history.size(), f, null, input, 0, 0), answer, 0);
    }
}
