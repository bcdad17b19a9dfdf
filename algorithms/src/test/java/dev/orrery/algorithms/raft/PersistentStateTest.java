package dev.orrery.algorithms.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.random.Probability;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a server finds on its disk when it boots, whatever became of the disk. */
final class PersistentStateTest {

    /** What a server may come back with: the term, and the terms of the log. */
    private record State(long term, List<Long> log) {
        static State of(LoneServer server) {
            return new State(server.server().currentTerm(), server.terms());
        }
    }

    @Test
    void aServerComesBackWithSomeStateThatItHadSinceTheLastSync() {
        int synced = 0;
        for (long moment = 0; moment < 4 * LoneServer.MS; moment += LoneServer.MS / 50) {
            LoneServer server = new LoneServer().withLog(1, 1, 2);
            State before = State.of(server);
            server.receive(2, new RequestVote(3, 5, 2));
            server.receive(2, new AppendEntries(4, 2, 1, LoneServer.entries(4, 4), 0));
            State after = State.of(server);
            boolean acknowledged = server.pass(moment).sentTo(2).contains(AppendEntriesReply.accept(4, 4));
            server.crash();
            State found = State.of(server);
            List<State> allowed = List.of(before, new State(3, before.log()), after);
            assertTrue(allowed.contains(found), "crashed after " + moment + " ns: " + found);
            assertTrue(!acknowledged || found.equals(after), "crashed after " + moment + " ns: " + found);
            synced += acknowledged ? 1 : 0;
        }
        assertTrue(synced > 50 && synced < 150, "acknowledged " + synced + " times");
    }

    /** A life with elections, votes and a conflict; {@code states} takes in what it was after each step. */
    private static LoneServer life(List<State> states) {
        LoneServer server = new LoneServer();
        states.add(State.of(server));
        List<RaftMessage> messages = List.of(
                new RequestVote(1, 0, 0),
                new AppendEntries(1, 0, 0, LoneServer.entries(1, 1, 1), 0),
                new RequestVote(3, 3, 1),
                new AppendEntries(4, 1, 1, LoneServer.entries(2, 4), 2),
                new AppendEntries(5, 3, 4, LoneServer.entries(5), 2));
        for (RaftMessage message : messages) {
            server.receive(2, message).sync();
            states.add(State.of(server));
        }
        server.electionTimeout();
        states.add(State.of(server));
        return server;
    }

    @Test
    void fromEveryPrefixOfItsLogAServerRecoversAStateThatItHad() {
        List<State> states = new ArrayList<>();
        int length = life(states).logBytes();
        Set<State> found = new LinkedHashSet<>();
        for (int bytes = 0; bytes <= length; bytes++) {
            State recovered = State.of(life(new ArrayList<>()).crashWith(bytes));
            assertTrue(states.contains(recovered), bytes + " bytes: " + recovered);
            found.add(recovered);
        }
        assertEquals(new LinkedHashSet<>(states), found);
    }

    @Test
    void aServerWhoseSyncedStateIsDamagedHaltsForGood() {
        LoneServer server = new LoneServer();
        for (int term = 1; term < 20; term++) {
            server.receive(2, new AppendEntries(term, term - 1, term - 1, LoneServer.entries(term), 0))
                    .sync();
        }
        server.diskFaults().bitRot(40, PersistentState.FILE);
        server.crash();
        assertEquals("halted", server.role());
        assertFalse(server.server().isRunning());
        server.sent();
        server.receive(2, new RequestVote(99, 99, 99)).electionTimeout().crash();
        assertEquals(List.of(), server.sent());
        assertEquals("halted", server.role());
    }

    @Test
    void aServerWhoseDiskDoesNotReadTriesAgain() {
        LoneServer server = new LoneServer().withLog(1, 2);
        server.diskFaults().readErrors(Probability.percent(100));
        server.crash();
        assertEquals("recovering", server.role());
        server.receive(2, new RequestVote(9, 9, 9)).pass(400 * LoneServer.MS);
        assertEquals(List.of(), server.sent());
        server.diskFaults().heal();
        server.pass(100 * LoneServer.MS);
        assertEquals("follower", server.role());
        assertEquals(List.of(1L, 2L), server.terms());
    }

    @Test
    void aSyncThatFailedIsTriedAgainUntilItSucceeds() {
        LoneServer server = new LoneServer();
        server.diskFaults().syncErrors(Probability.percent(100));
        server.receive(2, new AppendEntries(1, 0, 0, LoneServer.entries(1, 1), 0))
                .pass(400 * LoneServer.MS);
        server.diskFaults().heal();
        server.pass(100 * LoneServer.MS).crash();
        assertEquals(List.of(1L, 1L), server.terms());
    }
}
