package dev.orrery.algorithms.paxos.check;

import dev.orrery.sim.check.Check;
import java.util.List;

/** The properties of Paxos as scenarios name them. */
public final class PaxosChecks {
    private PaxosChecks() {}

    /** All of them. */
    public static List<Check> all() {
        return List.of(
                new Check.OnNodes(
                        "agreement",
                        "Only a single value is chosen, by a majority of the acceptors that has accepted one proposal, and"
                                + " nobody learns that a value was chosen unless it was (Lamport, Paxos Made Simple, 2001,"
                                + " §2.1). A violation means that two majorities went past each other.",
                        Agreement::new),
                new Check.OnNodes(
                        "validity",
                        "Only a value that has been proposed may be chosen (Paxos Made Simple, §2.1).",
                        Validity::new),
                new Check.OnNodes(
                        "promise-monotonic",
                        "What an acceptor has promised never gets lower, nor does the number of what it has accepted, also"
                                + " over a crash, and it has promised at least what it has accepted (Paxos Made Simple,"
                                + " §2.2 and §2.4). A violation means that it could help to choose a second value.",
                        PromiseMonotonic::new));
    }
}
