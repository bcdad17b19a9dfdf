package dev.orrery.algorithms.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.algorithms.statemachine.ClientReply;
import dev.orrery.algorithms.statemachine.ClientRequest;
import dev.orrery.algorithms.statemachine.Command;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What keeps a leader in office, what ends its time in it, and how it hands over (dissertation §3.10, §4.2.3, §6.2). */
final class LeadershipTest {
    private static final long MS = LoneServer.MS;
    private static final int CLIENT = 9;
    private static final String TRANSFER = "transfer-leadership";

    private static LoneServer server(boolean checkQuorum, boolean stickiness) {
        return new LoneServer(
                RaftOptions.DEFAULT.withPreVote(false).withLeaderChecks(checkQuorum, stickiness), new RaftRules());
    }

    private static LoneServer leader() {
        LoneServer server = server(false, false).elected();
        server.receive(2, AppendEntriesReply.accept(1, 1)).receive(3, AppendEntriesReply.accept(1, 1));
        server.sent();
        return server;
    }

    @Test
    void aLeaderThatHearsOfNoMajorityForAnElectionTimeoutStepsDown() {
        assertEquals("follower", server(true, true).elected().pass(400 * MS).role());
        assertEquals("leader", server(false, true).elected().pass(400 * MS).role());
    }

    @Test
    void aLeaderThatHearsOfAMajorityGoesOn() {
        LoneServer server = server(true, true).elected();
        for (int i = 0; i < 20; i++) {
            server.receive(2, AppendEntriesReply.accept(1, 1)).receive(3, AppendEntriesReply.accept(1, 1));
            server.pass(100 * MS);
        }
        assertEquals("leader", server.role());
    }

    @Test
    void aFollowerThatHearsFromALeaderTakesNoNoticeOfACandidate() {
        LoneServer server = server(true, true).withLog(1);
        assertEquals(
                List.of(), server.receive(2, new RequestVote(7, 9, 6)).sync().sentTo(2));
        assertEquals(1, server.server().currentTerm());
    }

    @Test
    void unlessTheLeaderItselfWantsTheElection() {
        LoneServer server = server(true, true).withLog(1);
        assertEquals(
                List.of(new RequestVoteReply(2, true)),
                server.receive(2, new RequestVote(2, 1, 1, true)).sync().sentTo(2));
    }

    @Test
    void aLeaderTakesNoNoticeEither() {
        LoneServer server = server(true, true).elected();
        server.receive(2, new RequestVote(7, 9, 6)).sync();
        assertEquals("leader", server.role());
    }

    @Test
    void aTargetThatHasAllEntriesBeginsItsElectionAtOnce() {
        LoneServer server = leader();
        assertTrue(server.server().operate(TRANSFER, LoneServer.node(2)));
        assertEquals(List.of(new TimeoutNow(1)), server.sentTo(2));
    }

    @Test
    void aTargetThatLagsIsBroughtUpToDateFirst() {
        LoneServer server = leader();
        assertTrue(server.server().operate(TRANSFER, LoneServer.node(4)));
        assertEquals(List.of(), server.sentTo(4));
        server.receive(4, AppendEntriesReply.accept(1, 1));
        assertEquals(List.of(new TimeoutNow(1)), server.sentTo(4));
    }

    @Test
    void meanwhileALeaderTakesNoCommandsAndAfterAnElectionTimeoutItGoesOn() {
        LoneServer server = leader();
        server.server().operate(TRANSFER, LoneServer.node(4));
        ClientRequest write = new ClientRequest(new Command(77, 1, "write", 1L, 1L));
        assertEquals(
                List.of(ClientReply.notLeader(1, null)),
                server.receive(CLIENT, write).sentTo(CLIENT));
        server.pass(400 * MS).sent();
        assertEquals(List.of(), server.receive(CLIENT, write).sentTo(CLIENT));
        assertEquals(2, server.server().log().lastIndex());
    }

    @Test
    void onlyALeaderHandsOverAndToOneSuccessorAtATime() {
        assertFalse(server(false, false).server().operate(TRANSFER, LoneServer.node(2)));
        LoneServer server = leader();
        assertTrue(server.server().operate(TRANSFER, LoneServer.node(4)));
        assertFalse(server.server().operate(TRANSFER, LoneServer.node(5)));
    }

    @Test
    void aServerThatCannotLeadIsRefusedForGood() {
        LoneServer server = leader();
        assertTrue(server.server().operate(TRANSFER, LoneServer.node(8)));
        assertTrue(server.notes.contains("transfer-refused node 7"), "" + server.notes);
        assertEquals(List.of(), server.sent());
    }

    @Test
    void whoIsAskedToTakeOverAsksNobodyFirst() {
        LoneServer server = new LoneServer(RaftOptions.DEFAULT, new RaftRules()).withLog(1);
        server.receive(5, new TimeoutNow(1)).sync();
        assertEquals(List.of(new RequestVote(2, 1, 1, true)), server.sentTo(2));
    }

    @Test
    void aLeaderOfAnEarlierTermHandsNothingOver() {
        LoneServer server = server(false, false).withLog(1, 2);
        server.receive(4, new TimeoutNow(1)).sync();
        assertEquals("follower", server.role());
    }
}
