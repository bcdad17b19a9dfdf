package dev.orrery.algorithms.paxos;

import dev.orrery.sim.explore.Fingerprint;
import dev.orrery.sim.explore.Fingerprinted;
import dev.orrery.sim.node.NodeId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A learner (§2.3): a value is chosen when a majority of the acceptors has accepted one proposal with it. Of each acceptor
 * the highest-numbered proposal counts, since what comes late is older.
 */
public final class Learner implements Fingerprinted {
    private final int quorum;
    private final Map<NodeId, Proposal> accepted = new TreeMap<>();
    private @Nullable Object learned;

    /**
     * A learner that has heard of nothing.
     *
     * @param quorum how many acceptors choose
     */
    public Learner(int quorum) {
        this.quorum = quorum;
    }

    /**
     * An acceptor has accepted a proposal.
     *
     * @return whether the value is known from now on, and was not before
     */
    public boolean accepted(NodeId acceptor, Proposal proposal) {
        if (learned != null) {
            return false;
        }
        Proposal before = accepted.get(acceptor);
        if (before == null || before.ballot().compareTo(proposal.ballot()) < 0) {
            accepted.put(acceptor, proposal);
        }
        long votes = accepted.values().stream().filter(proposal::equals).count();
        if (votes < quorum) {
            return false;
        }
        learned = proposal.value();
        accepted.clear();
        return true;
    }

    /** Whether it would help to hear from an acceptor: nothing is known to be chosen, and the acceptor has not said anything. */
    public boolean lacks(NodeId acceptor) {
        return learned == null && !accepted.containsKey(acceptor);
    }

    /** The value that was chosen, or null if it is not known. */
    public @Nullable Object learned() {
        return learned;
    }

    @Override
    public void fingerprint(Fingerprint into) {
        into.value(learned).map(accepted);
    }
}
