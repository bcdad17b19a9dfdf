package dev.orrery.scenarios.result;

import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;

/**
 * How the operations of a history ended.
 *
 * @param ok answered
 * @param fail certainly without effect
 * @param info of unknown outcome
 * @param open still under way when the run ended
 */
public record OperationCounts(long ok, long fail, long info, long open) {

    /** Counts a history's operations. */
    public static OperationCounts of(History history) {
        long ok = 0;
        long fail = 0;
        long info = 0;
        long open = 0;
        for (Operation operation : history.operations()) {
            switch (operation.outcome()) {
                case OK -> ok++;
                case FAIL -> fail++;
                case INFO -> info++;
                case OPEN -> open++;
            }
        }
        return new OperationCounts(ok, fail, info, open);
    }

    /** How many there were. */
    public long all() {
        return ok + fail + info + open;
    }
}
