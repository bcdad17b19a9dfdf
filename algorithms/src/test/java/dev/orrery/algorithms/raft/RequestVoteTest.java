package dev.orrery.algorithms.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.sim.node.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules by which a server votes (Fig. 2, RequestVote RPC; §5.2, §5.4.1), and what it must not forget. */
final class RequestVoteTest {
    private static final List<Message> NOTHING = List.of();

    private static List<Message> vote(long term) {
        return List.of(new RequestVoteReply(term, true));
    }

    private static List<Message> refusal(long term) {
        return List.of(new RequestVoteReply(term, false));
    }

    private static List<Message> answer(LoneServer server, int candidate, RequestVote request) {
        return server.receive(candidate, request).sync().sentTo(candidate);
    }

    @Test
    void repliesFalseIfTheTermIsBeforeItsOwn() {
        LoneServer server = new LoneServer().withLog(1, 4);
        assertEquals(refusal(4), answer(server, 2, new RequestVote(3, 9, 3)));
    }

    @Test
    void votesForTheFirstCandidateOfATermAndNoOther() {
        LoneServer server = new LoneServer();
        assertEquals(vote(1), answer(server, 2, new RequestVote(1, 0, 0)));
        assertEquals(refusal(1), answer(server, 3, new RequestVote(1, 0, 0)));
    }

    @Test
    void votesAgainForTheCandidateThatHasItsVoteIfTheReplyWasLost() {
        LoneServer server = new LoneServer();
        answer(server, 2, new RequestVote(1, 0, 0));
        assertEquals(vote(1), answer(server, 2, new RequestVote(1, 0, 0)));
    }

    @Test
    void aLaterTermFreesItsVote() {
        LoneServer server = new LoneServer();
        answer(server, 2, new RequestVote(1, 0, 0));
        assertEquals(vote(2), answer(server, 3, new RequestVote(2, 0, 0)));
    }

    @Test
    void theLogWithTheLaterLastTermIsMoreUpToDateHoweverShort() {
        LoneServer server = new LoneServer().withLog(1, 2, 2);
        assertEquals(vote(4), answer(server, 2, new RequestVote(4, 1, 3)));
        assertEquals(refusal(5), answer(server, 3, new RequestVote(5, 9, 1)));
    }

    @Test
    void ofLogsWithTheSameLastTermTheLongerIsMoreUpToDate() {
        LoneServer server = new LoneServer().withLog(1, 2, 2);
        assertEquals(refusal(3), answer(server, 2, new RequestVote(3, 2, 2)));
        assertEquals(vote(4), answer(server, 3, new RequestVote(4, 3, 2)));
        assertEquals(vote(5), answer(server, 4, new RequestVote(5, 4, 2)));
    }

    @Test
    void aRefusedCandidatesTermIsTakenOverAllTheSame() {
        LoneServer server = new LoneServer().withLog(1, 2);
        answer(server, 2, new RequestVote(7, 0, 0));
        assertEquals(7, server.server().currentTerm());
    }

    @Test
    void aVoteLeavesWhenItIsSynced() {
        LoneServer server = new LoneServer();
        server.receive(2, new RequestVote(1, 0, 0));
        assertEquals(NOTHING, server.pass(LoneServer.MS / 2).sentTo(2));
        assertEquals(vote(1), server.pass(LoneServer.MS).sentTo(2));
    }

    @Test
    void aVoteThatWasSentIsRememberedAfterACrash() {
        LoneServer server = new LoneServer();
        answer(server, 2, new RequestVote(1, 0, 0));
        assertEquals(refusal(1), answer(server.crash(), 3, new RequestVote(1, 0, 0)));
        assertEquals(vote(1), answer(server.crash(), 2, new RequestVote(1, 0, 0)));
    }

    @Test
    void aServerThatCannotSyncDoesNotVote() {
        LoneServer server = new LoneServer();
        server.diskFaults().full(true);
        assertEquals(NOTHING, answer(server, 2, new RequestVote(1, 0, 0)));
        assertEquals(List.of("recovered entries 0", "disk-failed"), server.notes);
    }

    @Test
    void aServerThatCanSyncAgainVotesWhenItIsAskedAgain() {
        LoneServer server = new LoneServer();
        server.diskFaults().full(true);
        answer(server, 2, new RequestVote(1, 0, 0));
        server.diskFaults().full(false);
        assertEquals(NOTHING, server.pass(100 * LoneServer.MS).sentTo(2));
        assertEquals(vote(1), answer(server, 2, new RequestVote(1, 0, 0)));
    }

    @Test
    void grantingAVoteKeepsItFromRunningItself() {
        LoneServer server = new LoneServer();
        for (int term = 1; term < 20; term++) {
            server.receive(2, new RequestVote(term, 0, 0)).pass(140 * LoneServer.MS);
        }
        assertEquals("follower", server.role());
    }
}
