package dev.orrery.algorithms.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.node.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a follower does with AppendEntries (Fig. 2, AppendEntries RPC; §5.3). */
final class AppendEntriesTest {
    private static final List<Message> NOTHING = List.of();

    private static AppendEntries append(long term, long prevLogIndex, long prevLogTerm, long... terms) {
        return new AppendEntries(term, prevLogIndex, prevLogTerm, LoneServer.entries(terms), 0);
    }

    private static List<Message> answer(LoneServer server, AppendEntries request) {
        return server.receive(2, request).sync().sentTo(2);
    }

    private static List<Message> accepted(long term, long matchIndex) {
        return List.of(AppendEntriesReply.accept(term, matchIndex));
    }

    @Test
    void appendsWhatIsNotThereYet() {
        LoneServer server = new LoneServer().withLog(1, 1);
        assertEquals(accepted(3, 4), answer(server, append(3, 2, 1, 2, 3)));
        assertEquals(List.of(1L, 1L, 2L, 3L), server.terms());
    }

    @Test
    void repliesFalseIfItsLogIsTooShort() {
        LoneServer server = new LoneServer().withLog(1, 1);
        assertEquals(List.of(AppendEntriesReply.reject(3, 5, 2, 1)), answer(server, append(3, 5, 3, 3)));
    }

    @Test
    void repliesFalseIfTheEntryBeforeIsOfAnotherTerm() {
        LoneServer server = new LoneServer().withLog(1, 2, 2);
        assertEquals(List.of(AppendEntriesReply.reject(3, 3, 1, 1)), answer(server, append(3, 3, 1, 3)));
    }

    @Test
    void theHintSkipsAllTermsThatTheLeaderCannotHaveThere() {
        LoneServer server = new LoneServer().withLog(1, 1, 2, 3, 3, 3, 3);
        assertEquals(List.of(AppendEntriesReply.reject(4, 7, 3, 2)), answer(server, append(4, 7, 2, 4)));
    }

    @Test
    void anEntryThatConflictsIsDeletedWithAllThatFollowIt() {
        LoneServer server = new LoneServer().withLog(1, 2, 2, 2);
        answer(server, append(3, 1, 1, 3));
        assertEquals(List.of(1L, 3L), server.terms());
        assertTrue(server.notes.contains("entry-overwritten index 2"), server.notes.toString());
    }

    @Test
    void aLateMessageDoesNotDeleteWhatCameAfterIt() {
        LoneServer server = new LoneServer().withLog(1, 1, 1, 1);
        assertEquals(accepted(1, 2), answer(server, append(1, 0, 0, 1, 1)));
        assertEquals(List.of(1L, 1L, 1L, 1L), server.terms());
    }

    @Test
    void commitsNoFurtherThanTheLastNewEntry() {
        LoneServer server = new LoneServer().withLog(1, 1, 2, 2);
        // The leader of term 3 agrees up to index 2; what this server has after it, nobody may ever have committed.
        server.receive(2, new AppendEntries(3, 2, 1, List.of(), 4));
        assertEquals(2, server.server().commitIndex());
    }

    @Test
    void commitsNoFurtherThanTheLeader() {
        LoneServer server = new LoneServer().withLog(1, 1, 1);
        server.receive(5, new AppendEntries(1, 3, 1, List.of(), 2));
        assertEquals(2, server.server().commitIndex());
        assertEquals(2, server.server().lastApplied());
    }

    @Test
    void theCommitIndexDoesNotGoBack() {
        LoneServer server = new LoneServer().withLog(1, 1, 1);
        server.receive(5, new AppendEntries(1, 3, 1, List.of(), 3));
        server.receive(5, new AppendEntries(1, 1, 1, List.of(), 1));
        assertEquals(3, server.server().commitIndex());
    }

    @Test
    void entriesAreAcknowledgedWhenTheyAreSynced() {
        LoneServer server = new LoneServer().withLog(1);
        server.receive(5, append(1, 1, 1, 1));
        assertEquals(NOTHING, server.pass(LoneServer.MS / 2).sentTo(5));
        assertEquals(accepted(1, 2), server.pass(LoneServer.MS).sentTo(5));
    }

    @Test
    void messagesThatComeDuringASyncShareTheNextOne() {
        LoneServer server = new LoneServer().withLog(1);
        int before = server.syncs();
        for (int index = 1; index <= 20; index++) {
            server.receive(5, append(1, index, 1, 1));
        }
        assertEquals(20, server.sync().sentTo(5).size());
        assertEquals(before + 2, server.syncs());
    }

    @Test
    void aHeartbeatThatChangesNothingIsAnsweredAtOnce() {
        LoneServer server = new LoneServer().withLog(1);
        int before = server.syncs();
        assertEquals(
                accepted(1, 1),
                server.receive(5, new AppendEntries(1, 1, 1, List.of(), 1)).sentTo(5));
        assertEquals(before, server.sync().syncs());
    }

    @Test
    void whatWasAcknowledgedSurvivesACrash() {
        LoneServer server = new LoneServer().withLog(1, 2, 2, 2);
        assertEquals(accepted(3, 3), answer(server, append(3, 1, 1, 3, 3)));
        server.crash();
        assertEquals(List.of(1L, 3L, 3L), server.terms());
        assertEquals(3, server.server().currentTerm());
        assertEquals(0, server.server().commitIndex());
    }

    @Test
    void nothingIsAcknowledgedWhileTheDiskIsFull() {
        LoneServer server = new LoneServer().withLog(1);
        server.diskFaults().full(true);
        assertEquals(NOTHING, answer(server, append(1, 1, 1, 1)));
        assertEquals(NOTHING, answer(server, append(1, 1, 1, 1)));
        server.diskFaults().full(false);
        server.pass(60 * LoneServer.MS).sent();
        assertEquals(accepted(1, 2), answer(server, append(1, 1, 1, 1)));
        server.crash();
        assertEquals(List.of(1L, 1L), server.terms());
    }
}
