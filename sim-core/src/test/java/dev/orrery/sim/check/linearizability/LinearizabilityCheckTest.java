package dev.orrery.sim.check.linearizability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.check.CheckResult.Outcome;
import dev.orrery.sim.check.model.CounterModel;
import dev.orrery.sim.check.model.KeyValueModel;
import dev.orrery.sim.history.CompareAndSet;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.history.synthetic.AtomicRegister;
import dev.orrery.sim.history.synthetic.AtomicRegister.Operations;
import dev.orrery.sim.history.synthetic.Crowd;
import dev.orrery.sim.random.Probability;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinearizabilityCheckTest {
    private static final long AMPLE = 20_000_000;
    private static final Crowd BUSY = new Crowd(8, 4000, Probability.percent(1));

    private final History history = new History();
    private long now;

    @Test
    void anEmptyHistoryIsInconclusive() {
        assertEquals(Outcome.INCONCLUSIVE, judge().outcome());
    }

    @Test
    void aHistoryWithoutAnAnswerIsInconclusive() {
        history.fail(invoke(0, "write", 1), "refused", now);
        history.info(invoke(1, "write", 2), "timed out", now);
        invoke(2, "read", null);

        assertInconclusive("none of the 3 operations was answered");
    }

    @Test
    void whatIsWrittenIsRead() {
        read(0, null);
        write(0, 1);
        read(1, 1);
        delete(1);
        read(0, null);

        assertEquals(CheckResult.pass("linearizable", "5 answered operations on 1 key have a legal order"), judge());
    }

    @Test
    void aStaleReadIsAViolationToldInPlainWords() {
        now = 1_200_000_000;
        write(0, 1);
        write(1, 2);
        int read = invoke(3, "read", null);
        now += 500_000;
        history.ok(read, 1, ++now);

        CheckResult result = judge();

        assertEquals("""
                key x: read #2 by client 3 answered 1, which write #1 by client 1 had replaced with 2 before the read began
                  #0  client 0  write 1  from 1.2s to 1.200000001s
                  #1  client 1  write 2  from 1.200000001s to 1.200000002s
                  #2  client 3  read: 1  from 1.200000002s to 1.200500003s
                no order explains all their answers:
                  after write #0 and write #1 it is 2: read #2 should have answered 2, not 1""", result.message());
        assertEquals(List.of(2, 0, 1), result.operations());
    }

    @Test
    void aLostWriteIsAViolation() {
        write(0, 1);
        read(1, null);

        assertViolation(1, "answered nothing", "should have answered 1, not nothing");
    }

    @Test
    void aValueThatNobodyWroteIsAViolation() {
        write(0, 1);
        read(1, 2);

        assertViolation(1, "answered 2, which nobody ever wrote");
    }

    @Test
    void aValueReadBeforeAnybodyBeganToWriteItIsAViolation() {
        swap(0, 7, 8, false);
        write(0, 1);
        write(0, 1);
        read(1, 2);
        write(0, 2);

        assertViolation(3, "answered 2");
    }

    @Test
    void aValueReadWhileItIsWrittenIsNone() {
        swap(0, 7, 8, false);
        int write = invoke(0, "write", 1);
        read(1, 1);
        history.ok(write, null, ++now);

        assertEquals(Outcome.PASS, judge().outcome());
    }

    @Test
    void twoSwapsFromOneValueAreAViolation() {
        write(0, 1);
        swap(1, 1, 2, true);
        swap(2, 1, 3, true);

        assertViolation(2, "cas #2 by client 2", "answered true", "it is 2");
    }

    @Test
    void aSwapRefusedThoughTheValueWasRightIsAViolation() {
        write(0, 1);
        swap(1, 1, 2, false);

        assertViolation(1, "answered false", "it is 1: cas #1 should have answered true");
    }

    @Test
    void readsThatSeeTwoWritesInOppositeOrdersAreAViolation() {
        int one = invoke(0, "write", 1);
        int two = invoke(1, "write", 2);
        read(2, 1);
        read(3, 2);
        read(2, 1);
        history.ok(one, null, ++now);
        history.ok(two, null, ++now);

        assertViolation(4, "answered 1", "it is 2");
    }

    @Test
    void aReadBesideAWriteMaySeeItOrNot() {
        write(0, 1);
        int write = invoke(0, "write", 2);
        read(1, 1);
        read(2, 2);
        history.ok(write, null, ++now);

        assertEquals(Outcome.PASS, judge().outcome());
    }

    @Test
    void atOneNanosecondTheOrderOfTheHistoryCounts() {
        history.ok(history.invoke(0, "write", "x", 1, 5, 5), null, 5);
        history.ok(history.invoke(1, "read", "x", null, 5, 5), null, 5);

        assertEquals(Outcome.FAIL, judge().outcome());
    }

    @Test
    void aFailedWriteIsNeverSeen() {
        write(0, 1);
        history.fail(invoke(1, "write", 2), "refused", ++now);
        read(2, 2);

        assertViolation(2, "answered 2, which only write #1 by client 1 wrote, and that failed");
    }

    @Test
    void anUnknownWriteMayTakeEffectLateButOnlyOnce() {
        history.info(invoke(0, "write", 1), "timed out", ++now);
        read(1, null);
        write(1, 2);
        read(1, 1);
        assertEquals(Outcome.PASS, judge().outcome());

        write(1, 3);
        read(1, 1);
        assertViolation(5, "answered 1", "it is 3");
    }

    @Test
    void anOpenWriteIsAsUnknown() {
        invoke(0, "write", 1);
        read(1, null);
        read(1, 1);
        assertEquals(Outcome.PASS, judge().outcome());

        read(1, null);
        assertEquals(Outcome.FAIL, judge().outcome());
    }

    @Test
    void anUnknownWriteTakesNoEffectBeforeItIsInvoked() {
        read(1, 1);
        invoke(0, "write", 1);

        assertViolation(0, "answered 1", "began only at");
    }

    @Test
    void asManyUnknownWritesOfOneValueAreSpentAsAreNeeded() {
        for (int process = 10; process < 13; process++) {
            history.info(invoke(process, "write", 1), "timed out", ++now);
        }
        for (int i = 0; i < 3; i++) {
            read(0, 1);
            write(0, 2);
        }
        assertEquals(Outcome.PASS, judge().outcome());

        read(0, 1);
        assertEquals(Outcome.FAIL, judge().outcome());
    }

    @Test
    void theUnknownOperationThatIsNeededLaterIsNotTheOneSpentFirst() {
        write(0, 0);
        history.info(invoke(10, "cas", new CompareAndSet(0, 1)), "timed out", ++now);
        history.info(invoke(11, "write", 1), "timed out", ++now);
        read(0, 1);
        write(0, 2);
        read(0, 1);

        assertEquals(Outcome.PASS, judge().outcome());
    }

    @Test
    void keysAreJudgedApart() {
        history.ok(history.invoke(0, "write", "x", 1, now, now), null, now);
        history.ok(history.invoke(0, "write", "y", 2, now, now), null, now);
        history.ok(history.invoke(0, "read", "x", null, now, now), 1, now);
        assertEquals("3 answered operations on 2 keys have a legal order", judge().message());

        history.ok(history.invoke(0, "read", null, null, now, now), 1, now);
        assertViolation(3, "read #3 by client 0 answered 1, which nobody ever wrote");
    }

    @Test
    void moreThanSixtyFourOperationsMayBeOpen() {
        int clients = 150;
        for (int i = 0; i < clients; i++) {
            invoke(i, "cas", new CompareAndSet(i == 0 ? null : i, i + 1));
        }
        for (int i = clients - 1; i >= 0; i--) {
            history.ok(i, true, ++now);
        }
        read(0, clients);
        assertEquals(Outcome.PASS, judge().outcome());

        read(0, clients - 1);
        assertViolation(clients + 1, "answered 149", "135 more, and then");
    }

    @Test
    void aSpentBudgetIsInconclusiveAndSaysWhere() {
        invokeAHardKey();

        CheckResult result = new LinearizabilityCheck(new CounterModel(), 10_000).check(history);

        assertEquals(Outcome.INCONCLUSIVE, result.outcome());
        assertTrue(
                result.message()
                        .startsWith(
                                "the budget of 10000 steps was spent, and undecided is key x (up to 41 operations at"
                                        + " once, none of unknown outcome that may have changed something; 0 of 41 answers"
                                        + " are in order)"),
                result.message());
    }

    @Test
    void spentMemoryIsInconclusiveAndSaysSo() {
        invokeAHardKey();

        CheckResult result = new LinearizabilityCheck(new CounterModel(), AMPLE, 2 << 20).check(history);

        assertEquals(Outcome.INCONCLUSIVE, result.outcome());
        assertTrue(
                result.message().startsWith("the memory of 2 MB was spent, and undecided is key x"), result.message());
    }

    @Test
    void aHardKeyDoesNotHideAnotherKeysViolation() {
        invokeAHardKey();
        int read = history.invoke(0, "read", "y", null, now, now);
        history.ok(read, 1, now);

        CheckResult result = new LinearizabilityCheck(new CounterModel(), AMPLE).check(history);

        assertEquals(List.of(read), result.operations(), result.message());
    }

    /** Any of the sums could be the one that was read, but none is. */
    private void invokeAHardKey() {
        int adds = 40;
        for (int i = 0; i < adds; i++) {
            invoke(i, "add", 1L << i);
        }
        history.ok(invoke(adds, "read", null), -1L, ++now);
        for (int i = 0; i < adds; i++) {
            history.ok(i, null, ++now);
        }
    }

    @Test
    void aCompareAndSetThatWasAnsweredNeitherTrueNorFalseFails() {
        int cas = invoke(0, "cas", new CompareAndSet(null, 1));
        history.ok(cas, 5, ++now);

        assertViolation(cas, "cas nothing to 1: 5", "can never have happened");
    }

    @Test
    void aBudgetOfNoStepsAndUnknownOperationsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new LinearizabilityCheck(new KeyValueModel(), 0));
        history.ok(invoke(0, "append", 1), null, ++now);
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, this::judge).getMessage());
        assertTrue(message.contains("append, which a key-value store does not know"), message);
    }

    @Test
    void historiesLegalByConstructionPass() {
        for (long seed = 0; seed < 20; seed++) {
            CheckResult result = judge(legal(seed));

            assertEquals(Outcome.PASS, result.outcome(), "seed " + seed + ": " + result.message());
        }
    }

    @Test
    void oneOverwrittenValueReadAgainInALegalHistoryFails() {
        for (long seed = 0; seed < 20; seed++) {
            History legal = legal(seed);
            Operation read = aReadWithAnOverwrittenValue(legal, new Random(seed));
            Object stale = overwrittenBefore(legal, read);

            CheckResult result = judge(withAnswer(legal, read.index(), stale));

            assertEquals(Outcome.FAIL, result.outcome(), "seed " + seed + ": " + result.message());
            assertEquals(read.index(), result.operations().get(0), "seed " + seed + ": " + result.message());
        }
    }

    private static History legal(long seed) {
        return BUSY.ask(AtomicRegister.ofUniqueValues(Operations.READ_WRITE_CAS, 3), seed);
    }

    private static Operation aReadWithAnOverwrittenValue(History legal, Random random) {
        while (true) {
            Operation read = legal.get(random.nextInt(legal.size()));
            if (read.f().equals("read")
                    && read.outcome() == Operation.Outcome.OK
                    && overwrittenBefore(legal, read) != null) {
                return read;
            }
        }
    }

    /** A value whose only write had returned before another write was invoked, which returned before the read. */
    private static @Nullable Object overwrittenBefore(History legal, Operation read) {
        Operation later = null;
        for (int i = read.index() - 1; i >= 0; i--) {
            Operation write = legal.get(i);
            boolean counts = write.f().equals("write")
                    && write.outcome() == Operation.Outcome.OK
                    && Objects.equals(read.key(), write.key());
            if (counts && later == null && write.completedAt() < read.invokedAt()) {
                later = write;
            } else if (counts && later != null && write.completedAt() < later.invokedAt()) {
                return write.input();
            }
        }
        return null;
    }

    private static History withAnswer(History from, int changed, @Nullable Object answer) {
        History copy = new History();
        for (History.Event event : from.events()) {
            Operation operation = event.operation();
            int index = operation.index();
            if (event.invocation()) {
                copy.invoke(
                        operation.process(),
                        operation.f(),
                        operation.key(),
                        operation.input(),
                        operation.intendedAt(),
                        operation.invokedAt());
            } else if (operation.outcome() == Operation.Outcome.OK) {
                copy.ok(index, index == changed ? answer : operation.output(), operation.completedAt());
            } else if (operation.outcome() == Operation.Outcome.FAIL) {
                copy.fail(index, String.valueOf(operation.error()), operation.completedAt());
            } else {
                copy.info(index, String.valueOf(operation.error()), operation.completedAt());
            }
        }
        return copy;
    }

    private void read(int process, @Nullable Object answer) {
        history.ok(invoke(process, "read", null), answer, ++now);
    }

    private void write(int process, Object value) {
        history.ok(invoke(process, "write", value), null, ++now);
    }

    private void delete(int process) {
        history.ok(invoke(process, "delete", null), null, ++now);
    }

    private void swap(int process, Object from, Object to, boolean answer) {
        history.ok(invoke(process, "cas", new CompareAndSet(from, to)), answer, ++now);
    }

    private int invoke(int process, String f, @Nullable Object value) {
        return history.invoke(process, f, "x", value, now, now);
    }

    private CheckResult judge() {
        return judge(history);
    }

    private static CheckResult judge(History history) {
        return new LinearizabilityCheck(new KeyValueModel(), AMPLE).check(history);
    }

    private void assertInconclusive(String why) {
        CheckResult result = judge();
        assertEquals(Outcome.INCONCLUSIVE, result.outcome());
        assertTrue(result.message().contains(why), result.message());
    }

    private CheckResult assertViolation(int blamed, String... words) {
        CheckResult result = judge();
        assertEquals(Outcome.FAIL, result.outcome(), result.message());
        assertEquals(blamed, result.operations().get(0), result.message());
        for (String word : words) {
            assertTrue(result.message().contains(word), result.message());
        }
        return result;
    }
}
