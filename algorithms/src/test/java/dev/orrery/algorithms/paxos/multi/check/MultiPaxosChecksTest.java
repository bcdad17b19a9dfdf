package dev.orrery.algorithms.paxos.multi.check;

import static dev.orrery.algorithms.paxos.multi.check.Staged.ballot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.orrery.algorithms.paxos.multi.NoOp;
import dev.orrery.sim.check.Invariant;
import org.junit.jupiter.api.Test;

/** Each property on servers that keep it and on servers that do not. */
final class MultiPaxosChecksTest {

    private static Staged[] servers(Invariant invariant) {
        return new Staged[] {new Staged(1, invariant), new Staged(2, invariant), new Staged(3, invariant)};
    }

    @Test
    void oneValueIsChosenUnderTwoBallots() {
        Staged[] n = servers(new Agreement());
        assertNull(n[0].accepts(1, ballot(1, 1), "a").judged());
        assertNull(n[1].accepts(1, ballot(1, 1), "a").judged());
        assertNull(n[1].accepts(1, ballot(2, 2), "a").judged());
        assertNull(n[2].accepts(1, ballot(2, 2), "a").judged());
        assertNull(n[2].learns("a").judged());
    }

    @Test
    void twoQuorumsThatAcceptTwoValuesChooseBoth() {
        Staged[] n = servers(new Agreement());
        assertNull(n[0].accepts(1, ballot(1, 1), "a").judged());
        assertNull(n[1].accepts(1, ballot(1, 1), "a").judged());
        assertNull(n[1].accepts(1, ballot(2, 3), "b").judged());
        assertEquals(
                "two values are chosen at instance 1: a under 1.n1, and b under 2.n3, which [n2, n3] have accepted",
                n[2].accepts(1, ballot(2, 3), "b").judged());
    }

    @Test
    void anotherValueMayBeAcceptedByFewerThanAQuorum() {
        Staged[] n = servers(new Agreement());
        assertNull(n[0].accepts(1, ballot(1, 1), "a").judged());
        assertNull(n[1].accepts(1, ballot(2, 2), "b").judged());
        assertNull(n[2].accepts(1, ballot(2, 2), "b").judged());
    }

    @Test
    void nobodyTakesForChosenWhatIsNot() {
        Staged[] n = servers(new Agreement());
        assertNull(n[0].accepts(1, ballot(1, 1), "a").judged());
        assertEquals(
                "n2 takes a for chosen at instance 1, where nothing is",
                n[1].learns("a").judged());
    }

    @Test
    void nobodyTakesAnotherValueForChosen() {
        Staged[] n = servers(new Agreement());
        assertNull(n[0].accepts(1, ballot(1, 1), "a").judged());
        assertNull(n[1].accepts(1, ballot(1, 1), "a").judged());
        assertEquals(
                "n3 takes b for chosen at instance 1, where a is, under 1.n1",
                n[2].learns("b").judged());
    }

    @Test
    void whatAServerSaidBeforeItWasKilledInTheMidstOfItCounts() {
        Staged[] n = servers(new Agreement());
        assertNull(n[0].judged());
        assertNull(n[0].accepts(1, ballot(1, 1), "a").killed());
        n[0].crashes(ballot(1, 1));
        assertNull(n[1].accepts(1, ballot(1, 1), "a").judged());
        assertNull(n[2].learns("a").judged());
    }

    @Test
    void aServerIsJudgedByWhatItSaidBeforeItWasKilledInTheMidstOfIt() {
        Staged[] n = servers(new PromiseMonotonic());
        assertNull(n[0].promises(ballot(2, 1)).judged());
        assertEquals(
                "n1 promises 1.n2, though it had let others know of 2.n1",
                n[0].promises(ballot(1, 2)).killed());
    }

    @Test
    void aCommandThatNobodyAskedForIsNotValid() {
        Staged[] n = servers(new Validity());
        assertNull(n[0].asked("a").accepts(1, ballot(1, 1), "a").judged());
        assertNull(n[1].accepts(2, ballot(1, 1), NoOp.NO_OP).judged());
        assertEquals(
                "n2 has accepted b at instance 3, which no client asked for",
                n[1].accepts(3, ballot(1, 1), "b").judged());
    }

    @Test
    void aPromiseIsNotTakenBack() {
        Staged[] n = servers(new PromiseMonotonic());
        assertNull(n[0].promises(ballot(2, 1)).accepts(1, ballot(2, 1), "a").judged());
        assertEquals(
                "n1 accepts at instance 2 under 1.n2, though it had let others know of 2.n1",
                n[0].accepts(2, ballot(1, 2), "b").judged());
    }

    @Test
    void aPromiseOutlastsACrash() {
        Staged[] n = servers(new PromiseMonotonic());
        assertNull(n[0].promises(ballot(2, 1)).judged());
        assertNull(n[0].crashes(ballot(2, 1)).judged());
        assertEquals(
                "n1 came back with no promise, though it had let others know of 2.n1",
                n[0].crashes(null).judged());
    }

    @Test
    void whoKnowsThatItForgotNeedNotRemember() {
        Staged[] n = servers(new PromiseMonotonic());
        assertNull(n[0].promises(ballot(2, 1)).judged());
        assertNull(n[0].onlyLearns().crashes(null).judged());
    }

    @Test
    void oneServerLeadsUnderABallot() {
        Staged[] n = servers(new OneLeaderPerBallot());
        assertNull(n[0].leads(ballot(1, 1)).judged());
        assertNull(n[1].leads(ballot(1, 2)).judged());
        assertEquals(
                "two leaders under ballot 1.n1: n1 and n3",
                n[2].leads(ballot(1, 1)).judged());
    }

    @Test
    void aServerLeadsOnceUnderABallot() {
        Staged[] n = servers(new OneLeaderPerBallot());
        assertNull(n[0].leads(ballot(1, 1)).judged());
        assertEquals(
                "n1 leads under 1.n1 for a second time",
                n[0].crashes(ballot(1, 1)).leads(ballot(1, 1)).judged());
    }

    @Test
    void replicasApplyTheSame() {
        Staged[] n = servers(new StateMachineSafety());
        assertNull(n[0].learns("a").judged());
        assertNull(n[1].learns("a").judged());
        assertEquals(
                "n3 applied b at instance 1, where n1 had applied a",
                n[2].learns("b").judged());
    }
}
