package dev.orrery.sim.check.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.check.certificate.Decider.Answer;
import dev.orrery.sim.check.linearizability.PlainObject;
import dev.orrery.sim.check.linearizability.RandomHistory;
import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.check.model.Models;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Interval;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.history.Operation.Outcome;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ExplainerTest {
    private static final int HISTORIES = Integer.getInteger("histories", 60);

    @ParameterizedTest
    @EnumSource(PlainObject.class)
    void theFewAreIllegalAndNoneOfThemCanBeSpared(PlainObject kind) {
        Model<?> model = new Models().named(kind.model());
        int explained = 0;
        for (long seed = 0; seed < HISTORIES; seed++) {
            RandomHistory.Shape shape = new RandomHistory.Shape(3, 10, 1, 10, 10, kind.lies());
            History history = RandomHistory.of(kind, shape, seed);
            List<Interval> object = Interval.of(history);
            if (AllOrders.legalOrder(model, object) == null) {
                explained++;
                Explanation explanation = explain(model, object, history);
                String story = "seed " + seed + ": " + Telling.text(explanation, history::get) + history.operations();
                assertIsMinimal(model, few(object, explanation), story);
                assertFalse(explanation.attempts().isEmpty(), story);
                assertTrue(explanation.operations().contains(explanation.stuck()), story);
                assertFalse(
                        explanation.prefix().contains(explanation.stuck())
                                && explanation.prefix().size() == 1,
                        story);
            }
        }
        assertTrue(explained > HISTORIES / 20, "only " + explained);
    }

    private static void assertIsMinimal(Model<?> model, List<Interval> few, String story) {
        assertNull(AllOrders.legalOrder(model, few), story);
        Needs needs = Needs.of(model, few);
        for (int i = 0; i < few.size(); i++) {
            BitSet rest = new BitSet();
            rest.set(0, few.size());
            rest.clear(i);
            needs.close(rest);
            assertNotNull(
                    AllOrders.legalOrder(model, rest.stream().mapToObj(few::get).toList()),
                    few.get(i) + " can be spared, " + story);
        }
    }

    private static List<Interval> few(List<Interval> object, Explanation explanation) {
        List<Interval> few = object.stream()
                .filter(interval ->
                        explanation.operations().contains(interval.operation().index()))
                .map(interval ->
                        explanation.pending().contains(interval.operation().index())
                                ? Explainer.unanswered(interval)
                                : interval)
                .toList();
        assertEquals(explanation.operations().size(), few.size());
        return few;
    }

    private static Explanation explain(Model<?> model, List<Interval> object, History history) {
        List<Operation> failed = history.operations().stream()
                .filter(operation -> operation.outcome() == Outcome.FAIL)
                .toList();
        return Explainer.explain(
                model,
                "",
                object,
                List.of(),
                failed,
                operations -> AllOrders.legalOrder(model, operations) == null ? Answer.ILLEGAL : Answer.LEGAL);
    }
}
