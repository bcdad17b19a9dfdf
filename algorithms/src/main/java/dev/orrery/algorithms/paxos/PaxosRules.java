package dev.orrery.algorithms.paxos;

import dev.orrery.sim.node.NodeId;
import org.jspecify.annotations.Nullable;

/** The decisions that safety rests on, as Paxos Made Simple takes them. A planted bug overrides one of them. */
public class PaxosRules {

    /** Phase 1(b): whether an acceptor answers a prepare request: if it has not answered one with a higher number. */
    public boolean promises(@Nullable Ballot promised, Ballot ballot) {
        return promised == null || ballot.compareTo(promised) >= 0;
    }

    /** Phase 2(b), P1a: whether an acceptor accepts: if it has not answered a prepare request with a higher number. */
    public boolean accepts(@Nullable Ballot promised, Ballot ballot) {
        return promised == null || ballot.compareTo(promised) >= 0;
    }

    /**
     * What an acceptor has promised when it has accepted: not to accept anything lower. §2.2 does not say so of a proposal
     * that it was not asked to prepare for, but without it an acceptor could go back behind what it accepted.
     */
    public Ballot promisedByAccepting(@Nullable Ballot promised, Ballot accepted) {
        return accepted;
    }

    /** P2c: the value of the highest-numbered proposal among the promises, or the proposer's own if they report none. */
    public Object valueToPropose(@Nullable Proposal highestAccepted, Object own) {
        return highestAccepted == null ? own : highestAccepted.value();
    }

    /** §2.4: whether an acceptor records what it promises and accepts in stable storage before it answers. */
    public boolean remembers() {
        return true;
    }

    /** §2.4: proposers choose their numbers from disjoint sets. */
    public Ballot ballot(long round, NodeId proposer) {
        return new Ballot(round, proposer);
    }
}
