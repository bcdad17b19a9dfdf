package dev.orrery.algorithms.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.sim.node.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * When the leader at the top of Figure 7 comes to power, any of the scenarios (a) to (f) could occur in a follower's log.
 * In each the leader brings the follower's log to its own.
 */
final class Figure7Test {
    private static final long[] LEADER = {1, 1, 1, 4, 4, 5, 5, 6, 6, 6};
    private static final List<Long> WITH_NO_OP = List.of(1L, 1L, 1L, 4L, 4L, 5L, 5L, 6L, 6L, 6L, 8L);

    /** The follower is what the leader knows as n4, and the leader what the follower knows as n3. */
    private final LoneServer leader = new LoneServer();

    private int rejections;

    private LoneServer follower(long... terms) {
        leader.withLog(LEADER).receive(2, AppendEntriesReply.reject(7, 0, 0, 0)).elected();
        assertEquals(8, leader.server().currentTerm());
        LoneServer follower = new LoneServer().withLog(terms);
        for (int round = 0; round < 10; round++) {
            List<Message> requests = leader.sentTo(4);
            for (Message request : requests) {
                follower.receive(3, request).sync();
            }
            for (Message reply : follower.sentTo(3)) {
                rejections += reply instanceof AppendEntriesReply answer && !answer.success() ? 1 : 0;
                leader.receive(4, reply);
            }
        }
        return follower;
    }

    @Test
    void aFollowerMayBeMissingAnEntry() {
        assertEquals(WITH_NO_OP, follower(1, 1, 1, 4, 4, 5, 5, 6, 6).terms(), "(a)");
        assertEquals(1, rejections);
    }

    @Test
    void aFollowerMayBeMissingEntries() {
        assertEquals(WITH_NO_OP, follower(1, 1, 1, 4).terms(), "(b)");
        assertEquals(1, rejections);
    }

    @Test
    void aFollowerMayHaveAnExtraEntry() {
        assertEquals(WITH_NO_OP, follower(1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 6).terms(), "(c)");
        assertEquals(0, rejections);
    }

    @Test
    void aFollowerMayHaveExtraEntriesOfALaterTerm() {
        assertEquals(WITH_NO_OP, follower(1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 7, 7).terms(), "(d)");
        assertEquals(0, rejections);
    }

    @Test
    void aFollowerMayHaveBothMissingAndExtraEntries() {
        assertEquals(WITH_NO_OP, follower(1, 1, 1, 4, 4, 4, 4).terms(), "(e)");
        assertEquals(1, rejections);
    }

    @Test
    void aFollowerMayHaveEntriesOfTermsThatNobodyElseHas() {
        assertEquals(WITH_NO_OP, follower(1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3).terms(), "(f)");
        assertEquals(1, rejections, "one question, though they differ in eight entries of two terms");
    }
}
