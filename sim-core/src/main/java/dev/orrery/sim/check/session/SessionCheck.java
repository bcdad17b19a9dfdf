package dev.orrery.sim.check.session;

import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.check.HistoryCheck;
import dev.orrery.sim.check.transaction.inference.Findings;
import dev.orrery.sim.check.transaction.lists.AppendIndex;
import dev.orrery.sim.check.transaction.lists.VersionOrders;
import dev.orrery.sim.check.transaction.log.MalformedTransaction;
import dev.orrery.sim.check.transaction.log.MicroOperation.Kind;
import dev.orrery.sim.check.transaction.log.TransactionLog;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * Judges whether sessions saw what a guarantee promises. A session is a process of the history; one whose operation's
 * outcome is unknown ends there.
 *
 * <p>It takes histories of registers, single operations or transactions, and of transactions on lists. A key that was
 * written one value twice, or nil, tells nothing.
 */
public final class SessionCheck implements HistoryCheck {
    private final SessionGuarantee guarantee;

    private SessionCheck(SessionGuarantee guarantee) {
        this.guarantee = guarantee;
    }

    /** Judges by this guarantee. */
    public static SessionCheck of(SessionGuarantee guarantee) {
        return new SessionCheck(guarantee);
    }

    @Override
    public String name() {
        return guarantee.text();
    }

    @Override
    public CheckResult check(History history) {
        int answered = history.count(Outcome.OK);
        if (answered == 0) {
            return CheckResult.inconclusive(
                    name(), "none of the " + history.size() + " operations was answered, so there is nothing to judge");
        }
        try {
            Versions versions = versions(TransactionLog.of(history));
            Optional<SessionOrders.Violation> violation = guarantee == SessionGuarantee.CAUSAL
                    ? new Causality(versions).violation()
                    : new SessionOrders(versions).violation(guarantee);
            return violation
                    .map(found -> CheckResult.fail(name(), found.message(), found.operations()))
                    .orElseGet(() -> CheckResult.pass(name(), answered + " answered operations show no violation"));
        } catch (MalformedTransaction malformed) {
            return CheckResult.inconclusive(
                    name(), "this is no history of registers or lists: " + malformed.getMessage());
        }
    }

    private static Versions versions(TransactionLog log) throws MalformedTransaction {
        boolean lists = false;
        for (int micro = 0; micro < log.micros(); micro++) {
            lists |= log.kind(micro) == Kind.APPEND || log.value(micro) instanceof List;
        }
        if (!lists) {
            return new RegisterVersions(log);
        }
        for (int micro = 0; micro < log.micros(); micro++) {
            boolean isList = log.value(micro) == null || log.value(micro) instanceof List;
            if (log.kind(micro) == Kind.WRITE || (log.kind(micro) == Kind.READ && !isList)) {
                throw log.malformed(micro, "an append or the read of a list");
            }
        }
        return new ListVersions(log, new VersionOrders(log, new AppendIndex(log, new Findings())));
    }
}
