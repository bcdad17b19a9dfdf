package dev.orrery.sim.check.unambiguous;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.orrery.sim.check.certificate.Replay;
import dev.orrery.sim.check.model.LockModel;
import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.check.model.Models;
import dev.orrery.sim.check.model.MutexModel;
import dev.orrery.sim.check.unambiguous.RandomObject.Shape;
import dev.orrery.sim.check.unambiguous.Ruling.DoesNotApply;
import dev.orrery.sim.check.unambiguous.Ruling.Illegal;
import dev.orrery.sim.check.unambiguous.Ruling.Legal;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Interval;
import dev.orrery.sim.history.synthetic.AtomicMutex;
import dev.orrery.sim.history.synthetic.Crowd;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LockSectionsTest {
    private static final int HISTORIES = Integer.getInteger("histories", 1_000);

    private final History history = new History();

    @ParameterizedTest
    @CsvSource({
        // model, holds, fences, clients, operations, unknown %, made-up answers %, most undecided %
        "mutex, 1, false, 2, 8, 0, 35, 60",
        "mutex, 1, false, 3, 9, 0, 35, 60",
        "mutex, 1, false, 3, 9, 2, 40, 60",
        "owner-mutex, 1, false, 3, 9, 0, 35, 60",
        "owner-mutex, 1, false, 3, 10, 15, 35, 60",
        "owner-mutex, 1, false, 4, 10, 30, 35, 60",
        "reentrant-mutex, 2, false, 2, 9, 0, 35, 60",
        "reentrant-mutex, 2, false, 3, 9, 5, 35, 60",
        "fenced-mutex, 1, true, 3, 9, 0, 35, 60",
        "fenced-mutex, 1, true, 4, 10, 15, 35, 60",
        "reentrant-fenced-mutex, 2, true, 3, 9, 0, 35, 60",
        "reentrant-fenced-mutex, 2, true, 3, 10, 5, 35, 60"
    })
    void itAgreesWithAllOrdersTried(
            String name, int holds, boolean fences, int clients, int operations, int unknown, int lies, int most) {
        Model<?> model = new Models().named(name);
        new Agreement(FastPaths.of(model), model)
                .onRandomHistories(
                        new Shape(clients, operations, unknown, lies),
                        () -> new RandomLock(1, holds, fences),
                        HISTORIES,
                        most);
    }

    @Test
    void twoCertainHoldersClash() {
        int one = ok(1, "acquire", true);
        int other = ok(2, "acquire", true);
        ok(1, "release", null);
        assertClash(new MutexModel(), one, other, 2);
    }

    @Test
    void aLowerFenceLaterClashesWithTheHigherOne() {
        ok(1, "acquire", 2L);
        ok(1, "release", null);
        ok(2, "acquire", 1L);
        assertClash(LockModel.fenced(), 0, 1, 2);
    }

    @Test
    void aReleaseOfUnknownOutcomeMayHaveFreedTheLock() {
        ok(1, "acquire", true);
        info(1, "release");
        ok(2, "acquire", true);
        Agreement.assertVerdict(Legal.class, FastPaths.of(LockModel.ownerAware()), history);
    }

    @Test
    void anAcquisitionOfUnknownOutcomeIsNeededForTheRelease() {
        info(1, "acquire");
        ok(1, "release", true);
        Agreement.assertVerdict(Legal.class, FastPaths.of(LockModel.ownerAware()), history);
    }

    @Test
    void whoWasRefusedMetAHolder() {
        ok(1, "acquire", true);
        ok(1, "release", null);
        ok(2, "acquire", false);
        Agreement.assertVerdict(Illegal.class, FastPaths.of(new MutexModel()), history);
    }

    @Test
    void whoWasRefusedMayHaveMetSomebodyOfWhomNobodyKnows() {
        info(1, "acquire");
        ok(2, "acquire", false);
        Agreement.assertVerdict(DoesNotApply.class, FastPaths.of(new MutexModel()), history);
    }

    @Test
    void aReleaseByWhoHoldsNothingIsOutOfReach() {
        ok(1, "release", null);
        Agreement.assertVerdict(DoesNotApply.class, FastPaths.of(LockModel.ownerAware()), history);
    }

    @Test
    void manyOperationsThatAreLegalByConstructionAreLegal() {
        Model<?> model = new MutexModel();
        List<Interval> object = Interval.of(new Crowd(20, 20_000).ask(new AtomicMutex(), 7));
        Legal legal = assertInstanceOf(Legal.class, FastPaths.of(model).judge(object));
        assertNull(Replay.flaw(model, object, legal.order()));
    }

    private void assertClash(Model<?> model, int... operations) {
        Illegal illegal = assertInstanceOf(Illegal.class, FastPaths.of(model).judge(Interval.of(history)));
        assertEquals(
                IntStream.of(operations).boxed().toList(),
                illegal.clash().stream()
                        .map(interval -> interval.operation().index())
                        .toList());
    }

    private int ok(int client, String f, @Nullable Object answer) {
        int operation = history.invoke(history.size(), "c" + client, f, null, null, 0, 0);
        history.ok(operation, answer, 0);
        return operation;
    }

    private void info(int client, String f) {
        history.info(history.invoke(history.size(), "c" + client, f, null, null, 0, 0), "given up", 0);
    }
}
