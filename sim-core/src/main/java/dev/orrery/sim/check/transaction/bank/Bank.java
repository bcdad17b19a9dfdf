package dev.orrery.sim.check.transaction.bank;

import dev.orrery.sim.check.transaction.inference.Findings;
import dev.orrery.sim.check.transaction.isolation.Anomaly;
import dev.orrery.sim.check.transaction.log.MalformedTransaction;
import dev.orrery.sim.check.transaction.log.Words;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.history.Operation.Outcome;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Accounts between which money is transferred, and reads of all of them at once (Jepsen's bank workload): a {@code read}
 * answered with a map from accounts to balances, a {@code transfer} of {@code {:from 1, :to 2, :amount 5}}, or one of
 * other names, which is not looked at.
 *
 * <p>A transfer keeps the sum, so all reads must find the same; what most of them find is taken to be right. All must find
 * the same accounts, and none of them overdrawn, since no transfer overdraws one. This says whether reads see
 * snapshots, and whether updates were lost. It does not say in which order the snapshots were: of sessions and real time a sum
 * tells nothing.
 */
public final class Bank {
    private final Findings findings = new Findings();
    private final List<Read> reads = new ArrayList<>();

    private record Read(Operation operation, Map<String, BigInteger> balances, BigInteger total) {
        String who() {
            return "operation " + operation.index() + " of " + operation.client();
        }
    }

    private Bank() {}

    /**
     * All that is wrong with a history.
     *
     * @throws MalformedTransaction if a read is not answered with whole numbers by account
     */
    public static Findings judge(History history) throws MalformedTransaction {
        Bank bank = new Bank();
        for (Operation operation : history.operations()) {
            if (operation.f().equals("read") && operation.outcome() == Outcome.OK) {
                bank.reads.add(read(operation));
            }
        }
        bank.compare();
        return bank.findings;
    }

    private static Read read(Operation operation) throws MalformedTransaction {
        if (!(operation.output() instanceof Map<?, ?> answer)) {
            throw new MalformedTransaction(
                    operation.index(), "has " + Words.of(operation.output()) + " where a map of balances is expected");
        }
        Map<String, BigInteger> balances = new TreeMap<>();
        BigInteger total = BigInteger.ZERO;
        for (Map.Entry<?, ?> entry : answer.entrySet()) {
            Object balance = entry.getValue();
            if (balance == null) {
                continue;
            }
            if (!(balance instanceof Long || balance instanceof Integer || balance instanceof BigInteger)) {
                throw new MalformedTransaction(
                        operation.index(),
                        "has the balance " + Words.of(balance) + " where a whole number is expected");
            }
            BigInteger amount = new BigInteger(balance.toString());
            balances.put(String.valueOf(entry.getKey()), amount);
            total = total.add(amount);
        }
        return new Read(operation, balances, total);
    }

    private void compare() {
        Map<BigInteger, Integer> totals = new TreeMap<>();
        Map<String, Integer> accounts = new TreeMap<>();
        for (Read read : reads) {
            totals.merge(read.total(), 1, Integer::sum);
            read.balances().keySet().forEach(account -> accounts.merge(account, 1, Integer::sum));
        }
        accounts.values().removeIf(seen -> 2 * seen <= reads.size());
        BigInteger right = BigInteger.ZERO;
        int most = 0;
        for (Map.Entry<BigInteger, Integer> total : totals.entrySet()) {
            if (total.getValue() > most) {
                most = total.getValue();
                right = total.getKey();
            }
        }
        for (Read read : reads) {
            judge(read, right, accounts);
        }
    }

    private void judge(Read read, BigInteger right, Map<String, Integer> accounts) {
        if (!read.balances().keySet().equals(accounts.keySet())) {
            TreeSet<String> odd = new TreeSet<>(accounts.keySet());
            odd.removeAll(read.balances().keySet());
            String missing = odd.isEmpty() ? "" : " without " + odd;
            findings.add(
                    Anomaly.WRONG_ACCOUNTS,
                    () -> read.who() + " found the accounts " + read.balances().keySet() + missing + ", most others "
                            + accounts.keySet(),
                    read.operation().index());
        } else if (!read.total().equals(right)) {
            findings.add(
                    Anomaly.WRONG_TOTAL,
                    () -> read.who() + " found " + read.total() + " in all accounts together, where most found " + right
                            + ": " + read.balances(),
                    read.operation().index());
        }
        read.balances().forEach((account, balance) -> {
            if (balance.signum() < 0) {
                findings.add(
                        Anomaly.NEGATIVE_BALANCE,
                        () -> read.who() + " found " + balance + " in account " + account,
                        read.operation().index());
            }
        });
    }
}
