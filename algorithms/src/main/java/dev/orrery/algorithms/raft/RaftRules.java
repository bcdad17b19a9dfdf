package dev.orrery.algorithms.raft;

import dev.orrery.algorithms.statemachine.Command;
import dev.orrery.algorithms.statemachine.Effects;
import dev.orrery.algorithms.statemachine.Sessions;
import dev.orrery.algorithms.statemachine.StateMachine;
import dev.orrery.sim.node.NodeId;
import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of Raft that its safety and its liveness rest on, as the paper has them, a method each.
 *
 * <p>They stand apart from what carries them out so that a planted bug can override one and leave all else as it is. None
 * of them keeps any state.
 */
public class RaftRules {

    // Elections.

    /**
     * Whether a candidate's log is at least as up-to-date as the voter's (§5.4.1): its last term is later, or it is the
     * same and its log at least as long.
     *
     * @param lastLogTerm of the candidate
     * @param lastLogIndex of the candidate
     * @param log the voter's
     */
    public boolean isUpToDate(long lastLogTerm, long lastLogIndex, LogView log) {
        return lastLogTerm > log.lastTerm() || (lastLogTerm == log.lastTerm() && lastLogIndex >= log.lastIndex());
    }

    /**
     * Whether a server that has its vote gives it to a candidate: to any whose log is up-to-date (§5.4.1).
     *
     * @param lastLogTerm of the candidate
     * @param lastLogIndex of the candidate
     * @param log the voter's
     */
    public boolean grantsVote(long lastLogTerm, long lastLogIndex, LogView log) {
        return isUpToDate(lastLogTerm, lastLogIndex, log);
    }

    /** Votes for a candidate. The vote must be durable when the reply leaves (Fig. 2): a server votes once in a term. */
    public void castVote(PersistentState persistent, Outbox outbox, NodeId candidate) {
        persistent.vote(candidate);
        outbox.whenDurable(candidate, new RequestVoteReply(persistent.currentTerm(), true));
    }

    /**
     * Whether a server takes no notice of a candidate, not even of its term (dissertation §4.2.3): while it hears from a
     * leader, unless the leader itself wants the election.
     */
    public boolean sticksToLeader(boolean hearsFromLeader, boolean leadershipTransfer) {
        return hearsFromLeader && !leadershipTransfer;
    }

    /**
     * Whether a leader goes on (dissertation §6.2): if a majority was heard of within an election timeout. Else another one
     * may lead, and its clients wait in vain.
     *
     * @param active how many servers were heard of, the leader among them
     */
    public boolean keepsLeading(int active, int majority) {
        return active >= majority;
    }

    /** Where a candidate collects its votes, by voter: each counts once, however often it comes (§5.2). */
    public Collection<NodeId> ballotBox() {
        return new TreeSet<>();
    }

    /**
     * Whether a candidate asks for votes: once its new term and its vote for itself are durable (Fig. 2).
     *
     * @param change the number of the change that began the term
     */
    public boolean mayAskForVotes(PersistentState persistent, long change) {
        return persistent.isDurable(change);
    }

    /**
     * Whether a candidate recognizes a leader and follows it (§5.2): if the leader's term is at least as large as its own.
     *
     * @param leaderTerm of the leader that was heard of
     * @param currentTerm the candidate's
     */
    public boolean recognizes(long leaderTerm, long currentTerm) {
        return leaderTerm >= currentTerm;
    }

    /** A leader or candidate becomes a follower within its term: it keeps its vote, which it has in this term only (§5.2). */
    public void stepDown(PersistentState persistent) {}

    /** Whether a server leads when it comes back from a crash: never, since leaders are elected (§5.2: "start as followers"). */
    public boolean leadsAfterRestart(PersistentState persistent, NodeId self) {
        return false;
    }

    /**
     * Writes term and vote down: both at once, so that no crash can come between them (Fig. 2).
     *
     * @param writtenTerm the term that was written down before
     * @param out takes what is written down in one record
     */
    public void writeTermAndVote(long writtenTerm, long currentTerm, @Nullable NodeId votedFor, TermAndVoteWriter out) {
        out.write(currentTerm, votedFor);
    }

    /** Writes one record. */
    @FunctionalInterface
    public interface TermAndVoteWriter {
        /** The term and the vote as they will be read from it. */
        void write(long currentTerm, @Nullable NodeId votedFor);
    }

    // Replication.

    /**
     * Acknowledges entries to the leader: once they are durable (Fig. 2: "updated on stable storage before responding to
     * RPCs").
     */
    public void acknowledge(PersistentState persistent, Outbox outbox, NodeId leader, AppendEntriesReply reply) {
        outbox.whenDurable(leader, reply);
    }

    /**
     * Up to which index a follower tells the leader that their logs are the same: to the last of the entries that it got
     * (§5.3). What its log holds after them may be another leader's.
     *
     * @param lastNewIndex the last of the entries that came, or the one before them if none came
     * @param log the follower's, with these entries
     */
    public long acknowledgedIndex(long lastNewIndex, LogView log) {
        return lastNewIndex;
    }

    // Commitment.

    /**
     * Up to which index a leader counts for itself when it looks for a majority: what it has made durable (dissertation
     * §10.2.1).
     */
    public long ownMatchIndex(PersistentState persistent) {
        return persistent.durableIndex();
    }

    /**
     * A leader's commit index when a majority has all entries up to {@code majorityIndex} (Fig. 2, last rule for leaders).
     *
     * @param majorityIndex more than {@code commitIndex}
     * @param commitIndex what it is now
     * @return {@code commitIndex} if it stays so
     */
    public long leaderCommitIndex(long majorityIndex, long commitIndex, LogView log, long currentTerm) {
        return mayCommitByCounting(log.term(majorityIndex), currentTerm) ? majorityIndex : commitIndex;
    }

    /**
     * Whether a follower's log equals the leader's up to the entry just before the new ones (§5.3), so that they may be put
     * there. An entry that the follower has discarded is committed, so that the leader has it too (§7).
     */
    public boolean agrees(LogView log, long prevLogIndex, long prevLogTerm) {
        return log.matches(prevLogIndex, prevLogTerm);
    }

    /** Whether a chunk of a snapshot is taken in: it came as it was sent. */
    public boolean acceptsChunk(InstallSnapshot chunk) {
        return chunk.isWhole();
    }

    /** Whether a snapshot is put in place: it holds more than is committed here, so that what is applied never goes back. */
    public boolean isNews(long lastIncludedIndex, long commitIndex) {
        return lastIncludedIndex > commitIndex;
    }

    /**
     * Whether a follower keeps its log when it gets a snapshot (Fig. 13, receiver 6 and 7): only if it has the snapshot's last
     * entry. Else the log conflicts with what is committed, or ends before, and all of it goes.
     */
    public boolean keepsLog(LogView log, long lastIncludedIndex, long lastIncludedTerm) {
        return log.matches(lastIncludedIndex, lastIncludedTerm);
    }

    /**
     * Whether a leader may count the replicas of an entry to commit it (§5.4.2): only in its own term. Entries of earlier
     * terms are committed with it, not by counting (Fig. 8).
     */
    public boolean mayCommitByCounting(long entryTerm, long currentTerm) {
        return entryTerm == currentTerm;
    }

    /**
     * A follower's commit index when it hears of the leader's (Fig. 2, AppendEntries receiver 5): not beyond the last entry
     * of which it knows that the leader has it too.
     *
     * @param lastNewIndex the last of the entries that came, or the one before them if none came
     * @param log the follower's, with these entries
     */
    public long followerCommitIndex(long leaderCommit, long lastNewIndex, LogView log) {
        return Math.min(leaderCommit, lastNewIndex);
    }

    /** Whether a commit index is taken over: only if it is greater, since it never goes back (Fig. 2). */
    public boolean advances(long index, long commitIndex) {
        return index > commitIndex;
    }

    // Clients.

    /**
     * Whether a leader puts a command into its log: each, also one that only reads, since it cannot know that it still leads
     * (dissertation §6.4).
     */
    public boolean goesThroughLog(Command command) {
        return true;
    }

    /**
     * At which index a read may be answered: at what is committed, but not before the leader's first entry is (dissertation
     * §6.4), since until then the leader does not know what was committed before its term.
     *
     * @param firstOfTerm index of the no-op that began the leader's term
     */
    public long readIndex(long commitIndex, long firstOfTerm) {
        return Math.max(commitIndex, firstOfTerm);
    }

    /** How many servers, the leader among them, must have answered a round of heartbeats before reads are answered. */
    public int readQuorum(int majority) {
        return majority;
    }

    /**
     * Whether a leader's lease still holds (dissertation §6.4.1).
     *
     * @param now by the leader's monotonic clock
     * @param leaseUntil when its last confirmed round began, and the lease after that
     */
    public boolean leaseHolds(long now, long leaseUntil) {
        return now < leaseUntil;
    }

    /** What applies commands, each once, however often its client had to send it (dissertation §6.3). */
    public Sessions sessions(StateMachine stateMachine, Effects effects) {
        return new Sessions(stateMachine, effects);
    }
}
