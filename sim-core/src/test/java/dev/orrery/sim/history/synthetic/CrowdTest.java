package dev.orrery.sim.history.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.check.linearizability.LinearizabilityCheck;
import dev.orrery.sim.check.model.KeyValueModel;
import dev.orrery.sim.history.EdnWriter;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.history.Operation.Outcome;
import dev.orrery.sim.history.synthetic.AtomicRegister.Operations;
import dev.orrery.sim.random.Probability;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class CrowdTest {
    private static final int HISTORIES = 100;

    @Test
    void whatAnAtomicRegisterAnswersHasALegalOrder() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            Crowd crowd = new Crowd(4, 60, Probability.percent(3));
            History few = crowd.ask(AtomicRegister.ofFewValues(Operations.READ_WRITE_CAS, 5), seed);
            assertEquals(CheckResult.Outcome.PASS, judged(few), "few values, seed " + seed);
            History unique = crowd.ask(AtomicRegister.ofUniqueValues(Operations.READ_WRITE_CAS, 2), seed);
            assertEquals(CheckResult.Outcome.PASS, judged(unique), "unique values, seed " + seed);
        }
    }

    @Test
    void aRegisterThatLiesOnceHasNoLegalOrder() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            AtomicRegister few =
                    AtomicRegister.ofFewValues(Operations.READ_WRITE, 5).lyingAt(50);
            assertEquals(
                    CheckResult.Outcome.FAIL, judged(new Crowd(4, 100).ask(few, seed)), "few values, seed " + seed);
            AtomicRegister unique =
                    AtomicRegister.ofUniqueValues(Operations.READ_WRITE, 0).lyingAt(300);
            assertEquals(
                    CheckResult.Outcome.FAIL,
                    judged(new Crowd(4, 400).ask(unique, seed)),
                    "unique values, seed " + seed);
        }
    }

    @Test
    void asManyOperationsAreAskedAsAreWantedAndTheyAreInTheAirTogether() {
        History history = new Crowd(20, 1_000).ask(AtomicRegister.ofUniqueValues(Operations.READ_WRITE, 0), 1);
        assertEquals(1_000, history.count(Outcome.OK));
        assertTrue(concurrency(history) > 15, () -> "only " + concurrency(history) + " at a time");
    }

    @Test
    void aClientWhoseOperationCrashedGoesOnAsANewProcess() {
        Crowd crowd = new Crowd(5, 1_000, Probability.percent(10));
        History history = crowd.ask(AtomicRegister.ofFewValues(Operations.READ_WRITE, 5), 1);
        assertEquals(1_000, history.size());
        int crashed = history.count(Outcome.INFO);
        assertTrue(crashed > 60 && crashed < 140, () -> crashed + " crashed");
        assertTrue(processes(history) > 60);
    }

    @Test
    void theSameSeedMakesTheSameHistory() throws IOException {
        for (List<AtomicObject> twins : List.of(
                List.<AtomicObject>of(new AtomicMutex(), new AtomicMutex()),
                List.<AtomicObject>of(new AtomicQueue(), new AtomicQueue()),
                List.<AtomicObject>of(new AppendStore(3), new AppendStore(3)),
                List.<AtomicObject>of(new SerialLists(), new SerialLists()))) {
            assertEquals(text(new Crowd(3, 50).ask(twins.get(0), 7)), text(new Crowd(3, 50).ask(twins.get(1), 7)));
        }
    }

    @Test
    void aLockIsHeldByOneClientAtATimeUnlessItLies() {
        assertEquals(1, mostHolders(new Crowd(5, 500).ask(new AtomicMutex(), 1)));
        assertTrue(mostHolders(new Crowd(5, 500).ask(new AtomicMutex().lyingAt(300), 1)) > 1);
    }

    @Test
    void aQueueGivesOutWhatWasPutInUnlessItLies() {
        History history = new Crowd(1, 200).ask(new AtomicQueue(), 1);
        assertEquals(sorted(dequeued(history)), dequeued(history));
        List<Object> lied = dequeued(new Crowd(1, 200).ask(new AtomicQueue().lyingAt(100), 1));
        assertTrue(!sorted(lied).equals(lied), lied::toString);
    }

    @Test
    void aStoreOfTextsAnswersWithAllPartsUnlessItLies() {
        assertEquals(0, losses(new Crowd(1, 200).ask(new AppendStore(2), 1)));
        assertEquals(1, losses(new Crowd(1, 200).ask(new AppendStore(2).lyingAt(100), 1)));
    }

    @Test
    void transactionsReadListsThatOnlyGrowUnlessTheyLie() {
        assertEquals(0, shrinkings(new Crowd(1, 1_000).ask(new SerialLists(), 1)));
        assertEquals(1, shrinkings(new Crowd(1, 1_000).ask(new SerialLists().lyingAt(800), 1)));
    }

    @Test
    void nobodyCannotAsk() {
        assertThrows(IllegalArgumentException.class, () -> new Crowd(0, 10));
        assertThrows(IllegalArgumentException.class, () -> new Crowd(1, -1));
    }

    private static CheckResult.Outcome judged(History history) {
        return new LinearizabilityCheck(new KeyValueModel(), 1_000_000)
                .check(history)
                .outcome();
    }

    private static int concurrency(History history) {
        int open = 0;
        int most = 0;
        for (History.Event event : history.events()) {
            open += event.invocation() ? 1 : -1;
            most = Math.max(most, open);
        }
        return most;
    }

    private static int processes(History history) {
        TreeSet<Integer> processes = new TreeSet<>();
        history.operations().forEach(operation -> processes.add(operation.process()));
        return processes.size();
    }

    /** Between an acquire's completion and a release's invocation the lock is held. */
    private static int mostHolders(History history) {
        int holders = 0;
        int most = 0;
        for (History.Event event : history.events()) {
            boolean acquire = event.operation().f().equals("acquire");
            if (acquire && !event.invocation()) {
                holders++;
            } else if (!acquire && event.invocation()) {
                holders--;
            }
            most = Math.max(most, holders);
        }
        return most;
    }

    private static List<Object> dequeued(History history) {
        return history.operations().stream()
                .filter(operation -> operation.f().equals("dequeue"))
                .map(Operation::output)
                .toList();
    }

    private static List<Object> sorted(List<Object> values) {
        return values.stream().sorted().toList();
    }

    /** Of one client: texts that do not begin with what was read before. */
    private static long losses(History history) {
        String[] latest = {"", ""};
        long losses = 0;
        for (Operation operation : history.operations()) {
            if (operation.f().equals("get")) {
                int key = Integer.parseInt(String.valueOf(operation.key()));
                String text = String.valueOf(operation.output());
                if (text.startsWith(latest[key])) {
                    latest[key] = text;
                } else {
                    losses++;
                }
            }
        }
        return losses;
    }

    /** Of one client: transactions that read a list shorter than before. */
    private static long shrinkings(History history) {
        int[] longest = new int[1_000];
        long shrinkings = 0;
        for (Operation operation : history.operations()) {
            boolean shrunk = false;
            for (Object part : Objects.requireNonNull((List<?>) operation.output())) {
                List<?> words = (List<?>) part;
                if (words.get(2) instanceof List<?> read) {
                    int key = ((Long) words.get(1)).intValue();
                    shrunk |= read.size() < longest[key];
                    longest[key] = Math.max(longest[key], read.size());
                }
            }
            shrinkings += shrunk ? 1 : 0;
        }
        return shrinkings;
    }

    private static String text(History history) throws IOException {
        StringBuilder text = new StringBuilder();
        EdnWriter.write(history, text);
        return text.toString();
    }
}
