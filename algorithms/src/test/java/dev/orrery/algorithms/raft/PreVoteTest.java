package dev.orrery.algorithms.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.sim.node.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A server asks whether it could win before it begins an election (dissertation §9.6). */
final class PreVoteTest {
    private final LoneServer server = new LoneServer(true, new RaftRules());

    private List<Message> answer(RequestPreVote request) {
        return server.receive(2, request).sync().sentTo(2);
    }

    private static List<Message> reply(long term, long nextTerm, boolean granted) {
        return List.of(new RequestPreVoteReply(term, nextTerm, granted));
    }

    @Test
    void askingChangesNobodysTerm() {
        server.withLog(1, 2).electionTimeout();
        assertEquals("pre-candidate", server.role());
        assertEquals(List.of(new RequestPreVote(3, 2, 2)), server.sentTo(4));
        assertEquals(2, server.server().currentTerm());
    }

    @Test
    void aMajorityThatWouldVoteLetsTheElectionBegin() {
        server.electionTimeout().sent();
        server.receive(2, new RequestPreVoteReply(0, 1, true));
        assertEquals("pre-candidate", server.role());
        server.receive(3, new RequestPreVoteReply(0, 1, true)).sync();
        assertEquals("candidate", server.role());
        assertEquals(List.of(new RequestVote(1, 0, 0)), server.sentTo(5));
    }

    @Test
    void itWouldVoteForALogThatIsUpToDateWhenNoLeaderIsHeardOf() {
        server.withLog(1, 2).pass(149 * LoneServer.MS);
        assertEquals(reply(2, 3, true), answer(new RequestPreVote(3, 2, 2)));
        assertEquals(reply(2, 3, false), answer(new RequestPreVote(3, 1, 2)));
    }

    @Test
    void itWouldNotVoteWhileItHearsFromALeader() {
        server.withLog(1, 2);
        assertEquals(reply(2, 3, false), answer(new RequestPreVote(3, 2, 2)));
    }

    @Test
    void aLeaderWouldNotVote() {
        server.electionTimeout()
                .receive(2, new RequestPreVoteReply(0, 1, true))
                .receive(3, new RequestPreVoteReply(0, 1, true))
                .sync()
                .receive(2, new RequestVoteReply(1, true))
                .receive(3, new RequestVoteReply(1, true))
                .sync();
        assertEquals("leader", server.role());
        server.sent();
        assertEquals(reply(1, 2, false), answer(new RequestPreVote(2, 9, 9)));
    }

    @Test
    void aTermThatIsOverIsRefusedWithTheOneThatIsNot() {
        server.withLog(1, 5).pass(149 * LoneServer.MS);
        assertEquals(reply(5, 5, false), answer(new RequestPreVote(5, 9, 9)));
    }

    @Test
    void whoAskedFollowsInTheLaterTermThatItLearnsOf() {
        server.electionTimeout().receive(2, new RequestPreVoteReply(6, 1, false));
        assertEquals("follower", server.role());
        assertEquals(6, server.server().currentTerm());
    }

    @Test
    void itWouldVoteForTwo() {
        server.withLog(1).pass(149 * LoneServer.MS);
        assertEquals(reply(1, 2, true), answer(new RequestPreVote(2, 1, 1)));
        assertEquals(
                List.of(new RequestPreVoteReply(1, 2, true)),
                server.receive(3, new RequestPreVote(2, 1, 1)).sync().sentTo(3));
    }
}
