package dev.orrery.sim.check.transaction;

import dev.orrery.sim.check.transaction.inference.Finding;
import dev.orrery.sim.check.transaction.inference.Findings;
import dev.orrery.sim.check.transaction.isolation.Anomaly;
import dev.orrery.sim.check.transaction.isolation.IsolationLevel;
import dev.orrery.sim.check.transaction.log.MalformedTransaction;
import dev.orrery.sim.history.History;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All that is wrong with the transactions of a history, whatever level was asked for.
 *
 * @param findings of each anomaly the first few, the worst anomaly first
 * @param counts how often each anomaly was found; of cycles, in how many tangles of transactions
 * @param doubts why something may be wrong that was not found
 */
public record TransactionAnalysis(List<Finding> findings, Map<Anomaly, Integer> counts, List<String> doubts) {
    public TransactionAnalysis {
        findings = List.copyOf(findings);
        doubts = List.copyOf(doubts);
    }

    /**
     * Looks for all that is wrong.
     *
     * @throws MalformedTransaction if an operation is none of the model
     */
    public static TransactionAnalysis of(TransactionModel model, History history) throws MalformedTransaction {
        Findings findings = model.judge(history);
        return new TransactionAnalysis(findings.told(), findings.counts(), findings.doubts());
    }

    /** What refutes the level, the worst first; empty if nothing does. */
    public List<Finding> against(IsolationLevel level) {
        return findings.stream()
                .filter(finding -> finding.anomaly().refutes(level))
                .toList();
    }

    /** The strongest levels that nothing refutes; empty if even the weakest is refuted. */
    public List<IsolationLevel> strongestLevels() {
        return IsolationLevel.strongest(IsolationLevel.all().stream()
                .filter(level -> counts.keySet().stream().noneMatch(anomaly -> anomaly.refutes(level)))
                .toList());
    }

    /** What was found and how often, in words: {@code G1a, 3 lost-update}; {@code nothing} if there is nothing. */
    public String countsInWords() {
        if (counts.isEmpty()) {
            return "nothing";
        }
        return counts.entrySet().stream()
                .map(entry -> (entry.getValue() == 1 ? "" : entry.getValue() + " ")
                        + entry.getKey().text())
                .collect(Collectors.joining(", "));
    }
}
