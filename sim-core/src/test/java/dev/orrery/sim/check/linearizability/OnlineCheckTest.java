package dev.orrery.sim.check.linearizability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.check.model.KeyValueModel;
import dev.orrery.sim.check.model.Models;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.history.synthetic.AtomicRegister;
import dev.orrery.sim.history.synthetic.AtomicRegister.Operations;
import dev.orrery.sim.history.synthetic.Crowd;
import dev.orrery.sim.random.Probability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The online check sees what all orders tried see, and at the same event. */
class OnlineCheckTest {
    private static final int HISTORIES = Integer.getInteger("histories", 150);
    private static final int NEVER = -1;

    @ParameterizedTest
    @EnumSource(PlainObject.class)
    void itSeesAViolationAtTheFirstEventWithWhichNoOrderIsLegal(PlainObject object) {
        RandomHistory.Shape shape = new RandomHistory.Shape(3, 8, 2, 10, 5, object.lies() / 2);
        int violated = 0;
        for (long seed = 0; seed < HISTORIES; seed++) {
            History history = RandomHistory.of(object, shape, seed);
            for (int many = 1; many <= 4; many += 3) {
                OnlineCheck check = new OnlineCheck(new Models().named(object.model()), many);
                int seen = NEVER;
                int expected = NEVER;
                History soFar = new History(check);
                for (int i = 0; i < history.events().size() && expected == NEVER; i++) {
                    append(history.events().get(i), soFar);
                    expected = AllOrders.haveALegalOne(object, soFar) ? NEVER : i;
                    seen = check.isViolated() ? i : NEVER;
                    String story = "seed " + seed + ", many " + many + ": " + soFar.operations();
                    assertEquals(expected, seen, story);
                }
                violated += expected == NEVER ? 0 : 1;
            }
        }
        assertTrue(violated > HISTORIES / 10, object + ": only " + violated);
    }

    @Test
    void itFollowsALongHistoryThatIsLegal() {
        assertFalse(violatesAt(AtomicRegister.ofUniqueValues(Operations.READ_WRITE_CAS, 3)));
    }

    @Test
    void itSeesALieInALongHistory() {
        assertTrue(violatesAt(
                AtomicRegister.ofUniqueValues(Operations.READ_WRITE_CAS, 3).lyingAt(3000)));
    }

    private static boolean violatesAt(AtomicRegister register) {
        History history = new Crowd(8, 4000, Probability.percent(1)).ask(register, 1);
        OnlineCheck check = new OnlineCheck(new KeyValueModel());
        History soFar = new History(check);
        history.events().forEach(event -> append(event, soFar));
        return check.isViolated();
    }

    private static void append(History.Event event, History to) {
        Operation operation = event.operation();
        int index = operation.index();
        if (event.invocation()) {
            to.invoke(
                    operation.process(),
                    operation.client(),
                    operation.f(),
                    operation.key(),
                    operation.input(),
                    operation.intendedAt(),
                    operation.invokedAt());
            return;
        }
        switch (operation.outcome()) {
            case OK -> to.ok(index, operation.output(), operation.completedAt());
            case FAIL -> to.fail(index, String.valueOf(operation.error()), operation.completedAt());
            case INFO -> to.info(index, String.valueOf(operation.error()), operation.completedAt());
            case OPEN -> throw new IllegalStateException("an open operation has not completed");
        }
    }
}
