package dev.orrery.algorithms.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.algorithms.statemachine.ClientRequest;
import dev.orrery.algorithms.statemachine.Command;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a server becomes a candidate, and a candidate a leader or a follower again (Fig. 2, Candidates; §5.2). */
final class ElectionTest {
    private static final long MS = LoneServer.MS;

    @Test
    void aFollowerThatHearsOfNoLeaderAsksAllOthersForTheirVotes() {
        LoneServer server = new LoneServer().withLog(1, 2, 2).electionTimeout();
        assertEquals("candidate", server.role());
        List<LoneServer.Sent> asked = server.sent();
        for (int other = 2; other <= 5; other++) {
            assertEquals(new LoneServer.Sent(LoneServer.node(other), new RequestVote(3, 3, 2)), asked.get(other - 2));
        }
    }

    @Test
    void nobodyIsAskedBeforeTermAndVoteAreSynced() {
        LoneServer server = new LoneServer();
        server.diskFaults().stall();
        server.electionTimeout();
        assertEquals("candidate", server.role());
        assertEquals(List.of(), server.sent());
        server.diskFaults().resume();
        assertEquals(4, server.sync().sent().size());
    }

    @Test
    void aCandidateThatCrashesDoesNotVoteForAnotherOneInItsTerm() {
        LoneServer server = new LoneServer().electionTimeout().crash();
        assertEquals(
                List.of(new RequestVoteReply(1, false)),
                server.receive(2, new RequestVote(1, 0, 0)).sync().sentTo(2));
    }

    @Test
    void aMajorityMakesALeaderAndItsOwnVoteCounts() {
        LoneServer server = new LoneServer().electionTimeout();
        server.receive(2, new RequestVoteReply(1, true));
        assertEquals("candidate", server.role());
        server.receive(3, new RequestVoteReply(1, true));
        assertEquals("leader", server.role());
    }

    @Test
    void aVoteCountsOnceHoweverOftenItComes() {
        LoneServer server = new LoneServer().electionTimeout();
        server.receive(2, new RequestVoteReply(1, true)).receive(2, new RequestVoteReply(1, true));
        assertEquals("candidate", server.role());
    }

    @Test
    void votesOfAnEarlierTermDoNotCount() {
        LoneServer server = new LoneServer().electionTimeout().electionTimeout();
        assertEquals(2, server.server().currentTerm());
        server.receive(2, new RequestVoteReply(1, true)).receive(3, new RequestVoteReply(1, true));
        assertEquals("candidate", server.role());
    }

    @Test
    void refusalsDoNotCount() {
        LoneServer server = new LoneServer().electionTimeout();
        for (int other = 2; other <= 5; other++) {
            server.receive(other, new RequestVoteReply(1, false));
        }
        assertEquals("candidate", server.role());
    }

    @Test
    void aCandidateFollowsWhoeverElseWasElectedInItsTerm() {
        LoneServer server = new LoneServer().electionTimeout();
        server.sent();
        server.receive(4, new AppendEntries(1, 0, 0, LoneServer.entries(1), 0)).sync();
        assertEquals("follower", server.role());
        assertEquals(List.of(AppendEntriesReply.accept(1, 1)), server.sentTo(4));
    }

    @Test
    void aLeaderOfAnEarlierTermIsToldOfTheLaterOne() {
        LoneServer server = new LoneServer().withLog(1, 5);
        server.receive(4, new AppendEntries(3, 2, 5, List.of(), 0)).sync();
        assertEquals(List.of(AppendEntriesReply.reject(5, 2, 0, 0)), server.sentTo(4));
    }

    @Test
    void anElectionWithoutAWinnerIsFollowedByAnother() {
        LoneServer server = new LoneServer().electionTimeout().electionTimeout().electionTimeout();
        assertEquals(3, server.server().currentTerm());
    }

    @Test
    void aLeaderThatHearsOfALaterTermFollows() {
        LoneServer server = new LoneServer().elected();
        assertEquals("leader", server.role());
        server.receive(2, AppendEntriesReply.reject(9, 0, 0, 0));
        assertEquals("follower", server.role());
        assertEquals(9, server.server().currentTerm());
    }

    @Test
    void aServerWhoseDiskFailsBeginsNoElection() {
        LoneServer server = new LoneServer();
        server.diskFaults().full(true);
        for (int i = 0; i < 5; i++) {
            server.electionTimeout();
        }
        assertEquals("follower", server.role());
        assertEquals(List.of(), server.sent());
        server.diskFaults().full(false);
        assertEquals("candidate", server.electionTimeout().electionTimeout().role());
    }

    @Test
    void aLeaderWhoseDiskFailsStepsDown() {
        LoneServer server = new LoneServer().elected();
        server.diskFaults().full(true);
        server.receive(9, new ClientRequest(new Command(1, 1, "write", 1L, 1L))).sync();
        assertEquals("follower", server.role());
    }

    @Test
    void electionTimeoutsAreDrawnAnewFromTheirRange() {
        LoneServer server = new LoneServer();
        for (int i = 0; i < 50; i++) {
            server.receive(2, new AppendEntries(1, 0, 0, List.of(), 0)).pass(150 * MS - 1);
            assertEquals("follower", server.role(), "draw " + i);
        }
        server.receive(2, new AppendEntries(1, 0, 0, List.of(), 0)).pass(300 * MS);
        assertEquals("candidate", server.role());
    }
}
