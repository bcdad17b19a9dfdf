package dev.orrery.sim.check.transaction;

import static dev.orrery.sim.check.transaction.Txn.append;
import static dev.orrery.sim.check.transaction.Txn.list;
import static dev.orrery.sim.check.transaction.Txn.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.check.CheckResult.Outcome;
import dev.orrery.sim.check.transaction.inference.Finding;
import dev.orrery.sim.check.transaction.isolation.IsolationLevel;
import dev.orrery.sim.check.transaction.log.MalformedTransaction;
import dev.orrery.sim.history.History;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One history for each anomaly, and one beside it that has none. */
final class ListAppendTest {

    @Test
    void aWriteCycleIsG0() {
        assertEquals(
                "G0",
                found(new Txn()
                        .begin(0, append("x", 1), append("y", 1))
                        .begin(1, append("x", 2), append("y", 2))
                        .commit(0, append("x", 1), append("y", 1))
                        .commit(1, append("x", 2), append("y", 2))
                        .ok(2, list("x", 1, 2), list("y", 2, 1))
                        .history()));
    }

    @Test
    void writesInOneOrderAreFine() {
        assertEquals(
                "",
                found(new Txn()
                        .ok(0, append("x", 1), append("y", 1))
                        .ok(1, append("x", 2), append("y", 2))
                        .ok(2, list("x", 1, 2), list("y", 1, 2))
                        .history()));
    }

    @Test
    void aReadOfWhatFailedIsG1a() {
        assertEquals(
                "G1a",
                found(new Txn().fail(0, append("x", 1)).ok(1, list("x", 1)).history()));
    }

    @Test
    void aReadOfWhatNobodyKnowsToHaveFailedIsFine() {
        assertEquals(
                "", found(new Txn().info(0, append("x", 1)).ok(1, list("x", 1)).history()));
    }

    @Test
    void aCommittedAppendBehindOneThatFailedIsADirtyUpdate() {
        assertEquals(
                "G1a, dirty-update",
                found(new Txn()
                        .fail(0, append("x", 1))
                        .ok(1, append("x", 2))
                        .ok(2, list("x", 1, 2))
                        .history()));
    }

    @Test
    void aReadInTheMiddleOfATransactionIsG1b() {
        History history = new Txn()
                .begin(0, append("x", 1), append("x", 2))
                .ok(1, list("x", 1))
                .commit(0, append("x", 1), append("x", 2))
                .ok(2, list("x", 1, 2))
                .history();

        assertTrue(found(history).startsWith("G1b"), found(history));
    }

    @Test
    void aTransactionMayReadInTheMiddleOfItself() {
        assertEquals(
                "",
                found(new Txn()
                        .ok(0, append("x", 1), list("x", 1), append("x", 2), list("x", 1, 2))
                        .history()));
    }

    @Test
    void informationThatFlowsInACircleIsG1c() {
        assertEquals(
                "G1c",
                found(new Txn()
                        .begin(0, append("x", 1), read("y", null))
                        .ok(1, append("y", 2), list("x", 1))
                        .commit(0, append("x", 1), list("y", 2))
                        .history()));
    }

    @Test
    void informationThatFlowsOneWayIsFine() {
        assertEquals(
                "",
                found(new Txn()
                        .begin(0, append("x", 1), read("y", null))
                        .ok(1, append("y", 2), list("x"))
                        .commit(0, append("x", 1), list("y", 2))
                        .history()));
    }

    @Test
    void readSkewIsGSingle() {
        assertEquals(
                "G-single-item",
                found(new Txn()
                        .begin(0, read("x", null), read("y", null))
                        .ok(1, append("x", 1), append("y", 1))
                        .commit(0, list("x"), list("y", 1))
                        .history()));
    }

    @Test
    void aLongForkIsACycleWithoutTwoAntiDependenciesInARow() {
        assertEquals("G-nonadjacent-item", found(longFork().history()));
    }

    @Test
    void writeSkewIsG2Item() {
        assertEquals(
                "G2-item",
                found(new Txn()
                        .begin(0, read("x", null), append("y", 1))
                        .begin(1, read("y", null), append("x", 1))
                        .commit(0, list("x"), append("y", 1))
                        .commit(1, list("y"), append("x", 1))
                        .history()));
    }

    @Test
    void writeSkewIsAllowedUnderSnapshotIsolationButNotUnderRepeatableRead() throws Exception {
        TransactionAnalysis analysis = TransactionAnalysis.of(
                TransactionModel.LIST_APPEND,
                new Txn()
                        .begin(0, read("x", null), append("y", 1))
                        .begin(1, read("y", null), append("x", 1))
                        .commit(0, list("x"), append("y", 1))
                        .commit(1, list("y"), append("x", 1))
                        .history());

        assertEquals(
                List.of("strong-snapshot-isolation"),
                analysis.strongestLevels().stream().map(IsolationLevel::name).toList());
    }

    @Test
    void aSessionThatDoesNotSeeItsOwnPastIsASessionAnomaly() {
        assertEquals(
                "G-single-item-process",
                found(new Txn()
                        .ok(0, append("x", 1))
                        .ok(0, list("x"))
                        .ok(1, list("x", 1))
                        .history()));
    }

    @Test
    void aStaleReadIsARealTimeAnomaly() {
        assertEquals(
                "G-single-item-realtime",
                found(new Txn().ok(0, append("x", 1)).ok(1, list("x")).history()));
    }

    @Test
    void aReadThatOverlapsTheWriteMayMissIt() {
        assertEquals(
                "",
                found(new Txn()
                        .begin(0, append("x", 1))
                        .ok(1, list("x"))
                        .commit(0, append("x", 1))
                        .history()));
    }

    @Test
    void twoAppendsAfterOneVersionAreALostUpdate() {
        History history = new Txn()
                .begin(0, read("x", null), append("x", 1))
                .begin(1, read("x", null), append("x", 2))
                .commit(0, list("x"), append("x", 1))
                .commit(1, list("x"), append("x", 2))
                .history();

        assertEquals("lost-update, G2-item", found(history));
    }

    @Test
    void aTransactionThatDoesNotSeeItsOwnAppendIsInternal() {
        assertEquals(
                "internal", found(new Txn().ok(0, append("x", 1), list("x")).history()));
    }

    @Test
    void twoReadsThatDifferAreInternal() {
        assertTrue(found(new Txn()
                        .begin(0, read("x", null), read("x", null))
                        .ok(1, append("x", 1))
                        .commit(0, list("x"), list("x", 1))
                        .history())
                .startsWith("internal"));
    }

    @Test
    void aReadOfWhatIsOnlyAppendedLaterIsAFutureRead() {
        assertTrue(
                found(new Txn().ok(0, list("x", 1), append("x", 1)).history()).startsWith("future-read"));
    }

    @Test
    void aValueThatNobodyAppendedIsGarbage() {
        assertEquals(
                "garbage-read",
                found(new Txn().ok(0, append("x", 1)).ok(1, list("x", 1, 99)).history()));
    }

    @Test
    void anElementThatStandsThereTwiceIsADuplicate() {
        assertEquals(
                "duplicate-elements",
                found(new Txn().ok(0, append("x", 1)).ok(1, list("x", 1, 1)).history()));
    }

    @Test
    void twoReadsOfWhichNeitherBeginsTheOtherAreIncompatible() {
        assertEquals(
                "incompatible-order",
                found(new Txn()
                        .begin(0, append("x", 1))
                        .ok(1, append("x", 2))
                        .commit(0, append("x", 1))
                        .ok(2, list("x", 1, 2))
                        .ok(2, list("x", 2, 1))
                        .history()));
    }

    @Test
    void theAppendsOfATransactionKeepTheirOrder() {
        assertTrue(found(new Txn()
                        .ok(0, append("x", 1), append("x", 2))
                        .ok(1, list("x", 2, 1))
                        .history())
                .startsWith("incompatible-order"));
    }

    @Test
    void anElementThatIsAppendedTwiceIsInconclusiveAndNoError() {
        CheckResult result = check(
                "serializable",
                new Txn().ok(0, append("x", 1)).ok(1, append("x", 1)).history());

        assertEquals(Outcome.INCONCLUSIVE, result.outcome());
        assertTrue(result.message().contains("both append 1 to x"), result.message());
    }

    @Test
    void whatIsWrongWithAnotherKeyIsFoundAllTheSame() {
        History history = new Txn()
                .ok(0, append("x", 1))
                .ok(1, append("x", 1))
                .ok(0, append("y", 1))
                .ok(1, list("y"))
                .history();

        assertEquals(Outcome.FAIL, check("strict-serializable", history).outcome());
        assertEquals(Outcome.INCONCLUSIVE, check("serializable", history).outcome());
    }

    @Test
    void aWriteOfARegisterIsNoListHistory() {
        CheckResult result =
                check("serializable", new Txn().ok(0, Txn.write("x", 1)).history());

        assertEquals(Outcome.INCONCLUSIVE, result.outcome());
        assertEquals(
                "this is no list-append history: operation 0 has w x 1 where an append or the read of a list is expected",
                result.message());
    }

    @Test
    void aHistoryWithoutAnAnswerIsInconclusive() {
        assertEquals(Outcome.INCONCLUSIVE, check("serializable", new History()).outcome());
    }

    @Test
    void aViolationIsToldStepByStep() {
        CheckResult result = check(
                "serializable",
                new Txn()
                        .begin(0, read("x", null), read("y", null))
                        .ok(1, append("x", 5), append("y", 6))
                        .commit(0, list("x"), list("y", 6))
                        .history());

        assertEquals(
                "G-single-item: Let T1 be operation 0 of client 0 (r x [], r y [6]); T2 be operation 1 of client 1"
                        + " (append x 5, append y 6). Then T1 < T2, because T1 did not observe T2's append of 5 to x;"
                        + " however, T2 < T1, because T1 observed T2's append of 6 to y: a contradiction! (Found in all:"
                        + " G-single-item; the strongest that nothing refutes: strong-read-committed.)",
                result.message());
        assertEquals(List.of(0, 1), result.operations());
    }

    private static Txn longFork() {
        return new Txn()
                .begin(0, append("x", 1))
                .begin(1, append("y", 1))
                .begin(2, read("x", null), read("y", null))
                .begin(3, read("x", null), read("y", null))
                .commit(0, append("x", 1))
                .commit(1, append("y", 1))
                .commit(2, list("x", 1), list("y"))
                .commit(3, list("x"), list("y", 1));
    }

    private static CheckResult check(String level, History history) {
        return TransactionCheck.of(
                        TransactionModel.LIST_APPEND,
                        IsolationLevel.named(level).orElseThrow())
                .check(history);
    }

    private static String found(History history) {
        try {
            return String.join(
                    ", ",
                    TransactionAnalysis.of(TransactionModel.LIST_APPEND, history).findings().stream()
                            .map(Finding::anomaly)
                            .map(anomaly -> anomaly.text())
                            .distinct()
                            .toList());
        } catch (MalformedTransaction malformed) {
            throw new AssertionError(malformed);
        }
    }
}
