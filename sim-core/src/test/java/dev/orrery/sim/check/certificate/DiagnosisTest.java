package dev.orrery.sim.check.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.sim.check.linearizability.LinearizabilityCheck;
import dev.orrery.sim.check.model.Models;
import dev.orrery.sim.history.CompareAndSet;
import dev.orrery.sim.history.History;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What went wrong in one sentence, for each kind of thing that goes wrong. Each operation takes a nanosecond. */
final class DiagnosisTest {
    private static final long AMPLE = 1_000_000;

    private final History history = new History();
    private long now;

    @Test
    void aReadOfWhatOnlyAFailedWriteWroteIsGarbage() {
        history.fail(history.invoke(0, "write", null, 1, now, now), "refused", ++now);
        ok(1, "read", null, 1);

        assertEquals(
                "read #1 by client 1 answered 1, which only write #0 by client 0 wrote, and that failed",
                of("register"));
    }

    @Test
    void aCompareAndSetOfWhatNobodyWroteFoundGarbage() {
        ok(0, "write", 1, null);
        ok(1, "cas", new CompareAndSet(7, 2), true);

        assertEquals("cas #1 by client 1 answered true, and so found 7, which nobody ever wrote", of("cas-register"));
    }

    @Test
    void anElementThatNobodyAddedIsGarbage() {
        ok(0, "add", 1, null);
        ok(1, "read", null, List.of(1, 2));

        assertEquals("read #1 by client 1 answered [1, 2] with 2 in it, which nobody ever added", of("set"));
    }

    @Test
    void aValueThatNobodyEnqueuedIsGarbage() {
        ok(0, "enqueue", 1, null);
        ok(1, "dequeue", null, 2);

        assertEquals("dequeue #1 by client 1 answered 2, which nobody ever enqueued", of("queue"));
    }

    @Test
    void aReadMayNotAnswerWhatIsWrittenLater() {
        ok(1, "read", null, 1);
        ok(0, "write", 1, null);

        assertEquals(
                "read #0 by client 1 answered 1 at 1ns, but write #1 by client 0, which wrote it,"
                        + " began only at 1ns",
                of("register"));
    }

    @Test
    void aValueThatIsDequeuedTwiceIsADuplicate() {
        ok(0, "enqueue", 1, null);
        ok(1, "dequeue", null, 1);
        ok(2, "dequeue", null, 1);

        assertEquals(
                "1 was enqueued once, by enqueue #0, and answered twice, to dequeue #1 by client 1"
                        + " and to dequeue #2 by client 2",
                of("queue"));
    }

    @Test
    void aReadOfAnOlderValueThanAnotherReadSawIsStale() {
        int one = history.invoke(0, "write", null, 1, now, now);
        int two = history.invoke(1, "write", null, 2, now, now);
        ok(2, "read", null, 1);
        ok(2, "read", null, 2);
        ok(3, "read", null, 1);
        history.ok(one, null, ++now);
        history.ok(two, null, ++now);

        assertEquals(
                "read #4 by client 3 answered 1 after read #3 by client 2 had answered 2, which is" + " newer",
                of("register"));
    }

    @Test
    void aReadOfWhatWasDeletedIsStale() {
        ok(0, "write", 1, null);
        ok(1, "delete", null, null);
        ok(2, "read", null, 1);

        assertEquals(
                "read #2 by client 2 answered 1, which delete #1 by client 1 had taken out before the" + " read began",
                of("key-value"));
    }

    @Test
    void aReadOfNothingLostWhatWasWritten() {
        ok(0, "write", 1, null);
        ok(1, "read", null, null);

        assertEquals(
                "read #1 by client 1 answered nothing, although write #0 by client 0 had written 1"
                        + " before it began, and nobody took that out",
                of("register"));
    }

    @Test
    void aSetWithoutAnElementLostIt() {
        ok(0, "add", 1, null);
        ok(0, "add", 2, null);
        ok(1, "read", null, List.of(2));

        assertEquals(
                "read #2 by client 1 answered [2] without 1, although add #0 by client 0 had added 1"
                        + " before it began, and nobody took that out",
                of("set"));
    }

    @Test
    void anElementThatWasRemovedIsNotLost() {
        ok(0, "add", 1, null);
        ok(0, "remove", 1, null);
        ok(0, "add", 2, null);
        ok(1, "read", null, null);

        assertEquals(
                "read #3 by client 1 answered nothing, although add #2 by client 0 had added 2 before"
                        + " it began, and nobody took that out",
                of("set"));
    }

    @Test
    void anEmptyAnswerOfAQueueThatHoldsSomethingLostIt() {
        ok(0, "enqueue", 1, null);
        ok(1, "dequeue", null, null);

        assertEquals(
                "dequeue #1 by client 1 answered nothing, although enqueue #0 by client 0 had"
                        + " enqueued 1 before it began, and nobody took that out",
                of("queue"));
    }

    @Test
    void aValueThatIsOvertakenInAQueueHasNoOrder() {
        ok(0, "enqueue", 1, null);
        ok(0, "enqueue", 2, null);
        ok(1, "dequeue", null, 2);

        assertEquals(
                "no order of these 3 operations explains all their answers: none gets past dequeue #2"
                        + " by client 1, which answered 2",
                of("queue"));
    }

    @Test
    void aCounterThatIsReadWrongHasNoOrder() {
        ok(0, "increment", null, null);
        ok(1, "read", null, 3);

        assertEquals(
                "no order of these 2 operations explains all their answers: none gets past read #1 by"
                        + " client 1, which answered 3",
                of("counter"));
    }

    @Test
    void aCounterThatIsReadBeforeAnythingIsCounted() {
        ok(1, "read", null, 3);

        assertEquals("read #0 by client 1 answered 3, which nobody ever wrote", of("counter"));
    }

    @Test
    void aReleaseOfAFreeLockCanNeverHaveHappened() {
        ok(0, "release", null, null);

        assertEquals("release #0 by client 0, which answered nothing, can never have happened", of("mutex"));
    }

    @Test
    void twoThatHoldALockAreTold() {
        ok(0, "acquire", null, true);
        ok(1, "acquire", null, true);
        ok(0, "release", null, true);

        assertEquals(
                "client 1 was given the lock by acquire #1 at 2ns, although client 0 had held it"
                        + " since 1ns, by acquire #0, and began to release it only at 2ns, with release #2",
                of("owner-mutex"));
    }

    @Test
    void whoNeverReleasesALockHoldsIt() {
        ok(0, "acquire", null, true);
        ok(1, "acquire", null, true);

        assertEquals(
                "client 1 was given the lock by acquire #1 at 2ns, although client 0 had held it"
                        + " since 1ns, by acquire #0, and never released it",
                of("mutex"));
    }

    @Test
    void aClientThatEntersAgainIsNoSecondHolder() {
        ok(0, "acquire", null, true);
        ok(0, "acquire", null, true);
        ok(1, "acquire", null, true);
        ok(0, "release", null, true);
        ok(0, "release", null, true);

        assertEquals(
                "client 1 was given the lock by acquire #2 at 3ns, although client 0 had held it"
                        + " since 1ns, by acquire #0, and began to release it only at 3ns, with release #3",
                of("reentrant-mutex"));
    }

    @Test
    void whoEntersOnceTooOftenHasNoOrder() {
        ok(0, "acquire", null, true);
        ok(0, "acquire", null, true);
        ok(0, "acquire", null, true);

        assertEquals(
                "no order of these 3 operations explains all their answers: none gets past acquire #2"
                        + " by client 0, which answered true",
                of("reentrant-mutex"));
    }

    @Test
    void aFenceThatIsLowerThanOneBeforeRegresses() {
        ok(0, "acquire", null, 5);
        ok(0, "release", null, true);
        ok(1, "acquire", null, 7);
        ok(1, "release", null, true);
        ok(0, "acquire", null, 6);

        assertEquals(
                "acquire #4 by client 0 was given fence 6, although acquire #2 by client 1 had been"
                        + " given 7 before it began",
                of("fenced-mutex"));
    }

    @Test
    void aFenceThatIsGivenOutTwiceRegresses() {
        ok(0, "acquire", null, 5);
        ok(0, "release", null, true);
        ok(1, "acquire", null, 5);

        assertEquals(
                "acquire #2 by client 1 was given fence 5, although acquire #0 by client 0 had been"
                        + " given 5 before it began",
                of("fenced-mutex"));
    }

    @Test
    void aRefusalOfAFreeLockHasNoOrder() {
        ok(0, "acquire", null, true);
        ok(0, "release", null, true);
        ok(1, "acquire", null, false);

        assertEquals(
                "no order of these 3 operations explains all their answers: none gets past acquire #2"
                        + " by client 1, which answered false",
                of("owner-mutex"));
    }

    private String of(String model) {
        String message = new LinearizabilityCheck(new Models().named(model), AMPLE)
                .check(history)
                .message();
        return message.lines().findFirst().orElse("");
    }

    private void ok(int process, String f, @Nullable Object input, @Nullable Object output) {
        int operation = history.invoke(process, f, null, input, now, now);
        history.ok(operation, output, ++now);
    }
}
