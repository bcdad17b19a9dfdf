package dev.orrery.algorithms.paxos.multi.check;

import dev.orrery.algorithms.statemachine.check.ReplicaChecks;
import dev.orrery.sim.check.Check;
import java.util.ArrayList;
import java.util.List;

/** The properties of Multi-Paxos as scenarios name them. */
public final class MultiPaxosChecks {
    private MultiPaxosChecks() {}

    /** All of them. */
    public static List<Check> all() {
        List<Check> checks = new ArrayList<>(List.of(
                new Check.OnNodes(
                        "agreement",
                        "At each instance only a single value is chosen, by a quorum of phase 2 that has accepted one"
                                + " proposal, and nobody takes a value for chosen unless it is (Lamport, Paxos Made"
                                + " Simple, 2001, §2.1). A violation means that two quorums went past each other.",
                        Agreement::new),
                new Check.OnNodes(
                        "validity",
                        "Only a value that has been proposed may be chosen: a command that a client asked for, or a no-op"
                                + " (Paxos Made Simple, §2.1 and §3).",
                        Validity::new),
                new Check.OnNodes(
                        "promise-monotonic",
                        "An acceptor neither promises nor accepts anything below a number that it has let others know"
                                + " before, also over a crash (Paxos Made Simple, §2.2 and §2.4). A violation means that"
                                + " it could help to choose a second value.",
                        PromiseMonotonic::new),
                new Check.OnNodes(
                        "one-leader-per-ballot",
                        "At most one server leads under a ballot, and once (Paxos Made Simple, §2.4). Two leaders under one"
                                + " ballot may propose different values with the same number.",
                        OneLeaderPerBallot::new),
                new Check.OnNodes(
                        "state-machine-safety",
                        "If a server has applied a value at some instance, no other server ever applies a different one"
                                + " there (Paxos Made Simple, §3; named as in Raft, Fig. 3). A violation means that replicas"
                                + " have parted for good.",
                        StateMachineSafety::new)));
        checks.addAll(ReplicaChecks.all());
        return checks;
    }
}
