package dev.orrery.algorithms.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.algorithms.statemachine.ClientReply;
import dev.orrery.algorithms.statemachine.ClientRequest;
import dev.orrery.algorithms.statemachine.Command;
import dev.orrery.sim.history.CompareAndSet;
import dev.orrery.sim.node.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a leader replicates, commits and answers (Fig. 2, Leaders; §5.3, §5.4, §8). */
final class LeaderTest {
    private static final long MS = LoneServer.MS;
    private static final int CLIENT = 9;

    private static ClientRequest write(long sequenceNum, long value) {
        return new ClientRequest(new Command(77, sequenceNum, "write", 1L, value));
    }

    private static LoneServer leader() {
        LoneServer server = new LoneServer().elected();
        server.sent();
        return server;
    }

    private static AppendEntries only(List<Message> messages) {
        assertEquals(1, messages.size(), messages.toString());
        return (AppendEntries) messages.get(0);
    }

    @Test
    void beginsItsTermWithANoOpSentToAll() {
        LoneServer server = new LoneServer().elected();
        List<LoneServer.Sent> sent = server.sent();
        for (int other = 2; other <= 5; other++) {
            LoneServer.Sent first =
                    new LoneServer.Sent(LoneServer.node(other), new AppendEntries(1, 0, 0, LoneServer.entries(1), 0));
            assertTrue(sent.contains(first), other + ": " + sent);
        }
    }

    @Test
    void isHeardOfInEachHeartbeatInterval() {
        LoneServer server = leader();
        server.receive(2, AppendEntriesReply.accept(1, 1)).sent();
        assertEquals(
                List.of(new AppendEntries(1, 1, 1, List.of(), 0)),
                server.pass(46 * MS).sentTo(2));
    }

    @Test
    void sendsAgainWhatIsNotAnswered() {
        LoneServer server = leader();
        AppendEntries noOp = new AppendEntries(1, 0, 0, LoneServer.entries(1), 0);
        assertEquals(List.of(noOp, noOp), server.pass(100 * MS).sentTo(3));
    }

    @Test
    void theNoOpIsCommittedByAMajorityOfWhichTheLeaderIsOne() {
        LoneServer server = leader();
        server.receive(2, AppendEntriesReply.accept(1, 1));
        assertEquals(0, server.server().commitIndex());
        server.receive(3, AppendEntriesReply.accept(1, 1));
        assertEquals(1, server.server().commitIndex());
    }

    @Test
    void anAcknowledgementCountsOnceHoweverOftenItComes() {
        LoneServer server = leader();
        server.receive(2, AppendEntriesReply.accept(1, 1)).receive(2, AppendEntriesReply.accept(1, 1));
        assertEquals(0, server.server().commitIndex());
    }

    @Test
    void theLeadersOwnEntryCountsWhenItIsSynced() {
        LoneServer server = leader();
        server.receive(2, AppendEntriesReply.accept(1, 1)).receive(3, AppendEntriesReply.accept(1, 1));
        server.diskFaults().stall();
        server.receive(CLIENT, write(1, 10)).pass(MS);
        server.receive(2, AppendEntriesReply.accept(1, 2)).receive(3, AppendEntriesReply.accept(1, 2));
        assertEquals(1, server.server().commitIndex());
        server.diskFaults().resume();
        server.sync();
        assertEquals(2, server.server().commitIndex());
    }

    @Test
    void aMajorityOfOthersCommitsWithoutTheLeadersDisk() {
        LoneServer server = leader();
        server.diskFaults().stall();
        server.receive(2, AppendEntriesReply.accept(1, 1)).receive(3, AppendEntriesReply.accept(1, 1));
        server.receive(CLIENT, write(1, 10)).pass(MS);
        for (int other = 2; other <= 4; other++) {
            server.receive(other, AppendEntriesReply.accept(1, 2));
        }
        assertEquals(2, server.server().commitIndex());
    }

    @Test
    void aCommandIsAnsweredWhenItIsCommittedAndApplied() {
        LoneServer server = leader();
        server.receive(CLIENT, write(1, 10)).sync();
        assertEquals(List.of(), server.sentTo(CLIENT));
        server.receive(2, AppendEntriesReply.accept(1, 2)).receive(3, AppendEntriesReply.accept(1, 2));
        assertEquals(List.of(ClientReply.ok(1, null)), server.sentTo(CLIENT));
    }

    @Test
    void aCommandThatIsSentAgainTakesEffectOnce() {
        LoneServer server = leader();
        ClientRequest cas = new ClientRequest(new Command(77, 1, "cas", 1L, new CompareAndSet(null, 5L)));
        server.receive(CLIENT, cas).receive(CLIENT, cas).sync();
        server.receive(2, AppendEntriesReply.accept(1, 3)).receive(3, AppendEntriesReply.accept(1, 3));
        assertEquals(List.of(ClientReply.ok(1, true), ClientReply.ok(1, true)), server.sentTo(CLIENT));
    }

    @Test
    void commandsThatComeWhileAFollowerIsBusyShareTheNextMessage() {
        LoneServer server = leader();
        server.receive(2, AppendEntriesReply.accept(1, 1)).sent();
        for (int i = 1; i <= 10; i++) {
            server.receive(CLIENT, write(i, i));
        }
        assertEquals(1, only(server.sentTo(2)).entries().size());
        server.receive(2, AppendEntriesReply.accept(1, 2));
        assertEquals(9, only(server.sentTo(2)).entries().size());
    }

    @Test
    void aFollowerThatLagsFarBehindGetsMessagesOfBoundedSize() {
        LoneServer server = leader();
        for (int i = 1; i <= 200; i++) {
            server.receive(CLIENT, write(i, i));
        }
        server.sent();
        server.receive(2, AppendEntriesReply.accept(1, 1));
        AppendEntries first = only(server.sentTo(2));
        assertEquals(64, first.entries().size());
        server.receive(2, AppendEntriesReply.accept(1, first.lastNewIndex()));
        assertEquals(64, only(server.sentTo(2)).entries().size());
    }

    @Test
    void whileTheirPointOfAgreementIsSoughtAFollowerGetsOneEntry() {
        LoneServer server = leader();
        for (int i = 1; i <= 200; i++) {
            server.receive(CLIENT, write(i, i));
        }
        server.receive(2, AppendEntriesReply.accept(1, 100)).sent();
        server.receive(2, AppendEntriesReply.reject(1, 100, 50, 1));
        assertEquals(List.of(), server.sentTo(2));
    }

    @Test
    void aRejectionThatComesLateChangesNothing() {
        LoneServer server = leader();
        server.receive(2, AppendEntriesReply.accept(1, 1)).sent();
        server.receive(2, AppendEntriesReply.reject(1, 0, 0, 0));
        assertEquals(List.of(), server.sent());
    }

    @Test
    void aLeaderThatIsDeposedSendsItsClientsElsewhere() {
        LoneServer server = leader();
        server.receive(CLIENT, write(1, 10)).sync().sent();
        server.receive(4, new AppendEntries(2, 0, 0, List.of(), 0)).sync();
        assertEquals(List.of(ClientReply.notLeader(1, null)), server.sentTo(CLIENT));
    }

    @Test
    void aFollowerTellsClientsWhoLeads() {
        LoneServer server = new LoneServer().withLog(1);
        server.receive(CLIENT, write(3, 10));
        assertEquals(List.of(ClientReply.notLeader(3, LoneServer.node(5))), server.sentTo(CLIENT));
    }

    /**
     * Figure 8: S1 leads term 2, then crashes and leads again in term 4. Its entry of term 2 at index 2 is on a majority
     * by then, but S5's of term 3 could still overwrite it (d), unless one of term 4 is on a majority too (e).
     */
    @Test
    void anEntryOfAnEarlierTermIsNotCommittedByCountingReplicas() {
        LoneServer server = new LoneServer().withLog(1, 2).receive(5, AppendEntriesReply.reject(3, 0, 0, 0));
        server.elected();
        assertEquals(4, server.server().currentTerm());
        server.receive(2, AppendEntriesReply.accept(4, 2)).receive(3, AppendEntriesReply.accept(4, 2));
        assertEquals(0, server.server().commitIndex(), "(c)");
        server.receive(2, AppendEntriesReply.accept(4, 3)).receive(3, AppendEntriesReply.accept(4, 3));
        assertEquals(3, server.server().commitIndex(), "(e)");
    }
}
