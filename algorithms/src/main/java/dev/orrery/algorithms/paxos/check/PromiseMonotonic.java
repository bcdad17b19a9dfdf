package dev.orrery.algorithms.paxos.check;

import dev.orrery.algorithms.paxos.AcceptorState;
import dev.orrery.algorithms.paxos.Ballot;
import dev.orrery.algorithms.paxos.PaxosState;
import dev.orrery.algorithms.paxos.Proposal;
import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.explore.Fingerprint;
import dev.orrery.sim.explore.Fingerprinted;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an acceptor has promised never gets lower, nor does the number of what it has accepted, also over a crash; and it has
 * promised at least what it has accepted (§2.2, P1a; §2.4).
 */
public final class PromiseMonotonic implements Invariant, Fingerprinted {
    private final Map<NodeId, AcceptorState> last = new TreeMap<>();
    private long changes;

    @Override
    public String name() {
        return "promise-monotonic";
    }

    @Override
    public boolean concerns(Process process) {
        return process instanceof PaxosState;
    }

    /** What it has let somebody know is what it must not go back behind in its next life. */
    @Override
    public @Nullable String ending(NodeId node, Process process) {
        return touched(node, process);
    }

    @Override
    public @Nullable String touched(NodeId node, Process process) {
        AcceptorState state = ((PaxosState) process).acceptor();
        if (state == null) {
            return null;
        }
        AcceptorState before = last.put(node, state);
        if (before == null || before.equals(state)) {
            return null;
        }
        changes++;
        if (less(state.promised(), before.promised())) {
            return node + " had promised " + before.promised() + ", and now " + words(state.promised());
        }
        if (less(ballot(state), ballot(before))) {
            return node + " had accepted proposal " + ballot(before) + ", and now " + words(ballot(state));
        }
        return less(state.promised(), ballot(state))
                ? node + " has accepted proposal " + ballot(state) + ", and promised no more than " + state.promised()
                : null;
    }

    private static @Nullable Ballot ballot(AcceptorState state) {
        Proposal accepted = state.accepted();
        return accepted == null ? null : accepted.ballot();
    }

    private static boolean less(@Nullable Ballot ballot, @Nullable Ballot other) {
        return other != null && (ballot == null || ballot.compareTo(other) < 0);
    }

    private static String words(@Nullable Ballot ballot) {
        return ballot == null ? "nothing" : ballot.toString();
    }

    /** An acceptor's last state is that which it is in, or boots into, unless this is violated. */
    @Override
    public void fingerprint(Fingerprint into) {
        into.map(last);
    }

    @Override
    public String evidence() {
        return "promises and accepted proposals changed " + changes + " times";
    }
}
