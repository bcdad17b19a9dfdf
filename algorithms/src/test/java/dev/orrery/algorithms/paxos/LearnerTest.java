package dev.orrery.algorithms.paxos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.node.NodeId;
import org.junit.jupiter.api.Test;

final class LearnerTest {
    private static final NodeId A1 = new NodeId(1, "a1");
    private static final NodeId A2 = new NodeId(2, "a2");
    private static final Proposal FIRST = new Proposal(new Ballot(1, A1), "first");
    private static final Proposal SECOND = new Proposal(new Ballot(2, A1), "second");

    private final Learner learner = new Learner(2);

    @Test
    void aValueIsChosenWhenAMajorityHasAcceptedOneProposal() {
        assertFalse(learner.accepted(A1, FIRST));
        assertNull(learner.learned());
        assertTrue(learner.accepted(A2, FIRST));
        assertEquals("first", learner.learned());
    }

    @Test
    void oneAcceptorIsNoMajorityHoweverOftenItTells() {
        assertFalse(learner.accepted(A1, FIRST));
        assertFalse(learner.accepted(A1, FIRST));
        assertNull(learner.learned());
    }

    @Test
    void twoProposalsDoNotAddUp() {
        assertFalse(learner.accepted(A1, FIRST));
        assertFalse(learner.accepted(A2, SECOND));
        assertNull(learner.learned());
    }

    @Test
    void whatComesLateIsPassedOver() {
        assertFalse(learner.accepted(A1, SECOND));
        assertFalse(learner.accepted(A1, FIRST));
        assertFalse(learner.accepted(A2, FIRST));
        assertTrue(learner.accepted(A2, SECOND));
        assertEquals("second", learner.learned());
    }
}
