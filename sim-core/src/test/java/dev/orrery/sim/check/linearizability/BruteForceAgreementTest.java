package dev.orrery.sim.check.linearizability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.check.CheckResult.Outcome;
import dev.orrery.sim.check.model.KeyValueModel;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BruteForceAgreementTest {
    private static final int HISTORIES = 10_000;

    @ParameterizedTest
    @CsvSource({
        // clients, operations, keys, values, unknown %, failed %, made-up answers %
        "2, 6, 1, 2, 0, 0, 40",
        "3, 7, 1, 2, 10, 5, 40",
        "4, 8, 1, 3, 20, 0, 50",
        "3, 8, 2, 2, 10, 5, 40",
        "6, 8, 1, 2, 30, 10, 60"
    })
    void theSearchAgreesWithAllOrdersTried(
            int clients, int operations, int keys, int values, int unknown, int failed, int lies) {
        RandomHistory.Shape shape = new RandomHistory.Shape(clients, operations, keys, values, unknown, failed, lies);
        LinearizabilityCheck check = new LinearizabilityCheck(new KeyValueModel(), 1_000_000);
        int judged = 0;
        int legal = 0;
        for (long seed = 0; seed < HISTORIES; seed++) {
            History history = RandomHistory.of(shape, seed);
            Outcome outcome = check.check(history).outcome();
            if (history.count(Operation.Outcome.OK) == 0) {
                assertEquals(Outcome.INCONCLUSIVE, outcome, "seed " + seed);
                continue;
            }
            boolean expected = BruteForce.isLinearizable(history);
            long failing = seed;
            assertEquals(
                    expected ? Outcome.PASS : Outcome.FAIL,
                    outcome,
                    () -> "seed " + failing + ": " + history.operations());
            judged++;
            legal += expected ? 1 : 0;
        }
        assertTrue(judged > HISTORIES / 2, "only " + judged + " had an answer");
        assertTrue(legal > judged / 10 && legal < judged * 9 / 10, legal + " legal of " + judged);
    }
}
