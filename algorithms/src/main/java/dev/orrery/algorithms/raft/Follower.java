package dev.orrery.algorithms.raft;

import dev.orrery.sim.node.NodeId;
import org.jspecify.annotations.Nullable;

/** Answers leaders and candidates, and begins an election when it hears of none (Fig. 2, Followers). */
final class Follower extends Role {
    private @Nullable NodeId leader;

    Follower(RaftServer server) {
        super(server);
    }

    @Override
    String name() {
        return "follower";
    }

    @Override
    @Nullable
    NodeId leader() {
        return leader;
    }

    @Override
    void electionTimeout() {
        server.startElection();
    }

    /** The leader wants this server to take over (dissertation §3.10). */
    void timeoutNow() {
        server.startElectionAtOnce();
    }

    /** The leader of the current term was heard of. */
    void follow(NodeId from) {
        leader = from;
    }

    /** The leader of the current term has appended entries, or lets itself be heard (§5.3). */
    void appendEntries(NodeId from, AppendEntries request) {
        PersistentState persistent = server.persistent();
        RaftLog log = persistent.log();
        if (server.rules().agrees(log, request.prevLogIndex(), request.prevLogTerm())) {
            store(request, persistent);
            server.commitTo(server.rules().followerCommitIndex(request.leaderCommit(), request.lastNewIndex(), log));
            accept(from, request, persistent);
        } else {
            reject(from, request, persistent);
        }
    }

    /** Fig. 2, AppendEntries receiver 3 and 4: deletes what conflicts, appends what is not there. */
    private void store(AppendEntries request, PersistentState persistent) {
        RaftLog log = persistent.log();
        int known = 0;
        long index = request.prevLogIndex() + 1;
        while (known < request.entries().size()
                && (index < log.firstIndex()
                        || log.matches(index, request.entries().get(known).term()))) {
            known++;
            index++;
        }
        if (known == request.entries().size()) {
            return;
        }
        if (index <= log.lastIndex()) {
            persistent.truncate(index - 1);
            server.note("entry-overwritten", "index", index);
        }
        for (int i = known; i < request.entries().size(); i++) {
            persistent.append(request.entries().get(i));
        }
    }

    private void accept(NodeId from, AppendEntries request, PersistentState persistent) {
        RaftRules rules = server.rules();
        long index = rules.acknowledgedIndex(request.lastNewIndex(), persistent.log());
        rules.acknowledge(
                persistent,
                server.outbox(),
                from,
                AppendEntriesReply.accept(persistent.currentTerm(), index, request.round()));
    }

    private void reject(NodeId from, AppendEntries request, PersistentState persistent) {
        RaftLog log = persistent.log();
        long hintIndex =
                log.findConflictByTerm(Math.min(request.prevLogIndex(), log.lastIndex()), request.prevLogTerm());
        server.outbox()
                .whenDurable(
                        from,
                        AppendEntriesReply.reject(
                                persistent.currentTerm(),
                                request.prevLogIndex(),
                                hintIndex,
                                log.term(hintIndex),
                                request.round()));
    }
}
