package dev.orrery.sim.check.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.check.CheckResult.Outcome;
import dev.orrery.sim.history.CompareAndSet;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Keyword;
import java.util.Arrays;
import java.util.List;
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

    private void write(int process, String key, Object value) {
        history.ok(invoke(process, "write", key, value), null, now());
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
