package dev.orrery.sim.check.linearizability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.check.CheckResult.Outcome;
import dev.orrery.sim.check.model.Models;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The check agrees with all orders tried, on every model. {@code -Dhistories=N} sets how many histories are tried for each
 * model and shape.
 */
class AllOrdersAgreementTest {
    private static final int HISTORIES = Integer.getInteger("histories", 400);
    private static final long AMPLE = 1_000_000;

    /** Clients, operations, keys, unknown %, failed %; the last one is the share of the usual lies in %. */
    private static final int[][] SHAPES = {
        {2, 6, 1, 0, 0, 100},
        {3, 8, 1, 10, 5, 100},
        {4, 9, 1, 20, 0, 130},
        {3, 9, 2, 10, 5, 100},
        {6, 8, 1, 35, 10, 180}
    };

    @ParameterizedTest
    @EnumSource(PlainObject.class)
    void theCheckAgreesWithAllOrdersTried(PlainObject object) {
        LinearizabilityCheck check = new LinearizabilityCheck(new Models().named(object.model()), AMPLE);
        int judged = 0;
        int legal = 0;
        for (int[] s : SHAPES) {
            RandomHistory.Shape shape =
                    new RandomHistory.Shape(s[0], s[1], s[2], s[3], s[4], object.lies() * s[5] / 100);
            for (long seed = 0; seed < HISTORIES; seed++) {
                History history = RandomHistory.of(object, shape, seed);
                CheckResult result = check.check(history);
                String story = shape + ", seed " + seed + ": " + history.operations() + " " + result.message();
                if (history.count(Operation.Outcome.OK) == 0) {
                    assertEquals(Outcome.INCONCLUSIVE, result.outcome(), story);
                    continue;
                }
                boolean expected = AllOrders.haveALegalOne(object, history);
                assertEquals(expected ? Outcome.PASS : Outcome.FAIL, result.outcome(), story);
                judged++;
                legal += expected ? 1 : 0;
            }
        }
        assertTrue(judged > HISTORIES * SHAPES.length / 2, "only " + judged + " had an answer");
        assertTrue(legal > judged / 10 && legal < judged * 9 / 10, object + ": " + legal + " legal of " + judged);
    }
}
