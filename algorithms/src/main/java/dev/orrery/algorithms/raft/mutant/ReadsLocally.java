package dev.orrery.algorithms.raft.mutant;

import dev.orrery.algorithms.raft.RaftRules;
import dev.orrery.algorithms.statemachine.Command;
import dev.orrery.algorithms.statemachine.KeyValueStore;

/**
 * R59: a leader answers reads from its own state, without making sure that it still leads, as etcd and Consul did (Jepsen,
 * 2014).
 *
 * <p>One that was deposed without knowing it tells what was true before. Breaks linearizability.
 */
final class ReadsLocally extends RaftRules {
    @Override
    public boolean goesThroughLog(Command command) {
        return !KeyValueStore.onlyLooks(command.f());
    }
}
