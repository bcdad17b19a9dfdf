package dev.orrery.algorithms.raft.mutant;

import dev.orrery.algorithms.raft.RaftRules;
import java.util.ArrayList;
import java.util.List;

/** The planted bugs that a scenario can choose by their codes, and the correct rules, which are called {@code none}. */
public enum RaftMutant {
    /** Raft as the paper has it. */
    NONE("none", "no bug", "", ""),

    /** See {@link GrantsWithoutComparing}. */
    R01("R01", "a vote is granted without comparing logs", "Raft §5.4.1", "leader-completeness"),

    /** See {@link VotesBeforeSync}. */
    R04("R04", "a vote is sent before it is synced", "akka-raft #62; jgroups-raft 4c6961f", "election-safety");

    private final String code;
    private final String description;
    private final String source;
    private final String breaks;

    RaftMutant(String code, String description, String source, String breaks) {
        this.code = code;
        this.description = description;
        this.source = source;
        this.breaks = breaks;
    }

    /** The codes of all, {@code none} first. */
    public static List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (RaftMutant mutant : values()) {
            codes.add(mutant.code);
        }
        return codes;
    }

    /**
     * The bug with this code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static RaftMutant of(String code) {
        for (RaftMutant mutant : values()) {
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

    /** Where the bug was seen, or the section that forbids it; empty for the correct rules. */
    public String source() {
        return source;
    }

    /** The name of the property that it breaks; empty for the correct rules. */
    public String breaks() {
        return breaks;
    }

    /** The rules with this bug in them. */
    public RaftRules rules() {
        return switch (this) {
            case NONE -> new RaftRules();
            case R01 -> new GrantsWithoutComparing();
            case R04 -> new VotesBeforeSync();
        };
    }
}
