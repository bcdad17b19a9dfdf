package dev.orrery.scenarios.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.synthetic.AppendStore;
import dev.orrery.sim.history.synthetic.AtomicMutex;
import dev.orrery.sim.history.synthetic.AtomicObject;
import dev.orrery.sim.history.synthetic.AtomicQueue;
import dev.orrery.sim.history.synthetic.AtomicRegister;
import dev.orrery.sim.history.synthetic.AtomicRegister.Operations;
import dev.orrery.sim.history.synthetic.Crowd;
import dev.orrery.sim.random.Probability;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is written in a format and read again is judged as it was. */
final class RoundTripTest {
    private static final int HISTORIES = 10;

    private static final List<HistoryFormat> OF_ANYTHING =
            List.of(HistoryFormat.JEPSEN_EDN, HistoryFormat.ELLE_JSON, HistoryFormat.PORCUPINE_JSON);

    @Test
    void registersWithOperationsThatNobodyKnowsTheOutcomeOf() throws Exception {
        Crowd crowd = new Crowd(4, 60, Probability.percent(3));
        assertKept("cas-register", crowd, () -> AtomicRegister.ofFewValues(Operations.READ_WRITE_CAS, 4), OF_ANYTHING);
        assertKept(
                "cas-register",
                new Crowd(4, 60, Probability.percent(1)),
                () -> AtomicRegister.ofFewValues(Operations.READ_WRITE_CAS, 4).lyingAt(30),
                OF_ANYTHING);
    }

    @Test
    void objectsWithKeys() throws Exception {
        Crowd crowd = new Crowd(4, 80);
        assertKept("text", crowd, () -> new AppendStore(3), OF_ANYTHING);
        assertKept("text", crowd, () -> new AppendStore(3).lyingAt(40), OF_ANYTHING);
    }

    @Test
    void locks() throws Exception {
        assertKept("mutex", new Crowd(3, 60), AtomicMutex::new, OF_ANYTHING);
        assertKept("mutex", new Crowd(3, 60), () -> new AtomicMutex().lyingAt(20), OF_ANYTHING);
    }

    @Test
    void queuesAlsoInTheFormOfCheckersOfDataStructures() throws Exception {
        List<HistoryFormat> formats = List.of(
                HistoryFormat.JEPSEN_EDN,
                HistoryFormat.ELLE_JSON,
                HistoryFormat.PORCUPINE_JSON,
                HistoryFormat.FASTLIN_TEXT);
        assertKept("queue", new Crowd(1, 60), AtomicQueue::new, formats);
        assertKept("queue", new Crowd(1, 60), () -> new AtomicQueue().lyingAt(20), formats);
    }

    @Test
    void aPriorityQueueOfCheckersOfDataStructuresIsTheOtherWayRound() throws Exception {
        String text = "# pqueue\ninsert 1 1 2\ninsert 3 3 4\npoll 3 5 6\npoll 1 7 8\n";
        History history = HistoryFormat.FASTLIN_TEXT.read(text);

        assertEquals(CheckResult.Outcome.PASS, judged("priority-queue", history));
        // The values are numbered from 0, greatest first there, least first here.
        assertEquals(
                "# pqueue\ninsert 0 1 2\ninsert 2 3 4\npoll 2 5 6\npoll 0 7 8\n",
                written(HistoryFormat.FASTLIN_TEXT, history));
    }

    @Test
    void readsAndWritesInTheFormOfCheckersOfIsolation() throws Exception {
        AtomicObject registers = AtomicRegister.ofUniqueValues(Operations.READ_WRITE, 3);
        History history = new Crowd(4, 60).ask(registers, 1);
        String text = written(HistoryFormat.POLYSI_TEXT, history);

        assertEquals(60, text.lines().count());
        assertEquals(text, written(HistoryFormat.POLYSI_TEXT, HistoryFormat.POLYSI_TEXT.read(text)));
    }

    @Test
    void whatAFormatHasNoFormForIsNotWritten() {
        History locks = new Crowd(3, 20).ask(new AtomicMutex(), 1);
        assertUnwritable(
                "polysi-text has reads and writes of registers only, not a acquire, as in operation 0",
                HistoryFormat.POLYSI_TEXT,
                locks);
        assertUnwritable(
                "fastlin-text has queues, stacks, priority queues and sets only, of one object: all operations must be of"
                        + " one of them",
                HistoryFormat.FASTLIN_TEXT,
                locks);
        History twice = new Crowd(3, 40).ask(AtomicRegister.ofFewValues(Operations.READ_WRITE, 1), 1);
        assertUnwritable(
                "polysi-text has each value of a key written once, but 0 is written to null twice",
                HistoryFormat.POLYSI_TEXT,
                twice);
    }

    private static void assertUnwritable(String why, HistoryFormat format, History history) {
        UnwritableHistoryException refused =
                assertThrows(UnwritableHistoryException.class, () -> format.write(history, new StringBuilder()));
        assertEquals(why, refused.getMessage());
    }

    private static void assertKept(
            String model, Crowd crowd, Supplier<AtomicObject> object, List<HistoryFormat> formats) throws Exception {
        for (long seed = 0; seed < HISTORIES; seed++) {
            History history = crowd.ask(object.get(), seed);
            CheckResult.Outcome expected = judged(model, history);
            for (HistoryFormat format : formats) {
                String text = written(format, history);
                String which = format + ", " + model + ", seed " + seed;
                assertEquals(format, HistoryFormat.of(text).orElseThrow(), which);
                assertEquals(expected, judged(model, format.read(text)), which);
            }
        }
    }

    private static CheckResult.Outcome judged(String model, History history) {
        Judge judge = Judge.named(model).orElseThrow();
        return judge.maker()
                .check(judge.levels().get(0), 10_000_000)
                .check(history)
                .outcome();
    }

    private static String written(HistoryFormat format, History history)
            throws IOException, UnwritableHistoryException {
        StringBuilder text = new StringBuilder();
        format.write(history, text);
        return text.toString();
    }
}
