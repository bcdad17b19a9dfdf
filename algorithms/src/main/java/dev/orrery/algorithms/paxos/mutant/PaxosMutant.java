package dev.orrery.algorithms.paxos.mutant;

import dev.orrery.algorithms.paxos.Ballot;
import dev.orrery.algorithms.paxos.PaxosRules;
import dev.orrery.algorithms.paxos.Proposal;
import dev.orrery.sim.node.NodeId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The planted bugs that a scenario can choose by their codes, and the correct rules, which are called {@code none}. */
public enum PaxosMutant {
    /** The Synod as the paper has it. */
    NONE("none", "no bug", "", ""),

    /** An acceptor that accepts what it was not asked to prepare for can go back behind it. */
    P01("P01", "accepting does not raise the promise", "Paxos Made Simple §2.2, as it can be read", "agreement"),

    /** An acceptor forgets in a crash what it promised and accepted. */
    P02("P02", "promise and accepted value are not in stable storage", "Paxos Made Simple §2.4", "agreement"),

    /** A proposer passes over what was accepted, and perhaps chosen. */
    P03("P03", "a proposer keeps its own value though a promise reports one", "Paxos Made Simple P2c", "agreement"),

    /** Two proposers issue different proposals with one number. */
    P11("P11", "two proposers may use one number", "Paxos Made Simple §2.4", "agreement");

    private final String code;
    private final String description;
    private final String source;
    private final String breaks;

    PaxosMutant(String code, String description, String source, String breaks) {
        this.code = code;
        this.description = description;
        this.source = source;
        this.breaks = breaks;
    }

    /** The codes of all, {@code none} first. */
    public static List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (PaxosMutant mutant : values()) {
            codes.add(mutant.code);
        }
        return codes;
    }

    /**
     * The bug with this code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static PaxosMutant of(String code) {
        for (PaxosMutant mutant : values()) {
            if (mutant.code.equals(code)) {
                return mutant;
            }
        }
        throw new IllegalArgumentException("'" + code + "' is none of " + String.join(", ", codes()));
    }

    /** As scenarios name it. */
    public String code() {
        return code;
    }

    /** The wrong line in plain words. */
    public String description() {
        return description;
    }

    /** The section that forbids it; empty for the correct rules. */
    public String source() {
        return source;
    }

    /** The name of the property that it breaks; empty for the correct rules. */
    public String breaks() {
        return breaks;
    }

    /** The rules with this bug in them. */
    public PaxosRules rules() {
        return switch (this) {
            case NONE -> new PaxosRules();
            case P01 -> new AcceptsWithoutPromising();
            case P02 -> new Forgets();
            case P03 -> new KeepsItsOwnValue();
            case P11 -> new SharesNumbers();
        };
    }

    private static final class AcceptsWithoutPromising extends PaxosRules {
        @Override
        public Ballot promisedByAccepting(@Nullable Ballot promised, Ballot accepted) {
            return promised == null ? new Ballot(0, accepted.proposer()) : promised;
        }
    }

    private static final class Forgets extends PaxosRules {
        @Override
        public boolean remembers() {
            return false;
        }
    }

    private static final class KeepsItsOwnValue extends PaxosRules {
        @Override
        public Object valueToPropose(@Nullable Proposal highestAccepted, Object own) {
            return own;
        }
    }

    private static final class SharesNumbers extends PaxosRules {
        private static final NodeId ANYBODY = new NodeId(0, "anybody");

        @Override
        public Ballot ballot(long round, NodeId proposer) {
            return new Ballot(round, ANYBODY);
        }
    }
}
