package dev.orrery.algorithms.raft;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.algorithms.raft.InstallSnapshotReply.Outcome;
import dev.orrery.algorithms.statemachine.ClientReply;
import dev.orrery.algorithms.statemachine.ClientRequest;
import dev.orrery.algorithms.statemachine.Command;
import dev.orrery.sim.node.Message;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The log is compacted, and what was discarded travels as a snapshot (§7). */
final class SnapshotTest {
    private static final int CLIENT = 9;
    private static final SnapshotOptions EVERY_TEN = new SnapshotOptions(10, 0, 40, 1 << 20);

    private static LoneServer server(SnapshotOptions snapshots) {
        return new LoneServer(RaftOptions.DEFAULT.withPreVote(false).with(snapshots), new RaftRules());
    }

    private static Entry write(long term, long number) {
        return new Entry(term, new Command(77, number, "write", number % 3, number));
    }

    /** Follows n5 in a term and has committed so many of its writes. */
    private static LoneServer follower(SnapshotOptions snapshots, long term, int writes) {
        LoneServer server = server(snapshots);
        for (int number = 1; number <= writes; number++) {
            long prevTerm = number == 1 ? 0 : term;
            server.receive(5, new AppendEntries(term, number - 1, prevTerm, List.of(write(term, number)), number))
                    .sync();
        }
        server.sent();
        return server;
    }

    private static Snapshot snapshotOf(LoneServer server) {
        Snapshot snapshot = server.server().snapshot();
        assertNotNull(snapshot);
        return snapshot;
    }

    /** What a leader of the term sends of a snapshot, chunk by chunk. */
    private static List<InstallSnapshot> chunks(long term, Snapshot snapshot, int chunkSize) {
        List<InstallSnapshot> chunks = new ArrayList<>();
        for (int offset = 0; offset < snapshot.bytes().length; offset += chunkSize) {
            chunks.add(InstallSnapshot.chunk(term, snapshot, offset, chunkSize));
        }
        return chunks;
    }

    private static InstallSnapshotReply reply(LoneServer server, InstallSnapshot chunk) {
        List<Message> replies = server.receive(5, chunk).sync().sync().sentTo(5);
        return (InstallSnapshotReply) replies.get(replies.size() - 1);
    }

    private static Snapshot taken() {
        return snapshotOf(follower(EVERY_TEN, 1, 10));
    }

    @Test
    void aSnapshotIsTakenEverySoManyEntriesAndTheLogIsCut() {
        LoneServer server = follower(EVERY_TEN, 1, 25);
        assertEquals(20, snapshotOf(server).lastIncludedIndex());
        assertEquals(21, server.server().log().firstIndex());
        assertEquals(25, server.server().log().lastIndex());
    }

    @Test
    void someEntriesBeforeItStayForFollowersThatLagALittle() {
        LoneServer server = follower(new SnapshotOptions(10, 4, 40, 1 << 20), 1, 25);
        assertEquals(17, server.server().log().firstIndex());
    }

    @Test
    void withoutTheOptionTheLogGrows() {
        LoneServer server = follower(SnapshotOptions.NONE, 1, 25);
        assertNull(server.server().snapshot());
        assertEquals(1, server.server().log().firstIndex());
    }

    @Test
    void aSnapshotThatIsLargerThanTheLimitIsNotTakenAndTheLogStays() {
        LoneServer server = follower(new SnapshotOptions(10, 0, 40, 50), 1, 25);
        assertNull(server.server().snapshot());
        assertEquals(1, server.server().log().firstIndex());
        assertTrue(server.notes.stream().anyMatch(note -> note.startsWith("snapshot-too-large")), "" + server.notes);
    }

    @Test
    void serversThatAppliedTheSameTakeTheSameSnapshot() {
        LoneServer one = follower(EVERY_TEN, 1, 25);
        LoneServer other = follower(EVERY_TEN, 1, 12);
        chunks(1, snapshotOf(one), 1000).forEach(chunk -> reply(other, chunk));
        assertArrayEquals(snapshotOf(one).bytes(), snapshotOf(other).bytes());
        assertArrayEquals(
                snapshotOf(one).bytes(), snapshotOf(follower(EVERY_TEN, 1, 20)).bytes());
    }

    @Test
    void aRestartBeginsWithTheSnapshot() {
        LoneServer server = follower(EVERY_TEN, 1, 25).crash();
        assertEquals(20, server.server().lastApplied());
        assertEquals(21, server.server().log().firstIndex());
        assertEquals(25, server.server().log().lastIndex());
        server.receive(5, new AppendEntries(1, 25, 1, List.of(), 25));
        assertEquals(25, server.server().lastApplied());
    }

    /** The disk is busy for four syncs: the log's, the snapshot's, its name's, and that of the log that is cut. */
    @Test
    void fromACrashAtAnyMomentAServerComesBackWithAllThatItAcknowledged() {
        int cut = 0;
        for (long moment = 0; moment < 8 * LoneServer.MS; moment += LoneServer.MS / 20) {
            LoneServer server = follower(EVERY_TEN, 1, 9);
            server.receive(5, new AppendEntries(1, 9, 1, List.of(write(1, 10), write(1, 11)), 11));
            boolean acknowledged = server.pass(moment).sentTo(5).contains(AppendEntriesReply.accept(1, 11));
            server.crash();
            String when = "crashed after " + moment + " ns";
            assertEquals("follower", server.role(), when);
            assertTrue(server.server().log().lastIndex() >= (acknowledged ? 11 : 9), when);
            server.receive(5, new AppendEntries(1, 9, 1, List.of(write(1, 10), write(1, 11)), 11));
            assertEquals(11, server.server().lastApplied(), when);
            cut += server.server().log().firstIndex() > 1 ? 1 : 0;
        }
        assertTrue(cut > 20 && cut < 150, "cut " + cut + " times");
    }

    @Test
    void aDamagedSnapshotHaltsTheServer() {
        LoneServer server = follower(EVERY_TEN, 1, 25);
        server.diskFaults().bitRot(300, SnapshotStore.FILE);
        server.crash();
        assertEquals("halted", server.role());
    }

    @Test
    void anEntryThatWasDiscardedMatchesTheLeaders() {
        LoneServer server = follower(EVERY_TEN, 1, 25);
        AppendEntries old = new AppendEntries(1, 18, 1, List.of(write(1, 19), write(1, 20), write(1, 21)), 25);
        assertEquals(
                List.of(AppendEntriesReply.accept(1, 21)),
                server.receive(5, old).sync().sentTo(5));
        assertEquals(25, server.server().log().lastIndex());
    }

    @Test
    void aSnapshotIsPutInPlaceWhenItsLastChunkIsDurable() {
        LoneServer server = server(EVERY_TEN);
        List<InstallSnapshot> chunks = chunks(1, taken(), 40);
        int offset = 0;
        for (InstallSnapshot chunk : chunks.subList(0, chunks.size() - 1)) {
            offset += 40;
            assertEquals(new InstallSnapshotReply(1, 10, offset, Outcome.STORED), reply(server, chunk));
            assertEquals(0, server.server().commitIndex());
        }
        assertEquals(
                Outcome.INSTALLED, reply(server, chunks.get(chunks.size() - 1)).outcome());
        assertEquals(10, server.server().lastApplied());
        assertEquals(11, server.server().log().firstIndex());
        server.crash();
        assertEquals(10, server.server().lastApplied());
    }

    @Test
    void aDamagedChunkIsRefusedAndTheTransferGoesOnWithAWholeOne() {
        LoneServer server = server(EVERY_TEN);
        List<InstallSnapshot> chunks = chunks(1, taken(), 40);
        reply(server, chunks.get(0));
        InstallSnapshot second = chunks.get(1);
        byte[] data = second.data().clone();
        data[7] ^= 4;
        InstallSnapshot damaged = new InstallSnapshot(
                1,
                10,
                second.lastIncludedTerm(),
                second.snapshot(),
                second.length(),
                second.offset(),
                data,
                second.checksum());
        assertFalse(damaged.isWhole());
        assertEquals(new InstallSnapshotReply(1, 10, 40, Outcome.CORRUPT), reply(server, damaged));
        assertEquals(new InstallSnapshotReply(1, 10, 80, Outcome.STORED), reply(server, second));
    }

    @Test
    void aTransferGoesOnWhereItStoppedUnderAnotherLeader() {
        LoneServer server = server(EVERY_TEN);
        List<InstallSnapshot> first = chunks(1, taken(), 40);
        reply(server, first.get(0));
        reply(server, first.get(1));
        assertEquals(
                new InstallSnapshotReply(2, 10, 80, Outcome.STORED),
                reply(server, chunks(2, taken(), 40).get(0)));
    }

    @Test
    void aChunkOfASnapshotAboveTheLimitIsRefused() {
        LoneServer server = server(new SnapshotOptions(10, 0, 40, 60));
        assertEquals(
                Outcome.TOO_LARGE, reply(server, chunks(1, taken(), 40).get(0)).outcome());
    }

    @Test
    void aLogThatConflictsGoesAndOneThatGoesOnStays() {
        LoneServer conflicting = server(EVERY_TEN);
        conflicting.receive(4, new AppendEntries(0, 0, 0, LoneServer.entries(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), 0));
        chunks(1, taken(), 1000).forEach(chunk -> reply(conflicting, chunk));
        assertEquals(10, conflicting.server().log().lastIndex());

        LoneServer longer = server(SnapshotOptions.NONE);
        longer.receive(5, new AppendEntries(1, 0, 0, LoneServer.entries(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), 3));
        chunks(1, taken(), 1000).forEach(chunk -> reply(longer, chunk));
        assertEquals(11, longer.server().log().firstIndex());
        assertEquals(12, longer.server().log().lastIndex());
    }

    @Test
    void aSnapshotOlderThanWhatIsCommittedChangesNothing() {
        LoneServer server = follower(EVERY_TEN, 1, 25);
        assertEquals(
                Outcome.INSTALLED, reply(server, chunks(1, taken(), 40).get(0)).outcome());
        assertEquals(25, server.server().lastApplied());
    }

    /** Leads after 25 writes that n2 and n3 have, and n4 has nothing. */
    private static LoneServer leader() {
        LoneServer server = server(EVERY_TEN).elected();
        for (int number = 1; number <= 25; number++) {
            server.receive(
                    CLIENT, new ClientRequest(new Command(77, number, "write", (long) number % 3, (long) number)));
            AppendEntriesReply accepted = AppendEntriesReply.accept(1, number + 1);
            server.receive(2, accepted).receive(3, accepted).sync();
        }
        assertEquals(21, server.server().log().firstIndex());
        server.sent();
        return server;
    }

    private static InstallSnapshot only(List<Message> messages) {
        assertEquals(1, messages.size(), messages.toString());
        return (InstallSnapshot) messages.get(0);
    }

    @Test
    void aFollowerThatLacksWhatWasDiscardedGetsTheSnapshotAndThenEntries() {
        LoneServer server = leader();
        server.receive(4, AppendEntriesReply.reject(1, 0, 0, 0));
        server.pass(50 * LoneServer.MS);
        InstallSnapshot chunk = only(server.sentTo(4));
        assertEquals(20, chunk.lastIncludedIndex());
        while (chunk.offset() + chunk.data().length < chunk.length()) {
            int next = chunk.offset() + chunk.data().length;
            server.receive(4, new InstallSnapshotReply(1, 20, next, Outcome.STORED));
            chunk = only(server.sentTo(4));
            assertEquals(next, chunk.offset());
        }
        server.receive(4, new InstallSnapshotReply(1, 20, chunk.length(), Outcome.INSTALLED));
        AppendEntries entries = (AppendEntries) server.sentTo(4).get(0);
        assertEquals(20, entries.prevLogIndex());
    }

    @Test
    void aChunkThatIsNotAnsweredIsSentAgainAndAnotherOneIsNotSkipped() {
        LoneServer server = leader();
        server.pass(50 * LoneServer.MS);
        InstallSnapshot first = only(server.sentTo(4));
        assertEquals(20, first.lastIncludedIndex());
        server.pass(50 * LoneServer.MS);
        assertEquals(first.offset(), only(server.sentTo(4)).offset());
        server.receive(4, new InstallSnapshotReply(1, 20, 80, Outcome.STORED));
        assertEquals(80, only(server.sentTo(4)).offset());
    }

    @Test
    void clientsAreAnsweredWhateverWasDiscarded() {
        LoneServer server = leader();
        server.receive(CLIENT, new ClientRequest(new Command(77, 26, "read", 1L, null)))
                .sync();
        server.receive(2, AppendEntriesReply.accept(1, 27)).receive(3, AppendEntriesReply.accept(1, 27));
        assertEquals(List.of(ClientReply.ok(26, 25L)), server.sentTo(CLIENT));
    }
}
