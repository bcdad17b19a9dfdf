package dev.orrery.sim.check.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.check.Check;
import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.check.CheckResult.Outcome;
import dev.orrery.sim.history.CompareAndSet;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Keyword;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** For each guarantee a history that breaks it alone, and one beside it that keeps all. */
final class SessionCheckTest {
    private final History history = new History();

    @Test
    void aReadOfNothingAfterAWriteBreaksReadYourWrites() {
        write(0, "x", 1);
        read(0, "x", null);

        assertEquals("read-your-writes, causal", broken());
    }

    @Test
    void aReadOfWhatAnotherOneWroteMeanwhileIsFine() {
        write(0, "x", 1);
        write(1, "x", 2);
        read(0, "x", 2);

        assertEquals("", broken());
    }

    @Test
    void aReadOfNothingAfterSomethingBreaksMonotonicReads() {
        write(0, "x", 1);
        read(1, "x", 1);
        read(1, "x", null);

        assertEquals("monotonic-reads, causal", broken());
    }

    @Test
    void aReadThatGoesBackAndForthBreaksMonotonicReads() {
        write(0, "x", 1);
        write(1, "x", 2);
        read(2, "x", 1);
        read(2, "x", 2);
        read(2, "x", 1);

        assertEquals("monotonic-reads", broken());
    }

    @Test
    void twoSessionsThatSeeOneOrderAreFine() {
        write(0, "x", 1);
        write(1, "x", 2);
        read(2, "x", 1);
        read(2, "x", 2);
        read(3, "x", 1);
        read(3, "x", 2);

        assertEquals("", broken());
    }

    @Test
    void twoWritesThatAreSeenTheOtherWayRoundBreakMonotonicWrites() {
        write(0, "x", 1);
        write(0, "x", 2);
        read(1, "x", 2);
        read(1, "x", 1);

        assertEquals("monotonic-writes, causal", broken());
    }

    @Test
    void aWriteThatIsSeenBeforeWhatItsSessionHadReadBreaksWritesFollowReads() {
        write(0, "x", 1);
        read(1, "x", 1);
        write(1, "x", 2);
        read(2, "x", 2);
        read(2, "x", 1);

        assertEquals("writes-follow-reads, causal", broken());
    }

    @Test
    void anEffectThatIsSeenWithoutItsCauseBreaksCausalityAlone() {
        write(0, "x", 1);
        read(1, "x", 1);
        write(1, "y", 2);
        read(2, "y", 2);
        read(2, "x", null);

        assertEquals("causal", broken());
    }

    @Test
    void anEffectThatIsSeenAfterItsCauseIsFine() {
        write(0, "x", 1);
        read(1, "x", 1);
        write(1, "y", 2);
        read(2, "x", 1);
        read(2, "y", 2);

        assertEquals("", broken());
    }

    @Test
    void aCompareAndSetTellsWhichVersionIsOlder() {
        write(0, "x", 1);
        history.ok(invoke(1, "cas", "x", new CompareAndSet(1, 2)), true, now());
        read(2, "x", 2);
        read(2, "x", 1);

        assertEquals("monotonic-reads, causal", broken());
    }

    @Test
    void aSessionOfWhichNobodyKnowsWhatBecameOfItsWriteMayMissIt() {
        history.info(invoke(0, "write", "x", 1), "timeout", now());
        read(1, "x", null);

        assertEquals("", broken());
    }

    @Test
    void aListWithoutWhatItsSessionAppendedBreaksReadYourWrites() {
        append(0, "x", 1);
        append(1, "x", 2);
        list(2, "x", 1, 2);
        list(1, "x", 1);

        assertEquals("read-your-writes, causal", broken());
    }

    @Test
    void aListThatGetsShorterBreaksMonotonicReads() {
        append(0, "x", 1);
        append(1, "x", 2);
        list(2, "x", 1, 2);
        list(2, "x", 1);

        assertEquals("monotonic-reads, causal", broken());
    }

    @Test
    void aListInWhichASessionsAppendsStandTheOtherWayRoundBreaksMonotonicWrites() {
        append(0, "x", 1);
        append(0, "x", 2);
        list(1, "x", 2, 1);

        assertEquals("monotonic-writes", broken());
    }

    @Test
    void anAppendBeforeWhatItsSessionHadReadBreaksWritesFollowReads() {
        append(0, "x", 1);
        list(1, "x", 1);
        append(1, "x", 2);
        history.ok(
                invoke(2, "txn", null, List.of(micro("r", "x", null))), List.of(micro("r", "x", List.of(2, 1))), now());

        assertEquals("", broken(), "the two reads contradict each other, so that nothing is known of the order");
    }

    @Test
    void theOffendingPairIsToldInWords() {
        write(0, "x", 1);
        write(0, "x", 2);
        read(1, "x", 2);
        read(1, "x", 1);
        CheckResult result = SessionCheck.of(SessionGuarantee.MONOTONIC_WRITES).check(history);

        assertEquals(
                "key x: client 0 wrote 1 (operation 0) and then wrote 2 (operation 1); but client 1 read 2 (operation 2)"
                        + " and then read 1 (operation 3)",
                result.message());
        assertEquals(List.of(3, 2, 1, 0), result.operations());
    }

    @Test
    void aMissingCauseIsToldInWords() {
        write(0, "x", 1);
        read(1, "x", 1);
        write(1, "y", 2);
        read(2, "y", 2);
        read(2, "x", null);

        assertEquals(
                "key x: operation 4 of client 2 read nil, though the write of 1 by operation 0 of client 0 was in its past and"
                        + " came after what it read",
                SessionCheck.of(SessionGuarantee.CAUSAL).check(history).message());
    }

    @Test
    void whatWasReadBeforeItsCauseWasWrittenGoesInACircle() {
        write(3, "z", 5);
        read(0, "y", 2);
        write(0, "x", 1);
        read(1, "x", 1);
        write(1, "y", 2);
        CheckResult result = SessionCheck.of(SessionGuarantee.CAUSAL).check(history);

        assertEquals("causal", broken());
        assertEquals(
                "operation 1 of client 0 read what was written only after it was seen: causes go in a circle",
                result.message());
        assertEquals(List.of(1, 2, 3, 4), result.operations());
    }

    @Test
    void theInitialValueOfTheRightKeyIsTold() {
        write(0, "x", 1);
        write(0, "y", 2);
        read(0, "y", null);

        assertEquals(
                "key y: client 0 wrote 2 (operation 1) and then read nil (operation 2); but nil is older than 2, which"
                        + " nobody wrote",
                SessionCheck.of(SessionGuarantee.READ_YOUR_WRITES)
                        .check(history)
                        .message());
    }

    @Test
    void aKeyToWhichOneValueWasWrittenTwiceTellsNothing() {
        write(0, "x", 1);
        read(1, "x", 1);
        write(1, "x", 2);
        read(1, "x", 2);
        write(0, "x", 1);
        read(1, "x", 1);

        assertEquals("", broken());
    }

    @Test
    void aKeyToWhichNilWasWrittenTellsNothing() {
        write(0, "x", 1);
        write(0, "x", null);
        read(1, "x", 1);
        read(1, "x", null);

        assertEquals("", broken());
    }

    @Test
    void aValueThatNobodyWroteTellsNothing() {
        write(0, "x", 1);
        read(1, "x", 1);
        read(1, "x", 7);

        assertEquals("", broken());
    }

    @Test
    void aCompareAndSetOfWhatNobodyWroteTellsNothing() {
        write(0, "x", 1);
        history.ok(invoke(1, "cas", "x", new CompareAndSet(7, 2)), true, now());

        assertEquals("", broken());
    }

    @Test
    void whatASessionAppendedLastCounts() {
        append(1, "y", 9);
        txn(0, List.of(micro("append", "x", 1), micro("append", "x", 2)));
        list(1, "x", 1, 2);
        list(0, "x", 1);

        assertEquals("read-your-writes, causal", broken());
    }

    @Test
    void whatATransactionOverwroteItselfIsNotToBeSeenAfterIt() {
        txn(0, List.of(micro("w", "x", 1), micro("w", "x", 2)));
        read(0, "x", 1);

        assertEquals("causal", broken());
    }

    @Test
    void anAppendThatNobodySawIsNewerThanWhatWasSeen() {
        append(1, "x", 1);
        list(2, "x", 1);
        append(0, "x", 2);
        list(0, "x", 1);

        assertEquals("read-your-writes, causal", broken());
        assertEquals(
                "key x: client 0 appended 2 (operation 2) and then read [1] (operation 3); but 1 is older than 2, as"
                        + " operation 1 of client 2 shows: r x [1]",
                SessionCheck.of(SessionGuarantee.READ_YOUR_WRITES)
                        .check(history)
                        .message());
    }

    @Test
    void anAppendToAListThatNobodySawIsNewerThanTheEmptyList() {
        append(0, "x", 1);
        append(0, "y", 2);
        list(0, "y");

        assertEquals("read-your-writes, causal", broken());
    }

    @Test
    void aListThatIsEmptyAgainBreaksMonotonicReads() {
        append(0, "x", 1);
        append(0, "y", 2);
        list(1, "y", 2);
        list(1, "y");

        assertEquals("monotonic-reads, causal", broken());
    }

    @Test
    void aListThatHoldsWhatItsPastAppendedIsFine() {
        append(0, "x", 1);
        list(1, "x", 1);
        append(1, "x", 2);
        list(0, "x", 1, 2);

        assertEquals("", broken());
    }

    @Test
    void listsThatContradictEachOtherTellNothing() {
        append(0, "y", 9);
        append(0, "x", 1);
        append(0, "x", 2);
        list(1, "x", 1, 2);
        list(1, "x", 2, 1);
        list(1, "y", 9);

        assertEquals("", broken());
    }

    @Test
    void anAppendThatItsPastMissesIsToldInWords() {
        append(0, "y", 9);
        append(0, "x", 1);
        append(1, "x", 2);
        list(2, "x", 1, 2);
        list(1, "x", 1);

        assertEquals(
                "key x: operation 4 of client 1 read [1], though the append of 2 by operation 2 of client 1 was in its past"
                        + " and is not in the list",
                SessionCheck.of(SessionGuarantee.CAUSAL).check(history).message());
    }

    @Test
    void aTransactionSeesWhatItWroteItself() {
        txn(0, List.of(micro("w", "x", 1), micro("r", "x", 1)));

        assertEquals("", broken());
    }

    @Test
    void aQueueIsNothingThatSessionsCanBeToldOf() {
        history.ok(invoke(0, "enqueue", "x", 1), null, now());
        CheckResult result = SessionCheck.of(SessionGuarantee.CAUSAL).check(history);

        assertEquals(Outcome.INCONCLUSIVE, result.outcome());
        assertEquals(
                "this is no history of registers or lists: operation 0 is enqueue, which is no transaction on lists or"
                        + " registers",
                result.message());
    }

    @Test
    void aHistoryIsOfRegistersOrOfListsButNotOfBoth() {
        append(0, "x", 1);
        txn(0, List.of(micro("w", "y", 1)));

        assertEquals(
                Outcome.INCONCLUSIVE,
                SessionCheck.of(SessionGuarantee.CAUSAL).check(history).outcome());
    }

    @Test
    void whatIsReadOfListsMustBeAList() {
        append(0, "x", 1);
        txn(0, List.of(micro("r", "x", 1)));

        assertEquals(
                Outcome.INCONCLUSIVE,
                SessionCheck.of(SessionGuarantee.CAUSAL).check(history).outcome());
    }

    @Test
    void eachGuaranteeIsKnownByItsNameInAnyCase() {
        for (String name : SessionGuarantee.names()) {
            SessionGuarantee guarantee =
                    SessionGuarantee.named(name.toUpperCase(Locale.ROOT)).orElseThrow();

            assertEquals(name, guarantee.text());
            assertEquals(name, SessionCheck.of(guarantee).name());
        }
        assertEquals(SessionGuarantee.values().length, SessionGuarantee.names().size());
    }

    @Test
    void eachGuaranteeIsACheckThatScenariosMayName() {
        write(0, "x", 1);
        read(0, "x", null);

        for (Check check : new SessionChecks().checks()) {
            SessionGuarantee guarantee = SessionGuarantee.named(check.name()).orElseThrow();
            CheckResult result = ((Check.OnHistory) check).make().get().check(history);

            assertTrue(check.description().startsWith(guarantee.description()), check.name());
            assertEquals(SessionCheck.of(guarantee).check(history).outcome(), result.outcome(), check.name());
        }
        assertEquals(
                SessionGuarantee.values().length, new SessionChecks().checks().size());
    }

    @Test
    void anEmptyHistoryIsInconclusive() {
        for (SessionGuarantee guarantee : SessionGuarantee.values()) {
            assertEquals(
                    Outcome.INCONCLUSIVE,
                    SessionCheck.of(guarantee).check(history).outcome());
        }
    }

    private String broken() {
        return Stream.of(SessionGuarantee.values())
                .filter(guarantee -> SessionCheck.of(guarantee).check(history).outcome() == Outcome.FAIL)
                .map(SessionGuarantee::text)
                .collect(Collectors.joining(", "));
    }

    private void write(int process, String key, @Nullable Object value) {
        history.ok(invoke(process, "write", key, value), null, now());
    }

    private void txn(int process, List<List<@Nullable Object>> micros) {
        history.ok(invoke(process, "txn", null, micros), micros, now());
    }

    private void read(int process, String key, @Nullable Object value) {
        history.ok(invoke(process, "read", key, null), value, now());
    }

    private void append(int process, String key, Object value) {
        history.ok(invoke(process, "txn", null, List.of(micro("append", key, value))), null, now());
    }

    private void list(int process, String key, Object... elements) {
        int operation = invoke(process, "txn", null, List.of(micro("r", key, null)));
        history.ok(operation, List.of(micro("r", key, List.of(elements))), now());
    }

    private static List<@Nullable Object> micro(String f, String key, @Nullable Object value) {
        return Arrays.asList(new Keyword(f), key, value);
    }

    private int invoke(int process, String f, @Nullable Object key, @Nullable Object value) {
        return history.invoke(process, f, key, value, now(), now());
    }

    private long now() {
        return history.lastAt() + 1;
    }
}
