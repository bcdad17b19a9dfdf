package dev.orrery.sim.check.transaction;

import static dev.orrery.sim.check.transaction.Txn.read;
import static dev.orrery.sim.check.transaction.Txn.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.check.CheckResult.Outcome;
import dev.orrery.sim.check.transaction.isolation.IsolationLevel;
import dev.orrery.sim.check.transaction.log.MalformedTransaction;
import dev.orrery.sim.history.CompareAndSet;
import dev.orrery.sim.history.History;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One history for each anomaly of registers, and one beside it that has none. */
final class RegisterTest {

    @Test
    void aReadOfWhatFailedIsG1a() {
        assertEquals(
                "G1a",
                found(new Txn().fail(0, write("x", 1)).ok(1, read("x", 1)).history()));
    }

    @Test
    void aWriteUponWhatFailedIsADirtyUpdate() {
        assertEquals(
                "G1a, dirty-update",
                found(new Txn()
                        .fail(0, write("x", 1))
                        .ok(1, read("x", 1), write("x", 2))
                        .history()));
    }

    @Test
    void aReadOfWhatMayHaveFailedIsFine() {
        assertEquals(
                "", found(new Txn().info(0, write("x", 1)).ok(1, read("x", 1)).history()));
    }

    @Test
    void aReadOfAValueThatItsTransactionOverwroteIsG1b() {
        assertEquals(
                "G1b",
                found(new Txn()
                        .ok(0, write("x", 1), write("x", 2))
                        .ok(1, read("x", 1))
                        .history()));
    }

    @Test
    void aTransactionMayReadWhatItOverwritesAfterwards() {
        assertEquals(
                "",
                found(new Txn()
                        .ok(0, write("x", 1), read("x", 1), write("x", 2))
                        .history()));
    }

    @Test
    void aValueThatNobodyWroteIsGarbageAndNoError() {
        assertEquals("garbage-read", found(new Txn().ok(0, read("x", 7)).history()));
    }

    @Test
    void aTransactionThatDoesNotSeeItsOwnWriteIsInternal() {
        assertTrue(
                found(new Txn().ok(0, write("x", 1), read("x", null)).history()).startsWith("internal"));
    }

    @Test
    void aReadOfWhatIsOnlyWrittenLaterIsAFutureRead() {
        assertEquals(
                "future-read",
                found(new Txn().ok(0, read("x", 1), write("x", 1)).history()));
    }

    @Test
    void twoThatReadOneValueAndReplaceItAreALostUpdate() {
        assertEquals(
                "lost-update, G2-item",
                found(new Txn()
                        .ok(0, write("x", 1))
                        .begin(1, read("x", null), write("x", 2))
                        .begin(2, read("x", null), write("x", 3))
                        .commit(1, read("x", 1), write("x", 2))
                        .commit(2, read("x", 1), write("x", 3))
                        .history()));
    }

    @Test
    void twoThatReadAndReplaceOneAfterTheOtherAreFine() {
        assertEquals(
                "",
                found(new Txn()
                        .ok(0, write("x", 1))
                        .ok(1, read("x", 1), write("x", 2))
                        .ok(2, read("x", 2), write("x", 3))
                        .history()));
    }

    @Test
    void informationThatFlowsInACircleIsG1c() {
        assertEquals(
                "G1c",
                found(new Txn()
                        .begin(0, write("x", 1), read("y", null))
                        .ok(1, write("y", 2), read("x", 1))
                        .commit(0, write("x", 1), read("y", 2))
                        .history()));
    }

    @Test
    void whoReadsWhatAnotherOneReplacedAndWhatThatOneWroteSeesAReadSkew() {
        assertEquals(
                "G-single-item",
                found(new Txn()
                        .ok(0, write("x", 1))
                        .begin(1, read("x", null), read("y", null))
                        .ok(2, read("x", 1), write("x", 2), write("y", 2))
                        .commit(1, read("x", 1), read("y", 2))
                        .history()));
    }

    @Test
    void writeSkewIsG2Item() {
        assertEquals(
                "G2-item",
                found(new Txn()
                        .begin(0, read("x", null), write("y", 1))
                        .begin(1, read("y", null), write("x", 1))
                        .commit(0, read("x", null), write("y", 1))
                        .commit(1, read("y", null), write("x", 1))
                        .history()));
    }

    @Test
    void aReadOfWhatWasOverwrittenBeforeItBeganIsStale() {
        assertEquals(
                "G-single-item-realtime",
                found(new Txn()
                        .ok(0, write("x", 1))
                        .ok(1, write("x", 2))
                        .ok(2, read("x", 1))
                        .history()));
    }

    @Test
    void aReadThatOverlapsTheSecondWriteMaySeeTheFirst() {
        assertEquals(
                "",
                found(new Txn()
                        .ok(0, write("x", 1))
                        .begin(1, write("x", 2))
                        .ok(2, read("x", 1))
                        .commit(1, write("x", 2))
                        .history()));
    }

    @Test
    void readsThatGoBackInRealTimeAreStaleWhoeverWroteFirst() {
        assertTrue(found(new Txn()
                        .begin(0, write("x", 1))
                        .begin(1, write("x", 2))
                        .ok(2, read("x", 1))
                        .ok(3, read("x", 2))
                        .ok(4, read("x", 1))
                        .commit(0, write("x", 1))
                        .commit(1, write("x", 2))
                        .history())
                .endsWith("-realtime"));
    }

    @Test
    void aLongForkIsToldAsOne() throws MalformedTransaction {
        TransactionAnalysis analysis = TransactionAnalysis.of(
                TransactionModel.LONG_FORK,
                new Txn()
                        .begin(0, write("x", 1))
                        .begin(1, write("y", 1))
                        .ok(2, read("x", 1), read("y", null))
                        .ok(3, read("y", 1), read("x", null))
                        .commit(0, write("x", 1))
                        .commit(1, write("y", 1))
                        .history());

        assertEquals("long-fork, G-nonadjacent-item", analysis.countsInWords());
        assertEquals(
                "operation 2 of client 2 saw the write to x and not the one to y, and operation 3 of client 3 saw it the"
                        + " other way round",
                analysis.findings().get(0).message());
    }

    @Test
    void whoSeesItsOwnWriteMakesNoLongFork() throws MalformedTransaction {
        TransactionAnalysis analysis = TransactionAnalysis.of(
                TransactionModel.LONG_FORK,
                new Txn()
                        .begin(0, write("x", 1))
                        .begin(1, read("x", null), write("y", 1), read("y", null))
                        .commit(0, write("x", 1))
                        .ok(2, read("x", 1), read("y", null))
                        .commit(1, read("x", null), write("y", 1), read("y", 1))
                        .history());

        assertEquals("G2-item", analysis.countsInWords());
    }

    @Test
    void aLongForkHistoryWritesEachKeyOnce() {
        CheckResult result = TransactionCheck.of(
                        TransactionModel.LONG_FORK,
                        IsolationLevel.named("serializable").orElseThrow())
                .check(new Txn().ok(0, write("x", 1)).ok(0, write("x", 2)).history());

        assertEquals(Outcome.INCONCLUSIVE, result.outcome());
    }

    @Test
    void aValueThatIsWrittenTwiceIsInconclusive() {
        CheckResult result = TransactionCheck.of(
                        TransactionModel.RW_REGISTER,
                        IsolationLevel.named("serializable").orElseThrow())
                .check(new Txn().ok(0, write("x", 1)).ok(1, write("x", 1)).history());

        assertEquals(Outcome.INCONCLUSIVE, result.outcome());
        assertTrue(result.message().contains("both write 1 to x"), result.message());
    }

    @Test
    void singleReadsAndWritesAreTransactionsOfTheirOwn() {
        History history = new History();
        history.ok(history.invoke(0, "write", "x", 1, 1, 1), null, 2);
        history.ok(history.invoke(1, "cas", "x", new CompareAndSet(1, 2), 3, 3), true, 4);
        history.ok(history.invoke(1, "cas", "x", new CompareAndSet(9, 3), 5, 5), false, 6);
        history.ok(history.invoke(0, "read", "x", null, 7, 7), 1, 8);

        assertEquals("G-single-item-realtime", found(history));
    }

    @Test
    void aListOfMicroOperationsIsATransactionWhateverItIsCalled() {
        History history = new History();
        List<Object> asked = List.of(List.of("w", "x", 1));
        history.ok(history.invoke(0, "submit", null, asked, 1, 1), null, 2);
        history.ok(history.invoke(1, "read", "x", null, 3, 3), 7, 4);

        assertEquals("garbage-read", found(history));
    }

    @Test
    void anotherOperationIsNoTransaction() {
        History history = new History();
        history.ok(history.invoke(0, "acquire", null, null, 1, 1), null, 2);
        CheckResult result = TransactionCheck.of(
                        IsolationLevel.named("serializable").orElseThrow())
                .check(history);

        assertEquals(Outcome.INCONCLUSIVE, result.outcome());
        assertEquals(
                "this is no rw-register history: operation 0 is acquire, which is no transaction on lists or registers",
                result.message());
    }

    @Test
    void nilThatSomebodyWroteTellsNothing() {
        History history = new History();
        history.ok(history.invoke(0, "write", "x", 1, 1, 1), null, 2);
        history.ok(history.invoke(0, "delete", "x", null, 3, 3), null, 4);
        history.ok(history.invoke(1, "read", "x", null, 5, 5), null, 6);

        assertEquals("", found(history));
    }

    private static String found(History history) {
        try {
            return TransactionAnalysis.of(TransactionModel.RW_REGISTER, history)
                    .countsInWords()
                    .replace("nothing", "");
        } catch (MalformedTransaction malformed) {
            throw new AssertionError(malformed);
        }
    }
}
