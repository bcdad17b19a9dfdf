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
        return conclude(NO_CHOICE, length);
    }

    /** Takes each step that can be taken from a state. */
    void expand(int[] state, int length) {
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
            next[faultsAt + DUPLICATES]++;
        }
        happen(Choice.of(how, message), node, outcome, kept, Occasion.EVENT);
    }

    private void drop(int[] state, int length, int at) {
        int kept = copy(state, length, at);
        next[faultsAt + DROPS]++;
        conclude(Choice.of(Kind.DROP, state[at]), kept);
    }

    private void fire(int[] state, int length, int server, int alarm) {
        Outcome outcome = local.after(state[server], Event.fire(alarm));
        int kept = copy(state, length, length);
        next[firedAt + server]++;
        happen(Choice.fire(server, alarm), server, outcome, kept, Occasion.EVENT);
    }

    /** What is under way to a node is lost with its incarnation. */
    private void crash(int[] state, int length, int server) {
        Outcome outcome = local.after(state[server], Event.CRASH);
        int kept = copy(state, messagesAt, messagesAt);
        for (int at = messagesAt; at < length; at++) {
            if (envelopes.receiver(state[at]) != server) {
                reserve(kept + 1);
                next[kept++] = state[at];
            }
        }
        next[faultsAt + CRASHES]++;
        happen(Choice.of(Kind.CRASH, server), server, outcome, kept, Occasion.CRASH);
    }

    /** Begins the next state with this one, without the number in one place; the length if none is to go. */
    private int copy(int[] state, int length, int without) {
        reserve(length);
        System.arraycopy(state, 0, next, 0, without);
        if (without == length) {
            return length;
        }
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
        next[node] = outcome.state();
        int length = kept;
        for (int sent : outcome.sent()) {
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
        steps.step(choice, next, length, hash(length));
        return true;
    }

    /** The least hash under all renamings: states that are alike have the same. */
    private long hash(int length) {
        long least = hash(length, 0);
        for (int renaming = 1; renaming < renamings.size(); renaming++) {
            least = Math.min(least, hash(length, renaming));
        }
        return least;
    }

    /** A sum, so that the order of nodes and messages means nothing; each summand says whose it is. */
    private long hash(int length, int renaming) {
        long sum = next[faultsAt] | (long) next[faultsAt + 1] << 20 | (long) next[faultsAt + 2] << 40;
        sum = Mix.mix64(sum);
        for (int node = 0; node < nodes; node++) {
            sum += local.get(next[node]).hashes()[renaming];
        }
        for (int i = 0; i < watches.size(); i++) {
            sum += Mix.mix64(watches.get(i).hash(next[memoriesAt + i], renaming) + i);
        }
        Renaming names = renamings.get(renaming);
        for (int server = 0; server < model.servers(); server++) {
            sum += Mix.mix64((long) names.of(server) << 32 | next[firedAt + server]);
        }
        for (int at = messagesAt; at < length; at++) {
            sum += envelopes.hash(next[at], renaming);
        }
        return sum;
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
