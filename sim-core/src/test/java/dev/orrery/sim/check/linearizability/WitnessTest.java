package dev.orrery.sim.check.linearizability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.sim.check.CheckResult.Outcome;
import dev.orrery.sim.check.Witness;
import dev.orrery.sim.check.model.KeyValueModel;
import dev.orrery.sim.history.History;
import org.junit.jupiter.api.Test;

final class WitnessTest {
    private static final int WRITERS = 12;

    private final History history = new History();
    private final LinearizabilityCheck oneStep = new LinearizabilityCheck(new KeyValueModel(), 1);
    private final LinearizabilityCheck ample = new LinearizabilityCheck(new KeyValueModel(), 1_000_000);

    @Test
    void anOrderThatExplainsAllAnswersSparesTheSearch() {
        writeAtOnceAndRead(7);
        assertEquals(Outcome.INCONCLUSIVE, oneStep.check(history).outcome());
        assertEquals(Outcome.PASS, oneStep.check(history, lastWriter(7)).outcome());
    }

    @Test
    void anOrderThatExplainsNothingIsAsGoodAsNone() {
        writeAtOnceAndRead(7);
        assertEquals(Outcome.INCONCLUSIVE, oneStep.check(history, lastWriter(8)).outcome());
        assertEquals(Outcome.PASS, ample.check(history, lastWriter(8)).outcome());
    }

    @Test
    void anOrderWithGapsIsAsGoodAsNone() {
        writeAtOnceAndRead(7);
        Witness gap =
                operation -> operation == 3 ? Witness.NOWHERE : lastWriter(7).placeOf(operation);
        assertEquals(Outcome.INCONCLUSIVE, oneStep.check(history, gap).outcome());
    }

    @Test
    void anOrderAgainstRealTimeProvesNothing() {
        history.ok(history.invoke(0, "read", null, null, 0, 0), 1, 0);
        history.ok(history.invoke(0, "write", null, 1, 0, 0), null, 0);
        assertEquals(
                Outcome.FAIL, ample.check(history, operation -> 1 - operation).outcome());
    }

    @Test
    void whatNobodyWasAnsweredMayBeInTheOrderOrNot() {
        history.info(history.invoke(0, "write", null, 1, 0, 0), "nobody answered", 0);
        history.info(history.invoke(1, "write", null, 2, 0, 0), "nobody answered", 0);
        history.ok(history.invoke(2, "read", null, null, 0, 0), 2, 0);
        assertEquals(
                Outcome.PASS,
                oneStep.check(history, operation -> operation == 0 ? Witness.NOWHERE : operation)
                        .outcome());
    }

    /** As many writes as there are, every value by two of them, then a read of what this one wrote. */
    private void writeAtOnceAndRead(int writer) {
        for (int i = 0; i < WRITERS; i++) {
            history.invoke(i, "write", null, i / 2, 0, 0);
        }
        for (int i = 0; i < WRITERS; i++) {
            history.ok(i, null, 0);
        }
        history.ok(history.invoke(0, "read", null, null, 0, 0), writer / 2, 0);
    }

    private static Witness lastWriter(int writer) {
        return operation ->
                operation == writer ? WRITERS - 1 : operation == WRITERS ? WRITERS : operation % (WRITERS - 1);
    }
}
