package dev.orrery.algorithms.paxos.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.orrery.algorithms.paxos.AcceptorState;
import dev.orrery.algorithms.paxos.Ballot;
import dev.orrery.algorithms.paxos.PaxosState;
import dev.orrery.algorithms.paxos.Proposal;
import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is judged of a process that is killed in the midst of a handler. */
final class PaxosChecksTest {
    private static final NodeId LEARNER = new NodeId(0, "n1");
    private static final NodeId FIRST = new NodeId(1, "n2");
    private static final NodeId SECOND = new NodeId(2, "n3");
    private static final NodeId THIRD = new NodeId(3, "n4");
    private static final Ballot LOW = new Ballot(1, LEARNER);
    private static final Ballot HIGH = new Ballot(2, LEARNER);

    private record Staged(
            @Nullable AcceptorState acceptor,
            @Nullable Object proposing,
            @Nullable Object learned) implements Process, PaxosState {
        static Staged acceptor(AcceptorState state) {
            return new Staged(state, null, null);
        }

        static Staged accepted(Ballot ballot, Object value) {
            return acceptor(new AcceptorState(ballot, new Proposal(ballot, value)));
        }

        @Override
        public void start() {}

        @Override
        public void receive(NodeId from, Message message) {}
    }

    private static Agreement ofThreeAcceptors() {
        Agreement agreement = new Agreement();
        for (NodeId acceptor : new NodeId[] {FIRST, SECOND, THIRD}) {
            assertNull(agreement.touched(acceptor, Staged.acceptor(AcceptorState.BLANK)));
        }
        return agreement;
    }

    @Test
    void whatAMajorityAcceptedIsChosenThoughAllOfItWasKilledWhileItToldSo() {
        Agreement agreement = ofThreeAcceptors();
        assertNull(agreement.ending(FIRST, Staged.accepted(LOW, 2L)));
        assertNull(agreement.ending(SECOND, Staged.accepted(LOW, 2L)));
        assertNull(agreement.touched(LEARNER, new Staged(null, null, 2L)));
    }

    @Test
    void twoValuesAreChosenThoughTheLastAcceptorWasKilledWhileItToldSo() {
        Agreement agreement = ofThreeAcceptors();
        assertNull(agreement.touched(FIRST, Staged.accepted(LOW, 1L)));
        assertNull(agreement.touched(SECOND, Staged.accepted(LOW, 1L)));
        assertNull(agreement.touched(SECOND, Staged.accepted(HIGH, 2L)));
        assertEquals(
                "two values are chosen: 1 by proposal 1.n1, and 2 by proposal 2.n1, which [n3, n4] have accepted",
                agreement.ending(THIRD, Staged.accepted(HIGH, 2L)));
    }

    @Test
    void aProposerWantedAValueThoughItWasKilledWhileItAsked() {
        Invariant validity = new Validity();
        assertNull(validity.ending(LEARNER, new Staged(null, 2L, null)));
        assertNull(validity.touched(FIRST, Staged.accepted(LOW, 2L)));
    }

    @Test
    void anAcceptorMustRememberAPromiseThoughItWasKilledWhileItToldSo() {
        Invariant monotonic = new PromiseMonotonic();
        assertNull(monotonic.ending(FIRST, Staged.acceptor(new AcceptorState(HIGH, null))));
        assertEquals(
                "n2 had promised 2.n1, and now 1.n1",
                monotonic.touched(FIRST, Staged.acceptor(new AcceptorState(LOW, null))));
    }
}
