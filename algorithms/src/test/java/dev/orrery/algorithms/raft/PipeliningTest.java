package dev.orrery.algorithms.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.algorithms.statemachine.ClientRequest;
import dev.orrery.algorithms.statemachine.Command;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several messages with entries under way to one follower (dissertation §10.2.1; etcd's Probe, Replicate and Snapshot). */
final class PipeliningTest {
    private static final int CLIENT = 9;
    private static final long MS = LoneServer.MS;

    /** Leads, and n2 has its no-op. */
    private static LoneServer leader(int maxEntries, int window, long bytes) {
        RaftOptions options =
                RaftOptions.DEFAULT.withPreVote(false).with(new ReplicationOptions(maxEntries, window, bytes));
        LoneServer server = new LoneServer(options, new RaftRules()).elected();
        server.receive(2, AppendEntriesReply.accept(1, 1)).sent();
        return server;
    }

    private static LoneServer write(LoneServer server, int first, int last) {
        for (int i = first; i <= last; i++) {
            server.receive(CLIENT, new ClientRequest(new Command(77, i, "write", 1L, (long) i)));
        }
        return server;
    }

    /** The index just before the entries of each message to n2, and how many there are. */
    private static List<List<Long>> sent(LoneServer server) {
        return server.sentTo(2).stream()
                .map(message -> (AppendEntries) message)
                .map(message ->
                        List.of(message.prevLogIndex(), (long) message.entries().size()))
                .toList();
    }

    @Test
    void entriesLeaveAtOnceUntilTheWindowIsFull() {
        assertEquals(
                List.of(List.of(1L, 1L), List.of(2L, 1L), List.of(3L, 1L)), sent(write(leader(64, 3, 1 << 20), 1, 5)));
    }

    @Test
    void anAnswerMakesRoomForWhatCameMeanwhile() {
        LoneServer server = write(leader(64, 3, 1 << 20), 1, 5);
        server.sent();
        server.receive(2, AppendEntriesReply.accept(1, 2));
        assertEquals(List.of(List.of(4L, 2L)), sent(server));
    }

    @Test
    void theWindowCountsBytesToo() {
        int size = new AppendEntries(1, 1, 1, List.of(new Entry(1, new Command(77, 1, "write", 1L, 1L))), 0).size();
        assertEquals(2, sent(write(leader(64, 100, 2L * size), 1, 5)).size());
    }

    @Test
    void aMessageHoldsAtMostSoManyEntries() {
        LoneServer server = write(leader(2, 1, 1 << 20), 1, 6);
        server.sent();
        server.receive(2, AppendEntriesReply.accept(1, 2));
        assertEquals(List.of(List.of(2L, 2L)), sent(server));
    }

    @Test
    void aRejectionInTheMiddleGoesBackOnceHoweverManyFollow() {
        LoneServer server = write(leader(64, 4, 1 << 20), 1, 4);
        server.sent();
        server.receive(2, AppendEntriesReply.reject(1, 2, 1, 1));
        assertEquals(List.of(List.of(1L, 1L)), sent(server));
        server.receive(2, AppendEntriesReply.reject(1, 3, 1, 1)).receive(2, AppendEntriesReply.reject(1, 4, 1, 1));
        assertEquals(List.of(), sent(server));
        server.receive(2, AppendEntriesReply.accept(1, 2));
        assertEquals(List.of(List.of(2L, 3L)), sent(server));
    }

    @Test
    void whatIsNotAnsweredFromOneHeartbeatToTheNextIsTakenForLost() {
        LoneServer server = leader(64, 4, 1 << 20).pass(50 * MS);
        write(server, 1, 4).sent();
        server.pass(50 * MS);
        assertEquals(List.of(1L, 4L), sent(server).get(0));
    }

    @Test
    void aFullWindowDoesNotSilenceTheLeader() {
        LoneServer server = write(leader(1, 2, 1 << 20), 1, 4);
        server.sent();
        server.receive(2, AppendEntriesReply.accept(1, 2)).sent();
        server.pass(50 * MS);
        assertTrue(sent(server).contains(List.of(4L, 0L)));
    }
}
