package dev.orrery.sim.check.unambiguous;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.check.certificate.Replay;
import dev.orrery.sim.check.model.KeyValueModel;
import dev.orrery.sim.check.unambiguous.RandomObject.Shape;
import dev.orrery.sim.check.unambiguous.Ruling.DoesNotApply;
import dev.orrery.sim.check.unambiguous.Ruling.Illegal;
import dev.orrery.sim.check.unambiguous.Ruling.Legal;
import dev.orrery.sim.history.CompareAndSet;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UniqueRegisterTest {
    private static final UniqueRegister PATH = new UniqueRegister();

    private final History history = new History();
    private int nextProcess;

    @ParameterizedTest
    @CsvSource({
        // clients, operations, unknown %, made-up answers %, cas of ten
        "2, 6, 0, 30, 0",
        "3, 8, 10, 15, 0",
        "4, 9, 20, 20, 0",
        "3, 8, 0, 15, 3",
        "4, 8, 10, 20, 4",
        "6, 9, 25, 45, 2"
    })
    void itAgreesWithAllOrdersTried(int clients, int operations, int unknown, int lies, int cas) {
        new Agreement(PATH, new KeyValueModel())
                .onRandomHistories(
                        new Shape(clients, operations, unknown, lies),
                        () -> new UniqueValues(cas),
                        5_000,
                        cas == 0 ? 0 : 70);
    }

    @Test
    void aReadOfAnOverwrittenValueClashesWithBothWrites() {
        int one = ok("write", 1, null);
        int two = ok("write", 2, null);
        int stale = ok("read", null, 1);
        assertClash(one, two, stale);
    }

    @Test
    void aReadOfWhatNobodyWroteClashesAlone() {
        ok("write", 1, null);
        assertClash(ok("read", null, 7));
    }

    @Test
    void aReadOfWhatIsWrittenOnlyLaterClashesWithTheWrite() {
        int read = ok("read", null, 1);
        assertClash(read, ok("write", 1, null));
    }

    @Test
    void aReadOfNothingAfterAWriteClashesWithIt() {
        int write = ok("write", 1, null);
        assertClash(write, ok("read", null, null));
    }

    @Test
    void twoCompareAndSetsOfOneValueCannotBothSucceed() {
        int write = ok("write", 1, null);
        int first = ok("cas", new CompareAndSet(1, 2), true);
        int second = ok("cas", new CompareAndSet(1, 3), true);
        assertClash(write, first, second);
    }

    @Test
    void compareAndSetsThatNeedEachOtherClash() {
        int first = ok("cas", new CompareAndSet(2, 1), true);
        int second = ok("cas", new CompareAndSet(1, 2), true);
        assertClash(first, second);
    }

    @Test
    void aWriteOfUnknownOutcomeMayBeSeenLongAfterwards() {
        info("write", 1);
        ok("read", null, null);
        ok("read", null, 1);
        Agreement.assertVerdict(Legal.class, PATH, history);
    }

    @Test
    void aValueWrittenTwiceIsOutOfReach() {
        ok("write", 1, null);
        ok("write", 1, null);
        Agreement.assertVerdict(DoesNotApply.class, PATH, history);
    }

    @Test
    void aCompareAndSetThatFoundAnotherValueIsOutOfReach() {
        ok("cas", new CompareAndSet(1, 2), false);
        Agreement.assertVerdict(DoesNotApply.class, PATH, history);
    }

    @Test
    void aSeenCompareAndSetOfUnknownOutcomeIsOutOfReach() {
        info("cas", new CompareAndSet(null, 2));
        ok("read", null, 2);
        Agreement.assertVerdict(DoesNotApply.class, PATH, history);
    }

    @Test
    void aDeletionAndAWriteOfNothingAreOutOfReach() {
        ok("delete", null, null);
        Agreement.assertVerdict(DoesNotApply.class, PATH, history);
    }

    @Test
    void manyOperationsThatAreLegalByConstructionAreLegal() {
        List<Interval> object = Interval.of(RandomObject.of(new Shape(20, 20_000, 1, 0), new UniqueValues(0), 7));
        Legal legal = assertInstanceOf(Legal.class, PATH.judge(object));
        assertNull(Replay.flaw(new KeyValueModel(), object, legal.order()));
    }

    @Test
    void oneStaleAnswerAmongManyIsFound() {
        History many = RandomObject.of(new Shape(20, 20_000, 1, 0), new UniqueValues(0), 7);
        int writer = many.operations().stream()
                .filter(operation -> operation.f().equals("write"))
                .limit(50)
                .mapToInt(operation -> operation.index())
                .max()
                .orElseThrow();
        int process = 1_000_000;
        int stale = many.invoke(process, "read", null, null, 0, 0);
        many.ok(stale, many.get(writer).input(), 0);
        Illegal illegal = assertInstanceOf(Illegal.class, PATH.judge(Interval.of(many)));
        assertTrue(illegal.clash().size() <= 6, () -> illegal.toString());
    }

    private void assertClash(Integer... operations) {
        Illegal illegal = assertInstanceOf(Illegal.class, PATH.judge(Interval.of(history)));
        assertEquals(
                List.of(operations),
                illegal.clash().stream().map(clash -> clash.operation().index()).toList());
    }

    private int ok(String f, @Nullable Object input, @Nullable Object answer) {
        int operation = history.invoke(nextProcess++, f, null, input, 0, 0);
        history.ok(operation, answer, 0);
        return operation;
    }

    private void info(String f, Object input) {
        history.info(history.invoke(nextProcess++, f, null, input, 0, 0), "nobody answered", 0);
    }
}
