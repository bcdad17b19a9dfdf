package dev.orrery.sim.check.linearizability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.check.certificate.Anomaly;
import dev.orrery.sim.check.certificate.Decider.Answer;
import dev.orrery.sim.check.certificate.Explainer;
import dev.orrery.sim.check.certificate.Explanation;
import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.check.model.MutexModel;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Interval;
import dev.orrery.sim.history.synthetic.AtomicMutex;
import dev.orrery.sim.history.synthetic.Crowd;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Violations among very many operations; effort is counted in questions, and in operations that they are about. */
final class LongExplanationTest {
    private static final int OPERATIONS = 20_000;

    private final Model<Boolean> mutex = new MutexModel();
    private final SearchDecider<Boolean> decider = new SearchDecider<>(mutex, 50_000);
    private int questions;
    private long asked;

    @Test
    void twoHoldersAmongManyAreFoundWithFewQuestions() {
        List<Interval> object = Interval.of(new Crowd(20, OPERATIONS).ask(new AtomicMutex().lyingAt(15_000), 42));
        Explanation explanation = explain(object);
        assertEquals(Anomaly.TWO_HOLDERS, explanation.anomaly(), explanation.sentence());
        assertTrue(
                explanation.operations().size() <= 4, explanation.operations().toString());
        assertTrue(questions < 100, questions + " questions");
        assertTrue(asked < 20 * OPERATIONS, "about " + asked + " operations");
    }

    @Test
    void whoHeldTheLockLongBeforeIsFoundToo() {
        History history = new History();
        acquireAndRelease(history, OPERATIONS / 4);
        ok(history, 1, "acquire");
        for (int i = 0; i < OPERATIONS / 2; i++) {
            history.ok(history.invoke(2, "c2", "acquire", null, null, 0, 0), false, 0);
        }
        ok(history, 2, "acquire");
        Explanation explanation = explain(Interval.of(history));
        assertEquals(Anomaly.TWO_HOLDERS, explanation.anomaly(), explanation.sentence());
        assertEquals(2, explanation.operations().size());
        assertTrue(questions < 100, questions + " questions");
    }

    private static void acquireAndRelease(History history, int times) {
        for (int i = 0; i < times; i++) {
            ok(history, i % 3, "acquire");
            ok(history, i % 3, "release");
        }
    }

    private static void ok(History history, int client, String f) {
        history.ok(history.invoke(client, "c" + client, f, null, null, 0, 0), null, 0);
    }

    private Explanation explain(List<Interval> object) {
        return Explainer.explain(mutex, "", object, List.of(), List.of(), this::decide);
    }

    private Answer decide(List<Interval> operations) {
        questions++;
        asked += operations.size();
        return decider.decide(operations);
    }
}
