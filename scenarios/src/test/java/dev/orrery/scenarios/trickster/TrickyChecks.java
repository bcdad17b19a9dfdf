package dev.orrery.scenarios.trickster;

import dev.orrery.sim.check.Check;
import dev.orrery.sim.check.CheckProvider;
import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.check.HistoryCheck;
import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.history.History;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import java.util.List;

/** Checks that throw instead of judging. */
public final class TrickyChecks implements CheckProvider {
    @Override
    public List<Check> checks() {
        return List.of(
                new Check.OnNodes("tricky-invariant", "Throws.", ThrowingInvariant::new),
                new Check.OnHistory("tricky-history", "Throws.", ThrowingHistoryCheck::new),
                new Check.OnHistory("tricky-memory", "Needs more memory than there is.", GreedyHistoryCheck::new));
    }

    private static final class ThrowingInvariant implements Invariant {
        @Override
        public String name() {
            return "tricky-invariant";
        }

        @Override
        public String touched(NodeId node, Process process) {
            throw new IllegalStateException("a trick");
        }
    }

    private static final class ThrowingHistoryCheck implements HistoryCheck {
        @Override
        public String name() {
            return "tricky-history";
        }

        @Override
        public CheckResult check(History history) {
            throw new IllegalStateException("a trick");
        }
    }

    private static final class GreedyHistoryCheck implements HistoryCheck {
        @Override
        public String name() {
            return "tricky-memory";
        }

        @Override
        public CheckResult check(History history) {
            throw new OutOfMemoryError("a trick");
        }
    }
}
