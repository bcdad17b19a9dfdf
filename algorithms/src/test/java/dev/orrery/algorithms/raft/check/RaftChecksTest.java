package dev.orrery.algorithms.raft.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.orrery.sim.check.Check;
import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each property against states in which it holds and states in which it does not. */
final class RaftChecksTest {

    @Test
    void eachCheckHasTheNameOfItsInvariantAndSaysWhatItHasSeen() {
        for (Check check : RaftChecks.all()) {
            Invariant invariant = ((Check.OnNodes) check).make().get();
            assertEquals(check.name(), invariant.name());
            assertFalse(invariant.evidence().isEmpty(), check.name());
            assertFalse(check.description().isEmpty(), check.name());
        }
    }

    @Test
    void noneLooksAtAClient() {
        Process client = new Process() {
            @Override
            public void start() {}

            @Override
            public void receive(NodeId from, Message message) {}
        };
        for (Check check : RaftChecks.all()) {
            Invariant invariant = ((Check.OnNodes) check).make().get();
            assertNull(invariant.touched(new NodeId(9, "c1"), client), check.name());
        }
    }

    @Nested
    final class ElectionSafetyTest {
        private final ElectionSafety invariant = new ElectionSafety();
        private final Staged n1 = new Staged(1, invariant);
        private final Staged n2 = new Staged(2, invariant);

        @Test
        void leadersOfDifferentTermsMayOverlap() {
            assertNull(n1.leads(1).judged());
            assertNull(n2.leads(2).judged());
            assertNull(n1.judged());
            assertNull(n1.leads(3).judged());
            assertEquals("3 terms had a leader", invariant.evidence());
        }

        @Test
        void twoLeadersOfOneTermViolateIt() {
            assertNull(n1.leads(4).judged());
            assertEquals(
                    "two leaders in term 4: n1 was elected, and so was n2",
                    n2.leads(4).judged());
        }

        @Test
        void theFirstNeedNotLeadAnyMore() {
            n1.leads(4).judged();
            n1.follows(5).judged();
            assertEquals(
                    "two leaders in term 4: n1 was elected, and so was n2",
                    n2.leads(4).judged());
        }
    }

    @Nested
    final class LeaderAppendOnlyTest {
        private final LeaderAppendOnly invariant = new LeaderAppendOnly();
        private final Staged n1 = new Staged(1, invariant);

        @Test
        void aLeaderMayAppend() {
            assertNull(n1.leads(2).appends(1, 1, 2).judged());
            assertNull(n1.appends(2, 2).judged());
            assertEquals("leaders appended 2 entries", invariant.evidence());
        }

        @Test
        void aFollowerMayDelete() {
            n1.leads(2).appends(1, 2, 2).judged();
            assertNull(n1.follows(3).truncates(1).judged());
            assertNull(n1.leads(4).appends(4).judged());
        }

        @Test
        void aLeaderThatDeletesViolatesIt() {
            n1.leads(2).appends(1, 2, 2).judged();
            assertEquals(
                    "n1 leads term 2 and deleted entries of its own log after index 1; it had 3",
                    n1.truncates(1).appends(2, 2, 2).judged());
        }
    }

    @Nested
    final class LogMatchingTest {
        private final LogMatching invariant = new LogMatching();
        private final Staged n1 = new Staged(1, invariant);
        private final Staged n2 = new Staged(2, invariant);

        @Test
        void logsMayDifferInTheirTerms() {
            assertNull(n1.appends(1, 1, 2, 2).judged());
            assertNull(n2.appends(1, 1, 3).judged());
            assertNull(n2.truncates(2).appends(2, 2).judged());
            assertEquals("4 entries were compared with another server's", invariant.evidence());
        }

        @Test
        void oneIndexAndTermWithTwoCommandsViolateIt() {
            n1.appends(1).writes(2, 10).judged();
            assertEquals(
                    "n2 and n1 both have an entry of term 2 at index 2, but it is Command[clientId=7, sequenceNum=11,"
                            + " f=write, key=1, value=11] on n2 and Command[clientId=7, sequenceNum=10, f=write, key=1,"
                            + " value=10] on n1",
                    n2.appends(1).writes(2, 11).judged());
        }

        @Test
        void anEntryAfterOneOfAnotherTermViolatesIt() {
            n1.appends(1, 2, 3).judged();
            assertEquals(
                    "n2 and n1 both have an entry of term 3 at index 3, but the entry before it is of term 1 on n2 and of"
                            + " term 2 on n1",
                    n2.appends(1, 1, 3).judged());
        }

        @Test
        void whatIsOverwrittenIsComparedAgain() {
            n1.appends(1, 1, 1).judged();
            n2.appends(1, 2, 2).judged();
            assertEquals(
                    "n2 and n1 both have an entry of term 1 at index 3, but the entry before it is of term 2 on n2 and of"
                            + " term 1 on n1",
                    n2.truncates(2).appends(1).judged());
        }

        @Test
        void whatIsOverwrittenSeveralTimesBetweenTwoLooksIsComparedAgain() {
            n1.appends(1, 1).judged();
            n2.appends(2, 2, 2).judged();
            assertEquals(
                    "n2 and n1 both have an entry of term 1 at index 2, but the entry before it is of term 3 on n2 and of"
                            + " term 1 on n1",
                    n2.truncates(0).appends(3, 3).truncates(1).appends(1, 1).judged());
        }

        @Test
        void aLogThatComesBackIsComparedFromItsBeginning() {
            n1.appends(1).writes(1, 10).judged();
            n1.crashes().appends(1).writes(1, 11);
            assertFalse(n1.judged() == null);
        }
    }

    @Nested
    final class LeaderCompletenessTest {
        private final LeaderCompleteness invariant = new LeaderCompleteness();
        private final Staged n1 = new Staged(1, invariant);
        private final Staged n2 = new Staged(2, invariant);

        @Test
        void aLaterLeaderMayHaveWhatWasCommitted() {
            n1.leads(1).appends(1, 1).judged();
            assertNull(n1.commits(2).judged());
            assertNull(n2.leads(2).appends(1, 1, 2).judged());
            assertEquals("leaders were searched once for an entry committed before their term", invariant.evidence());
        }

        @Test
        void whatWasNotCommittedMayBeMissing() {
            n1.leads(1).appends(1, 1, 1).judged();
            n1.commits(1).judged();
            assertNull(n2.leads(2).appends(1).judged());
        }

        @Test
        void anEarlierLeaderNeedNotHaveWhatALaterOneCommitted() {
            n2.leads(5).appends(1, 5).judged();
            n2.commits(2).judged();
            assertNull(n1.leads(4).appends(1).judged());
        }

        @Test
        void aLaterLeaderWhoseLogIsTooShortViolatesIt() {
            n1.leads(3).appends(1, 3, 3).judged();
            n1.commits(3).judged();
            assertEquals(
                    "n2 leads term 6 without the entry of term 3 at index 3, which n1 committed in term 3; its log ends at"
                            + " index 2",
                    n2.leads(6).appends(1, 3).judged());
        }

        @Test
        void aLaterLeaderWithAnotherEntryViolatesIt() {
            n1.leads(3).appends(1, 3).judged();
            n1.commits(2).judged();
            assertEquals(
                    "n2 leads term 6 without the entry of term 3 at index 2, which n1 committed in term 3; it has one of"
                            + " term 2 there",
                    n2.leads(6).appends(1, 2, 2).judged());
        }

        @Test
        void termsThatCommittedNothingHideNothing() {
            n1.leads(3).appends(3).judged();
            n1.commits(1).judged();
            Staged n3 = new Staged(3, invariant);
            n3.leads(4).appends(3).judged();
            assertEquals(
                    "n2 leads term 5 without the entry of term 3 at index 1, which n1 committed in term 3; its log ends at"
                            + " index 0",
                    n2.leads(5).judged());
        }

        @Test
        void anEntryThatIsCommittedLateMustBeWithThoseThatLeadAlready() {
            n1.leads(3).appends(3, 3).judged();
            n2.leads(4).appends(3).judged();
            assertEquals(
                    "n2 leads term 4 without the entry of term 3 at index 2, which n1 committed in term 3; its log ends at"
                            + " index 1",
                    n1.commits(2).judged());
        }
    }

    @Nested
    final class StateMachineSafetyTest {
        private final StateMachineSafety invariant = new StateMachineSafety();
        private final Staged n1 = new Staged(1, invariant);
        private final Staged n2 = new Staged(2, invariant);

        @Test
        void serversMayApplyTheSameEntriesAtDifferentTimes() {
            n1.appends(1).writes(1, 10);
            n2.appends(1).writes(1, 10);
            assertNull(n1.applies(2).judged());
            assertNull(n2.applies(1).judged());
            assertNull(n2.applies(2).judged());
            assertEquals("2 entries were applied, and again by another server or life 2 times", invariant.evidence());
        }

        @Test
        void differentEntriesAtOneIndexViolateIt() {
            n1.appends(1).writes(1, 10).applies(2).judged();
            assertEquals(
                    "n2 applied Command[clientId=7, sequenceNum=11, f=write, key=1, value=11] of term 2 at index 2, where"
                            + " n1 had applied Command[clientId=7, sequenceNum=10, f=write, key=1, value=10] of term 1",
                    n2.appends(1).writes(2, 11).applies(2).judged());
        }

        @Test
        void aServerThatComesBackAppliesTheSameAgain() {
            n1.appends(1).writes(1, 10).applies(2).judged();
            assertNull(n1.crashes().appends(1).writes(1, 10).applies(2).judged());
            assertFalse(n1.crashes().appends(1).writes(1, 11).applies(2).judged() == null);
        }
    }

    @Nested
    final class OneVotePerTermTest {
        private final OneVotePerTerm invariant = new OneVotePerTerm();
        private final NodeId n2 = new NodeId(1, "n2");
        private final NodeId n3 = new NodeId(2, "n3");
        private final Staged n1 = new Staged(1, invariant);

        @Test
        void votesOfDifferentTermsMayDiffer() {
            n1.follows(1).judged();
            assertNull(n1.votes(1, n2).judged());
            assertNull(n1.votes(2, n3).judged());
            assertEquals(
                    "2 votes were given; a server came back in the term of its vote 0 times", invariant.evidence());
        }

        @Test
        void twoVotesInOneTermViolateIt() {
            n1.follows(1).judged();
            n1.votes(1, n2).judged();
            assertEquals(
                    "n1 voted twice in term 1: for n2 and for n3",
                    n1.votes(1, n3).judged());
        }

        @Test
        void aVoteThatNobodyHeardOfMayBeForgotten() {
            n1.follows(4).judged();
            n1.votes(3, n2).judged();
            n1.crashes().recovering().judged();
            assertNull(n1.recovered(4).judged());
        }

        @Test
        void aVoteThatComesBackIsTheSame() {
            n1.follows(4).judged();
            n1.votes(4, n2).judged();
            n1.crashes().recovering().judged();
            assertNull(n1.votedFor(n2).recovered(4).judged());
            assertEquals("1 vote was given; a server came back in the term of its vote once", invariant.evidence());
        }

        @Test
        void aVoteThatIsForgottenViolatesIt() {
            n1.follows(4).judged();
            n1.votes(4, n2).judged();
            n1.crashes().recovering().judged();
            assertEquals(
                    "n1 came back in term 4 with no vote, though it had told n2 that it had its vote",
                    n1.recovered(4).judged());
        }
    }

    @Nested
    final class TermMonotonicTest {
        private final TermMonotonic invariant = new TermMonotonic();
        private final Staged n1 = new Staged(1, invariant);

        @Test
        void aTermMayRise() {
            assertNull(n1.follows(1).judged());
            assertNull(n1.follows(5).judged());
            assertEquals("terms changed 2 times; servers came back 0 times", invariant.evidence());
        }

        @Test
        void aTermThatGoesBackViolatesIt() {
            n1.follows(5).judged();
            assertEquals("n1 went back from term 5 to term 4", n1.follows(4).judged());
        }

        @Test
        void aTermThatNobodyHeardOfMayBeForgotten() {
            n1.follows(5).announced(4).judged();
            assertNull(n1.crashes().recovering().judged());
            assertNull(n1.recovered(4).judged());
            assertEquals("terms changed 2 times; servers came back once", invariant.evidence());
        }

        @Test
        void forgettingATermThatSomebodyHeardOfViolatesIt() {
            n1.follows(5).announced(5).judged();
            n1.crashes().recovering().judged();
            assertEquals(
                    "n1 came back in term 4, though it had spoken in term 5",
                    n1.recovered(4).judged());
        }
    }

    @Nested
    final class CommitMonotonicTest {
        private final CommitMonotonic invariant = new CommitMonotonic();
        private final Staged n1 = new Staged(1, invariant).appends(1, 1, 1);

        @Test
        void aCommitIndexMayRiseAndACrashForgetsIt() {
            assertNull(n1.commits(2).judged());
            assertNull(n1.commits(3).judged());
            assertNull(n1.crashes().appends(1, 1, 1).judged());
            assertEquals("commit indices rose 2 times", invariant.evidence());
        }

        @Test
        void aCommitIndexThatGoesBackViolatesIt() {
            n1.commits(3).judged();
            assertEquals(
                    "n1's commit index went back from 3 to 2", n1.commits(2).judged());
        }

        @Test
        void aCommitIndexBeyondTheLogViolatesIt() {
            assertEquals(
                    "n1's commit index 4 lies beyond its log, which ends at index 3",
                    n1.commits(4).judged());
        }
    }

    @Test
    void aReadUnderALeaseIsRightAsLongAsNobodyLeadsALaterTerm() {
        LeaseSafety check = new LeaseSafety();
        Staged one = new Staged(1, check).leads(1).readsUnderLease();
        assertNull(one.judged());
        Staged two = new Staged(2, check).leads(2).readsUnderLease();
        assertNull(two.judged());
        assertNull(one.judged());
        assertEquals(
                "n1 answered a read under its lease of term 1, though n2 had been elected in term 2",
                one.readsUnderLease().judged());
    }

    @Test
    void theChecksAreThoseOfFigure3AndFourMore() {
        assertEquals(
                List.of(
                        "election-safety",
                        "leader-append-only",
                        "log-matching",
                        "leader-completeness",
                        "state-machine-safety",
                        "one-vote-per-term",
                        "term-monotonic",
                        "commit-monotonic",
                        "lease-safety"),
                RaftChecks.all().stream().map(Check::name).toList());
    }
}
