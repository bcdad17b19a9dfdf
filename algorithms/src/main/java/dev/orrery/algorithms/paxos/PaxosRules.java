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

    /**
     * Whether a replica that finds its disk empty, though it was set up before, promises and accepts as if it had never done
     * so. It must not: what it has forgotten may be what a majority hung on (Michael et al., Recovering Shared Objects
     * Without Stable Storage, DISC 2017).
     */
    public boolean votesAfterLosingItsDisk() {
        return false;
    }

    /**
     * Whether the value that a replica has accepted last at some instance is the one that was chosen there, when the leader
     * says that something was: only if it was accepted from this leader, who proposes one value for an instance.
     *
     * @param accepted number of the proposal that was accepted
     * @param leader the number under which the leader leads
     */
    public boolean isThatWhichWasChosen(Ballot accepted, Ballot leader) {
        return accepted.equals(leader);
    }
}
