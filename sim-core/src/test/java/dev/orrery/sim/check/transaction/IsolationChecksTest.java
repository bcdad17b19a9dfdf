package dev.orrery.sim.check.transaction;

import static dev.orrery.sim.check.transaction.Txn.append;
import static dev.orrery.sim.check.transaction.Txn.list;
import static dev.orrery.sim.check.transaction.Txn.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.check.Check;
import dev.orrery.sim.check.CheckProvider;
import dev.orrery.sim.check.CheckResult.Outcome;
import dev.orrery.sim.check.transaction.isolation.Anomaly;
import dev.orrery.sim.check.transaction.isolation.IsolationLevel;
import dev.orrery.sim.history.History;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

final class IsolationChecksTest {

    @Test
    void everyLevelIsACheckThatScenariosMayAskFor() {
        List<String> names = ServiceLoader.load(CheckProvider.class).stream()
                .flatMap(provider -> provider.get().checks().stream())
                .map(Check::name)
                .toList();

        for (IsolationLevel level : IsolationLevel.all()) {
            assertTrue(names.contains(level.name()), level.name());
        }
        assertTrue(names.contains("read-your-writes"), names::toString);
    }

    @Test
    void aDescriptionNamesWhatRefutesTheLevel() {
        Check check = new IsolationChecks()
                .checks().stream()
                        .filter(each -> each.name().equals("snapshot-isolation"))
                        .findFirst()
                        .orElseThrow();

        assertTrue(check.description().contains("G-nonadjacent-item"), check.description());
        assertTrue(!check.description().contains("G2-item"), check.description());
    }

    @Test
    void theModelIsTheOneThatTheHistoryLooksLike() {
        History bank = new History();
        bank.ok(bank.invoke(0, "read", null, null, 1, 1), Map.of("a", 1L), 2);

        assertEquals(TransactionModel.BANK, TransactionModel.of(bank));
        assertEquals(
                TransactionModel.LIST_APPEND,
                TransactionModel.of(new Txn().ok(0, append("x", 1)).history()));
        assertEquals(
                TransactionModel.LIST_APPEND,
                TransactionModel.of(new Txn().ok(0, list("x", 1)).history()));
        assertEquals(
                TransactionModel.RW_REGISTER,
                TransactionModel.of(new Txn().ok(0, write("x", 1)).history()));
    }

    @Test
    void aLevelIsKnownByAdyasAndEllesNamesToo() {
        assertEquals("strict-serializable", name("PL-SS"));
        assertEquals("strict-serializable", name("strong-serializable"));
        assertEquals("serializable", name("conflict-serializable"));
        assertEquals("repeatable-read", name("PL-2.99"));
        assertEquals("strong-session-read-committed", name("strong-session-PL-2"));
        assertEquals("strong-snapshot-isolation", name("Strong-Snapshot-Isolation"));
        assertTrue(IsolationLevel.named("linearizable").isEmpty());
    }

    @Test
    void eachLevelIsKnownByItsOwnName() {
        for (IsolationLevel level : IsolationLevel.all()) {
            assertEquals(level, IsolationLevel.named(level.name()).orElseThrow());
        }
    }

    @Test
    void whatRefutesALevelRefutesAllThatImplyIt() {
        for (Anomaly anomaly : Anomaly.values()) {
            for (IsolationLevel weak : IsolationLevel.all()) {
                for (IsolationLevel strong : IsolationLevel.all()) {
                    boolean follows = !strong.implies(weak) || !anomaly.refutes(weak) || anomaly.refutes(strong);
                    assertTrue(follows, () -> anomaly + " " + weak.name() + " " + strong.name());
                }
            }
        }
    }

    @Test
    void anAnomalyIsKnownByItsNameWithAndWithoutItem() {
        assertEquals(
                Anomaly.G_SINGLE_REALTIME,
                Anomaly.named("G-single-item-realtime").orElseThrow());
        assertEquals(
                Anomaly.G_SINGLE_REALTIME, Anomaly.named("G-single-realtime").orElseThrow());
        assertEquals(Anomaly.G2_ITEM, Anomaly.named("g2-item").orElseThrow());
        assertTrue(Anomaly.named("G7").isEmpty());
    }

    @Test
    void writeSkewRefutesRepeatableReadAndWhatImpliesIt() {
        assertEquals(
                List.of(
                        "repeatable-read",
                        "serializable",
                        "strong-session-repeatable-read",
                        "strong-session-serializable",
                        "strong-repeatable-read",
                        "strict-serializable"),
                Anomaly.G2_ITEM.refuted().stream().map(IsolationLevel::name).toList());
    }

    @Test
    void aPassNamesWhatTheLevelAllows() {
        History skew = new Txn()
                .begin(0, list("x"), append("y", 1))
                .begin(1, list("y"), append("x", 1))
                .commit(0, list("x"), append("y", 1))
                .commit(1, list("y"), append("x", 1))
                .history();
        TransactionCheck check =
                TransactionCheck.of(IsolationLevel.named("snapshot-isolation").orElseThrow());

        assertEquals(Outcome.PASS, check.check(skew).outcome());
        assertTrue(
                check.check(skew).message().contains("found, but allowed: G2-item"),
                check.check(skew).message());
    }

    private static String name(String alias) {
        return IsolationLevel.named(alias).orElseThrow().name();
    }
}
