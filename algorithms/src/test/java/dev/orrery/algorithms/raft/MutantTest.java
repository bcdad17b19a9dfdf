package dev.orrery.algorithms.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.algorithms.mutant.Mutants;
import dev.orrery.algorithms.raft.mutant.RaftMutants;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each planted bug does wrong, and a server without it does right. */
final class MutantTest {
    private static LoneServer server(String mutant) {
        return new LoneServer(false, RaftMutants.ALL.rules(mutant));
    }

    private static List<?> vote(LoneServer server, int candidate, RequestVote request) {
        return server.receive(candidate, request).sync().sentTo(candidate);
    }

    @Test
    void r01VotesForALogThatIsNotUpToDate() {
        RequestVote stale = new RequestVote(3, 1, 1);
        assertEquals(
                List.of(new RequestVoteReply(3, false)),
                vote(server(Mutants.NONE).withLog(1, 2), 2, stale));
        assertEquals(List.of(new RequestVoteReply(3, true)), vote(server("R01").withLog(1, 2), 2, stale));
    }

    @Test
    void r04VotesTwiceInATermIfItCrashesInBetween() {
        RequestVote request = new RequestVote(1, 0, 0);
        LoneServer right = server(Mutants.NONE);
        assertEquals(List.of(new RequestVoteReply(1, true)), vote(right, 2, request));
        assertEquals(List.of(new RequestVoteReply(1, false)), vote(right.crash(), 3, request));
        LoneServer wrong = server("R04");
        assertEquals(List.of(new RequestVoteReply(1, true)), vote(wrong, 2, request));
        assertEquals(List.of(new RequestVoteReply(1, true)), vote(wrong.crash(), 3, request));
    }
}
