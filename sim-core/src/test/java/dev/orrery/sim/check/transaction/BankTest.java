package dev.orrery.sim.check.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.sim.check.CheckResult.Outcome;
import dev.orrery.sim.check.transaction.isolation.IsolationLevel;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Keyword;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BankTest {
    private final History history = new History();

    @Test
    void readsThatFindTheSameSumAreFine() throws Exception {
        read(Map.of("a", 10L, "b", 10L));
        transfer();
        read(Map.of("a", 5L, "b", 15));

        assertEquals("nothing", found());
    }

    @Test
    void aReadOfHalfATransferHasAWrongTotal() throws Exception {
        read(Map.of("a", 10L, "b", 10L));
        transfer();
        read(Map.of("a", 5L, "b", 10L));
        read(Map.of("a", 5L, "b", 15L));

        assertEquals("wrong-total", found());
        assertEquals(Outcome.FAIL, check("snapshot-isolation"));
        assertEquals(Outcome.PASS, check("read-committed"));
    }

    @Test
    void anOverdrawnAccountIsFound() throws Exception {
        read(Map.of("a", -5L, "b", 25L));

        assertEquals("negative-balance", found());
    }

    @Test
    void aReadThatMissesAnAccountIsFound() throws Exception {
        read(Map.of("a", 10L, "b", 10L));
        read(Map.of("a", 10L, "b", 10L));
        read(Map.of("a", 10L));

        assertEquals("wrong-accounts", found());
    }

    @Test
    void aReadOfNoMapIsInconclusive() {
        history.ok(history.invoke(0, "read", null, null, 1, 1), 3L, 2);

        assertEquals(Outcome.INCONCLUSIVE, check("serializable"));
    }

    private void read(Map<String, Object> balances) {
        long at = history.lastAt() + 1;
        history.ok(history.invoke(0, "read", null, null, at, at), balances, at + 1);
    }

    private void transfer() {
        long at = history.lastAt() + 1;
        Map<Keyword, Object> what = Map.of(new Keyword("from"), "a", new Keyword("to"), "b", new Keyword("amount"), 5L);
        history.ok(history.invoke(0, "transfer", null, what, at, at), null, at + 1);
    }

    private String found() throws Exception {
        return TransactionAnalysis.of(TransactionModel.BANK, history).countsInWords();
    }

    private Outcome check(String level) {
        return TransactionCheck.of(
                        TransactionModel.BANK, IsolationLevel.named(level).orElseThrow())
                .check(history)
                .outcome();
    }
}
