package dev.orrery.algorithms.paxos.mutant;

import dev.orrery.algorithms.mutant.Mutant;
import dev.orrery.algorithms.mutant.Mutants;
import dev.orrery.algorithms.paxos.Ballot;
import dev.orrery.algorithms.paxos.PaxosRules;
import dev.orrery.algorithms.paxos.Proposal;
import dev.orrery.sim.node.NodeId;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The planted bugs of Paxos. */
public final class PaxosMutants {
    /** All of them, by their numbers. */
    public static final Mutants<PaxosRules> ALL = new Mutants<>(
            PaxosRules::new,
            List.of(
                    mutant(
                            "P01",
                            "accepting does not raise the promise",
                            "Paxos Made Simple §2.2, as it can be read",
                            AcceptsWithoutPromising::new),
                    mutant(
                            "P02",
                            "promise and accepted value are not in stable storage",
                            "Paxos Made Simple §2.4",
                            Forgets::new),
                    mutant(
                            "P03",
                            "a proposer keeps its own value though a promise reports one",
                            "Paxos Made Simple P2c",
                            KeepsItsOwnValue::new),
                    mutant("P11", "two proposers may use one number", "Paxos Made Simple §2.4", SharesNumbers::new),
                    mutant(
                            "P14",
                            "a replica that lost its disk rejoins and votes",
                            "Michael et al., Recovering Shared Objects Without Stable Storage, 2017",
                            VotesWithoutItsDisk::new)));

    private PaxosMutants() {}

    private static Mutant<PaxosRules> mutant(
            String code, String description, String source, Supplier<PaxosRules> rules) {
        return new Mutant<>(code, description, source, "agreement", rules);
    }

    /** P01: an acceptor that accepts what it was not asked to prepare for can go back behind it. Breaks agreement. */
    private static final class AcceptsWithoutPromising extends PaxosRules {
        @Override
        public Ballot promisedByAccepting(@Nullable Ballot promised, Ballot accepted) {
            return promised == null ? new Ballot(0, accepted.proposer()) : promised;
        }
    }

    /** P02: an acceptor forgets in a crash what it promised and accepted. Breaks agreement. */
    private static final class Forgets extends PaxosRules {
        @Override
        public boolean remembers() {
            return false;
        }
    }

    /** P03: a proposer passes over what was accepted, and perhaps chosen. Breaks agreement. */
    private static final class KeepsItsOwnValue extends PaxosRules {
        @Override
        public Object valueToPropose(@Nullable Proposal highestAccepted, Object own) {
            return own;
        }
    }

    /** P11: two proposers issue different proposals with one number. Breaks agreement. */
    private static final class SharesNumbers extends PaxosRules {
        private static final NodeId ANYBODY = new NodeId(0, "anybody");

        @Override
        public Ballot ballot(long round, NodeId proposer) {
            return new Ballot(round, ANYBODY);
        }
    }

    /** P14: an acceptor whose disk was replaced takes part as if it had never promised anything. Breaks agreement. */
    private static final class VotesWithoutItsDisk extends PaxosRules {
        @Override
        public boolean votesAfterLosingItsDisk() {
            return true;
        }
    }
}
