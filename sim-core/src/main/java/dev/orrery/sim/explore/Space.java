package dev.orrery.sim.explore;

import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.explore.Choice.Kind;
import dev.orrery.sim.explore.LocalStates.Event;
import dev.orrery.sim.explore.LocalStates.Outcome;
import dev.orrery.sim.explore.Watch.Occasion;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.Mix;
import dev.orrery.sim.trace.RecordShapes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * The states of the whole system, and the steps between them. A state is a row of numbers:
 *
 * <pre>
 * each node's state | each watch's memory | crashes, losses, duplicates | each server's time-outs | messages, in order
 * </pre>
 */
final class Space {
    /** Stands for the boots at the beginning. */
    static final int NO_CHOICE = -1;

    /** What is violated when a handler throws. */
    static final String THROWS = "no-exception";

    private static final int CRASHES = 0;
    private static final int DROPS = 1;
    private static final int DUPLICATES = 2;

    private final Model model;
    private final Bounds bounds;
    private final int nodes;
    private final List<Renaming> renamings;
    private final Envelopes envelopes;
    private final LocalStates local;
    private final List<Watch> watches = new ArrayList<>();
    private final Glances glances;

    private final int memoriesAt;
    private final int faultsAt;
    private final int firedAt;
    private final int messagesAt;

    private int[] next = new int[64];

    /** Of the state whose steps are taken, under each renaming. */
    private final long[] base;

    /** Of the next state. */
    private final long[] sums;

    private final Steps steps;
    private long beyond;

    /** Where the steps from a state lead. */
    interface Steps {
        /**
         * A step that breaks nothing.
         *
         * @param state after it; the array is used again
         * @param hash of it and all that are like it
         */
        void step(int choice, int[] state, int length, long hash);

        /** A step that breaks an invariant. */
        void violation(int choice, String invariant, String message);
    }

    Space(Model model, Bounds bounds, Steps steps) {
        this.model = model;
        this.bounds = bounds;
        this.steps = steps;
        nodes = model.nodes().size();
        RecordShapes shapes = new RecordShapes();
        renamings = Renaming.all(
                nodes,
                model.alike().stream()
                        .map(group -> group.stream().map(NodeId::index).toList())
                        .toList());
        base = new long[renamings.size()];
        sums = new long[renamings.size()];
        envelopes = new Envelopes(shapes, renamings);
        local = new LocalStates(model, bounds, shapes, renamings, envelopes);
        List<Supplier<Invariant>> forgetful = new ArrayList<>();
        for (Supplier<Invariant> make : model.invariants()) {
            if (make.get() instanceof Fingerprinted) {
                watches.add(new Watch(make, local, shapes, renamings, model.nodes()));
            } else {
                forgetful.add(make);
            }
        }
        glances = new Glances(forgetful, local, model.nodes());
        memoriesAt = nodes;
        faultsAt = memoriesAt + watches.size();
        firedAt = faultsAt + 3;
        messagesAt = firedAt + model.servers();
    }

    /**
     * The state after all nodes have booted, in their order.
     *
     * @return whether nothing is wrong with it; else the violation was told, as of no choice
     */
    boolean begin() {
        int length = messagesAt;
        Arrays.fill(next, 0, length, 0);
        for (int node = 0; node < nodes; node++) {
            Outcome outcome = local.boot(node);
            if (outcome.thrown() != null) {
                steps.violation(NO_CHOICE, THROWS, outcome.thrown());
                return false;
            }
            next[node] = outcome.state();
            for (int sent : outcome.sent()) {
                length = insert(length, sent);
            }
            if (!remember(NO_CHOICE, node, Occasion.BOOT)) {
                return false;
            }
        }
        addUp(next, length);
        return conclude(NO_CHOICE, length);
    }

    /** Takes each step that can be taken from a state. */
    void expand(int[] state, int length) {
        addUp(state, length);
        System.arraycopy(sums, 0, base, 0, sums.length);
        for (int at = messagesAt; at < length; at++) {
            int message = state[at];
            // Of equal messages one will do.
            if (at == messagesAt || state[at - 1] != message) {
                deliver(state, length, at, Kind.DELIVER);
                if (state[faultsAt + DUPLICATES] < bounds.duplicates()) {
                    deliver(state, length, at, Kind.DUPLICATE);
                }
                if (state[faultsAt + DROPS] < bounds.drops()) {
                    drop(state, length, at);
                }
            }
        }
        for (int server = 0; server < model.servers(); server++) {
            if (state[firedAt + server] < bounds.timers()) {
                for (int alarm : local.get(state[server]).alarms()) {
                    fire(state, length, server, alarm);
                }
            }
            if (state[faultsAt + CRASHES] < bounds.crashes()) {
                crash(state, length, server);
            }
        }
    }

    private void deliver(int[] state, int length, int at, Kind how) {
        int message = state[at];
        int node = envelopes.receiver(message);
        Outcome outcome = local.after(state[node], Event.receive(message));
        int kept = copy(state, length, how == Kind.DELIVER ? at : length);
        if (how == Kind.DUPLICATE) {
            count(state, DUPLICATES);
        }
        happen(Choice.of(how, message), node, outcome, kept, Occasion.EVENT);
    }

    private void drop(int[] state, int length, int at) {
        int kept = copy(state, length, at);
        count(state, DROPS);
        conclude(Choice.of(Kind.DROP, state[at]), kept);
    }

    private void fire(int[] state, int length, int server, int alarm) {
        Outcome outcome = local.after(state[server], Event.fire(alarm));
        int kept = copy(state, length, length);
        int times = next[firedAt + server]++;
        addFired(server, times, -1);
        addFired(server, times + 1, 1);
        happen(Choice.fire(server, alarm), server, outcome, kept, Occasion.EVENT);
    }

    /** What is under way to a node is lost with its incarnation. */
    private void crash(int[] state, int length, int server) {
        Outcome outcome = local.after(state[server], Event.CRASH);
        int kept = copy(state, messagesAt, messagesAt);
        for (int at = messagesAt; at < length; at++) {
            if (envelopes.receiver(state[at]) == server) {
                envelopes.hashes().takeFrom(sums, state[at]);
            } else {
                reserve(kept + 1);
                next[kept++] = state[at];
            }
        }
        count(state, CRASHES);
        happen(Choice.of(Kind.CRASH, server), server, outcome, kept, Occasion.CRASH);
    }

    private void count(int[] state, int fault) {
        next[faultsAt + fault]++;
        long change = faults(next) - faults(state);
        for (int i = 0; i < sums.length; i++) {
            sums[i] += change;
        }
    }

    /** Begins the next state with this one, without the number in one place; the length if none is to go. */
    private int copy(int[] state, int length, int without) {
        reserve(length);
        System.arraycopy(base, 0, sums, 0, base.length);
        System.arraycopy(state, 0, next, 0, without);
        if (without == length) {
            return length;
        }
        envelopes.hashes().takeFrom(sums, state[without]);
        System.arraycopy(state, without + 1, next, without, length - without - 1);
        return length - 1;
    }

    private void happen(int choice, int node, Outcome outcome, int kept, Occasion occasion) {
        if (outcome.thrown() != null) {
            steps.violation(choice, THROWS, outcome.thrown());
            return;
        }
        if (outcome.beyond()) {
            beyond++;
            return;
        }
        local.hashes().takeFrom(sums, next[node]);
        local.hashes().addTo(sums, outcome.state());
        next[node] = outcome.state();
        int length = kept;
        for (int sent : outcome.sent()) {
            envelopes.hashes().addTo(sums, sent);
            length = insert(length, sent);
        }
        if (remember(choice, node, occasion)) {
            conclude(choice, length);
        }
    }

    private int insert(int length, int message) {
        reserve(length + 1);
        int at = length;
        while (at > messagesAt && next[at - 1] > message) {
            next[at] = next[at - 1];
            at--;
        }
        next[at] = message;
        return length + 1;
    }

    private void reserve(int length) {
        if (length > next.length) {
            next = Arrays.copyOf(next, 2 * length);
        }
    }

    /** The watches are told of a node's step; says whether all is well. */
    private boolean remember(int choice, int node, Occasion occasion) {
        for (int i = 0; i < watches.size(); i++) {
            int memory = watches.get(i).after(next[memoriesAt + i], next[node], occasion);
            if (memory < 0) {
                steps.violation(choice, watches.get(i).name(), watches.get(i).violation(memory));
                return false;
            }
            Hashes memories = watches.get(i).hashes();
            memories.takeFrom(sums, next[memoriesAt + i]);
            memories.addTo(sums, memory);
            next[memoriesAt + i] = memory;
        }
        return true;
    }

    private boolean conclude(int choice, int length) {
        Glances.Finding finding = glances.judge(next);
        if (finding != null) {
            steps.violation(choice, finding.invariant(), finding.message());
            return false;
        }
        steps.step(choice, next, length, hash());
        return true;
    }

    /** The hash of the next state: the least under all renamings, so that states that are alike have the same. */
    private long hash() {
        long least = Long.MAX_VALUE;
        for (long sum : sums) {
            least = Math.min(least, Mix.mix64(sum));
        }
        return least;
    }

    /** Adds up a state's parts: a sum, so that the order of nodes and messages means nothing. Each part says whose it is. */
    private void addUp(int[] state, int length) {
        Arrays.fill(sums, faults(state));
        for (int node = 0; node < nodes; node++) {
            local.hashes().addTo(sums, state[node]);
        }
        for (int i = 0; i < watches.size(); i++) {
            watches.get(i).hashes().addTo(sums, state[memoriesAt + i]);
        }
        for (int server = 0; server < model.servers(); server++) {
            addFired(server, state[firedAt + server], 1);
        }
        for (int at = messagesAt; at < length; at++) {
            envelopes.hashes().addTo(sums, state[at]);
        }
    }

    private long faults(int[] state) {
        return Mix.mix64(state[faultsAt] | (long) state[faultsAt + 1] << 20 | (long) state[faultsAt + 2] << 40);
    }

    private void addFired(int server, int times, long sign) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += sign * Mix.mix64((long) renamings.get(i).of(server) << 32 | times);
        }
    }

    /** How many steps were not taken since a bounded number would have gone beyond its bound. */
    long beyond() {
        return beyond;
    }

    Envelopes envelopes() {
        return envelopes;
    }

    /** A node's timer by its number. */
    Alarm alarm(int number) {
        return local.alarm(number);
    }

    /** How many states of single nodes were met. */
    int localStates() {
        return local.size();
    }

    int symmetries() {
        return renamings.size();
    }

    /** The invariants whose memory is part of the state. */
    List<String> watched() {
        return watches.stream().map(Watch::name).toList();
    }

    /** The invariants that are shown each state by itself. */
    List<String> glanced() {
        return glances.names();
    }
}
