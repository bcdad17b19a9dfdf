package dev.orrery.algorithms.raft;

import dev.orrery.algorithms.statemachine.Effects;
import dev.orrery.algorithms.statemachine.KeyValueStore;
import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.disk.Disk;
import dev.orrery.sim.disk.DiskConfig;
import dev.orrery.sim.disk.DiskFaults;
import dev.orrery.sim.disk.DiskPort;
import dev.orrery.sim.disk.SimulatedDisk;
import dev.orrery.sim.metrics.Metrics;
import dev.orrery.sim.node.Clock;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Response;
import dev.orrery.sim.node.Timer;
import dev.orrery.sim.random.RandomStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * One server, {@code n1} of five, whose peers are the test: it feeds messages, lets time pass, and looks at what comes
 * out. A sync takes 1 ms. The server starts with an empty disk, and pre-vote and what
 * keeps leaders in office off unless they are chosen.
 */
final class LoneServer {
    static final long MS = 1_000_000;
    static final List<NodeId> SERVERS = List.of(node(1), node(2), node(3), node(4), node(5));

    private final RaftOptions options;
    private final RaftRules rules;
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::number));
    private final SimulatedDisk disk = new SimulatedDisk(DiskConfig.DEFAULT, 1, new Port());
    private final RandomStream random = new RandomStream(1);
    private final Metrics metrics = new Metrics();
    private final List<Sent> outgoing = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    private RaftServer server;
    private String role = "";
    private int syncs;
    private int life;
    private long now;
    private long scheduled;

    /** A message and whom it is for. */
    record Sent(NodeId to, Message message) {}

    private record Due(long at, long number, int life, Runnable action) {}

    static NodeId node(int number) {
        return new NodeId(number - 1, "n" + number);
    }

    LoneServer() {
        this(false, new RaftRules());
    }

    LoneServer(boolean preVote, RaftRules rules) {
        this(RaftOptions.DEFAULT.withPreVote(preVote).withLeaderChecks(false, false), rules);
    }

    LoneServer(RaftOptions options, RaftRules rules) {
        this.options = options;
        this.rules = rules;
        this.server = boot();
        pass(5 * MS);
    }

    private RaftServer boot() {
        life++;
        RaftServer born = new RaftServer(
                new LoneHost(disk.open(), life), SERVERS, options, rules, new KeyValueStore(), Effects.UNSEEN);
        born.start();
        return born;
    }

    RaftServer server() {
        return server;
    }

    DiskFaults diskFaults() {
        return disk.faults();
    }

    /** How many syncs have ended well. */
    int syncs() {
        return syncs;
    }

    String role() {
        return role;
    }

    /** A message arrives; nothing else happens. */
    LoneServer receive(int from, Message message) {
        server.receive(node(from), message);
        return this;
    }

    /** Time passes. */
    LoneServer pass(long nanos) {
        long until = now + nanos;
        for (Due next = due.peek(); next != null && next.at() <= until; next = due.peek()) {
            due.remove();
            now = next.at();
            if (next.life() == life) {
                next.action().run();
            }
        }
        now = until;
        return this;
    }

    /** Time passes until the disk is idle; too short for any time-out. */
    LoneServer sync() {
        return pass(5 * MS);
    }

    /** No leader is heard of for as long as any election timeout. */
    LoneServer electionTimeout() {
        return pass(RaftOptions.DEFAULT.electionTimeout().max()).sync();
    }

    /** The server crashes and boots again. */
    LoneServer crash() {
        disk.crash(CrashPolicy.LOSE_UNSYNCED);
        outgoing.clear();
        server = boot();
        return sync();
    }

    /** The server crashes, and of its log only the first so many bytes are left when it boots again. */
    LoneServer crashWith(int bytes) {
        disk.crash(CrashPolicy.KEEP);
        Disk between = disk.open();
        between.truncate(PersistentState.FILE, bytes, error -> {});
        between.sync(PersistentState.FILE, error -> {});
        pass(5 * MS);
        return crash();
    }

    /** How many bytes its log takes on the disk. */
    int logBytes() {
        disk.crash(CrashPolicy.KEEP);
        int length = (int) disk.open().length(PersistentState.FILE);
        crash();
        return length;
    }

    /** What was sent since this was asked last. */
    List<Sent> sent() {
        List<Sent> copy = List.copyOf(outgoing);
        outgoing.clear();
        return copy;
    }

    /** What was sent to one node since anything was asked last. */
    List<Message> sentTo(int number) {
        return sent().stream()
                .filter(sent -> sent.to().equals(node(number)))
                .map(Sent::message)
                .toList();
    }

    /** Follows a leader of the last of these terms, {@code n5}, and has its log: one entry of each of these terms. */
    LoneServer withLog(long... terms) {
        long term = terms[terms.length - 1];
        receive(5, new AppendEntries(term, 0, 0, entries(terms), 0));
        sync();
        outgoing.clear();
        return this;
    }

    /** Wins the election for its next term with the votes of n2 and n3. */
    LoneServer elected() {
        electionTimeout();
        long term = server.currentTerm();
        receive(2, new RequestVoteReply(term, true));
        receive(3, new RequestVoteReply(term, true));
        return sync();
    }

    static List<Entry> entries(long... terms) {
        List<Entry> entries = new ArrayList<>();
        for (long term : terms) {
            entries.add(Entry.noOp(term));
        }
        return List.copyOf(entries);
    }

    /** The terms of the server's log. */
    List<Long> terms() {
        List<Long> terms = new ArrayList<>();
        for (long index = 1; index <= server.log().lastIndex(); index++) {
            terms.add(server.log().term(index));
        }
        return terms;
    }

    private void schedule(long delay, int inLife, Runnable action) {
        due.add(new Due(now + delay, scheduled++, inLife, action));
    }

    private final class Port implements DiskPort {
        @Override
        public long now() {
            return now;
        }

        @Override
        public void complete(long delayNanos, Runnable completion) {
            schedule(delayNanos, life, completion);
        }

        @Override
        public void happened(String what, String file, long offset, long length) {
            syncs += what.equals("sync") ? 1 : 0;
        }
    }

    private final class LoneHost implements Host, Clock {
        private final Disk open;
        private final int inLife;

        LoneHost(Disk open, int inLife) {
            this.open = open;
            this.inLife = inLife;
        }

        @Override
        public NodeId self() {
            return node(1);
        }

        @Override
        public void send(NodeId to, Message message) {
            outgoing.add(new Sent(to, message));
        }

        @Override
        public void request(NodeId to, Message request, long timeoutNanos, Response response) {
            throw new UnsupportedOperationException("Raft's RPCs are plain messages");
        }

        @Override
        public Timer timer(String name, Runnable action) {
            return new LoneTimer(inLife, action);
        }

        @Override
        public Clock clock() {
            return this;
        }

        @Override
        public long monotonic() {
            return now;
        }

        @Override
        public long wall() {
            return now;
        }

        @Override
        public Disk disk() {
            return open;
        }

        @Override
        public RandomStream random() {
            return random;
        }

        @Override
        public Metrics metrics() {
            return metrics;
        }

        @Override
        public void role(String newRole) {
            role = newRole;
        }

        @Override
        public void state(String name, long value) {}

        @Override
        public void note(String event) {
            notes.add(event);
        }

        @Override
        public void note(String event, String field, long value) {
            notes.add(event + " " + field + " " + value);
        }
    }

    private final class LoneTimer implements Timer {
        private final int inLife;
        private final Runnable action;
        private int setting;
        private boolean set;

        LoneTimer(int inLife, Runnable action) {
            this.inLife = inLife;
            this.action = action;
        }

        @Override
        public void set(long delayNanos) {
            set = true;
            int mine = ++setting;
            schedule(delayNanos, inLife, () -> {
                if (set && mine == setting) {
                    set = false;
                    action.run();
                }
            });
        }

        @Override
        public void cancel() {
            set = false;
        }

        @Override
        public boolean isSet() {
            return set;
        }
    }
}
