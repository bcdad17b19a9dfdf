package dev.orrery.algorithms.paxos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.node.NodeId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AcceptorStateTest {
    private static final NodeId N1 = new NodeId(0, "n1");
    private static final NodeId N2 = new NodeId(1, "n2");

    @Test
    void whatAnAcceptorRemembersIsReadBackAsItWas() {
        Ballot ballot = new Ballot(7, N2);
        for (AcceptorState state : List.of(
                AcceptorState.BLANK,
                new AcceptorState(ballot, null),
                new AcceptorState(ballot, new Proposal(new Ballot(0, N1), 42L)))) {
            assertEquals(state, AcceptorState.decode(state.encode()));
        }
    }

    @Test
    void ballotsAreOrderedByRoundAndThenByProposer() {
        assertTrue(new Ballot(1, N2).compareTo(new Ballot(2, N1)) < 0);
        assertTrue(new Ballot(2, N1).compareTo(new Ballot(2, N2)) < 0);
        assertEquals(0, new Ballot(2, N1).compareTo(new Ballot(2, N1)));
    }
}
