package dev.orrery.algorithms.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.algorithms.raft.ReadOptions.Mode;
import dev.orrery.algorithms.statemachine.ClientReply;
import dev.orrery.algorithms.statemachine.ClientRequest;
import dev.orrery.algorithms.statemachine.Command;
import dev.orrery.sim.node.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads that a leader answers from its own state (dissertation §6.4). */
final class ReadsTest {
    private static final int CLIENT = 9;
    private static final long MS = LoneServer.MS;
    private static final RaftOptions STICKY = RaftOptions.DEFAULT.withLeaderChecks(false, true);

    private static ClientRequest read(long sequenceNum) {
        return new ClientRequest(new Command(77, sequenceNum, "read", 1L, null));
    }

    /** Leads term 1, whose no-op is committed. */
    private static LoneServer leader(Mode mode) {
        LoneServer server = elected(mode);
        server.receive(2, AppendEntriesReply.accept(1, 1)).receive(3, AppendEntriesReply.accept(1, 1));
        server.sent();
        return server;
    }

    private static LoneServer elected(Mode mode) {
        RaftOptions options = RaftOptions.DEFAULT
                .withPreVote(false)
                .withLeaderChecks(false, true)
                .with(new ReadOptions(mode, 100 * MS, 10_000));
        return new LoneServer(options, new RaftRules()).elected();
    }

    private static long round(LoneServer server, int follower) {
        List<Message> sent = server.sentTo(follower);
        return ((AppendEntries) sent.get(sent.size() - 1)).round();
    }

    private static List<Message> answers(LoneServer server) {
        return server.sentTo(CLIENT);
    }

    @Test
    void aReadIsAnsweredWhenAMajorityHasConfirmedThatTheLeaderLeads() {
        LoneServer server = leader(Mode.READ_INDEX).receive(CLIENT, read(1));
        assertEquals(1, round(server, 2));
        server.receive(2, AppendEntriesReply.accept(1, 1, 1));
        assertEquals(List.of(), answers(server));
        server.receive(2, AppendEntriesReply.accept(1, 1, 1)).receive(3, AppendEntriesReply.accept(1, 1, 1));
        assertEquals(List.of(ClientReply.ok(1, null)), answers(server));
        assertEquals(1, server.server().log().lastIndex());
    }

    @Test
    void anAnswerToAnEarlierHeartbeatConfirmsNothing() {
        LoneServer server = leader(Mode.READ_INDEX).receive(CLIENT, read(1));
        server.receive(2, AppendEntriesReply.accept(1, 1, 0)).receive(3, AppendEntriesReply.accept(1, 1, 0));
        assertEquals(List.of(), answers(server));
    }

    @Test
    void readsThatComeDuringARoundShareTheNextOne() {
        LoneServer server = leader(Mode.READ_INDEX).receive(CLIENT, read(1));
        server.receive(CLIENT, read(2)).receive(CLIENT, read(3));
        assertEquals(1, server.sentTo(2).size());
        server.receive(2, AppendEntriesReply.accept(1, 1, 1)).receive(3, AppendEntriesReply.accept(1, 1, 1));
        List<LoneServer.Sent> sent = server.sent();
        assertTrue(sent.contains(new LoneServer.Sent(LoneServer.node(CLIENT), ClientReply.ok(1, null))), "" + sent);
        assertEquals(
                4,
                sent.stream()
                        .filter(each -> each.message() instanceof AppendEntries)
                        .count());
        server.receive(2, AppendEntriesReply.accept(1, 1, 2)).receive(3, AppendEntriesReply.accept(1, 1, 2));
        assertEquals(List.of(ClientReply.ok(2, null), ClientReply.ok(3, null)), answers(server));
    }

    @Test
    void noReadIsAnsweredBeforeAnEntryOfTheTermIsCommitted() {
        LoneServer server = elected(Mode.READ_INDEX).receive(CLIENT, read(1));
        server.sent();
        server.receive(2, AppendEntriesReply.reject(1, 0, 0, 0, 1))
                .receive(3, AppendEntriesReply.reject(1, 0, 0, 0, 1));
        assertEquals(List.of(), answers(server));
        server.receive(2, AppendEntriesReply.accept(1, 1, 1)).receive(3, AppendEntriesReply.accept(1, 1, 1));
        assertEquals(List.of(ClientReply.ok(1, null)), answers(server));
    }

    @Test
    void aLeaderThatIsDeposedSendsItsReadersElsewhere() {
        LoneServer server = leader(Mode.READ_INDEX).receive(CLIENT, read(1));
        server.receive(4, new AppendEntries(2, 0, 0, List.of(), 0));
        assertEquals(List.of(ClientReply.notLeader(1, null)), answers(server));
    }

    /** Leads with a lease from its latest heartbeat on. */
    private static LoneServer leaseHolder() {
        LoneServer server = leader(Mode.LEASE).pass(50 * MS);
        long round = round(server, 2);
        server.receive(2, AppendEntriesReply.accept(1, 1, round)).receive(3, AppendEntriesReply.accept(1, 1, round));
        server.sent();
        return server;
    }

    @Test
    void aReadUnderALeaseIsAnsweredAtOnce() {
        LoneServer server = leaseHolder().receive(CLIENT, read(1));
        assertEquals(List.of(ClientReply.ok(1, null)), answers(server));
        assertEquals(1, server.server().leaseReads());
    }

    @Test
    void aLeaseThatNobodyConfirmsRunsOut() {
        LoneServer server = leaseHolder().pass(100 * MS).receive(CLIENT, read(1));
        assertEquals(List.of(), answers(server));
        assertEquals(0, server.server().leaseReads());
    }

    @Test
    void aLeaderThatHasAskedAnotherToTakeOverUsesItsLeaseNoMore() {
        LoneServer server = leaseHolder();
        server.receive(2, AppendEntriesReply.accept(1, 1));
        assertTrue(server.server().operate("transfer-leadership", LoneServer.node(2)));
        server.pass(40 * MS).receive(CLIENT, read(1));
        assertEquals(List.of(ClientReply.notLeader(1, null)), answers(server));
        assertEquals(0, server.server().leaseReads());
    }

    @Test
    void aServerThatHasJustBootedMayBePartOfALease() {
        RaftOptions options = STICKY.with(new ReadOptions(Mode.LEASE, 100 * MS, 0));
        LoneServer server = new LoneServer(options, new RaftRules());
        assertEquals(
                List.of(), server.receive(2, new RequestVote(1, 0, 0)).sync().sentTo(2));
        server.pass(150 * MS).sent();
        assertEquals(
                List.of(new RequestVoteReply(1, true)),
                server.receive(2, new RequestVote(1, 0, 0)).sync().sentTo(2));
    }

    @Test
    void aLeaseIsNoLongerThanTheElectionTimeoutByTheDriftBound() {
        assertEquals(100_000_000, new ReadOptions(Mode.LEASE, 1, 500_000).longestLease(150_000_000));
        STICKY.with(new ReadOptions(Mode.LEASE, 100_000_000, 500_000));
        assertThrows(
                IllegalArgumentException.class, () -> STICKY.with(new ReadOptions(Mode.LEASE, 100_000_001, 500_000)));
        assertThrows(
                IllegalArgumentException.class,
                () -> RaftOptions.DEFAULT.with(new ReadOptions(Mode.LEASE, 1_000_000, 0)));
    }
}
