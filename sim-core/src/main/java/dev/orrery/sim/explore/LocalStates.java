package dev.orrery.sim.explore;

import dev.orrery.sim.ProcessFactory;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.trace.RecordShapes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The states of single nodes, numbered, and what events do to them. Each is found out once, by running a node alone through
 * the first past that led to its state.
 */
final class LocalStates {
    private static final int NO_STATE = -1;

    private final Model model;
    private final Bounds bounds;
    private final RecordShapes shapes;
    private final List<Renaming> renamings;
    private final Envelopes envelopes;
    private final List<State> states = new ArrayList<>();
    private final Hashes hashes;
    private final LongTable known = new LongTable();
    private final List<Alarm> alarms = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final LongTable outcomeOf = new LongTable();

    /**
     * A state.
     *
     * @param number its own
     * @param node whose it is
     * @param before the state before the last event, or {@link #NO_STATE} after the first boot
     * @param event the last event
     * @param process as it is in this state; it is never run again
     * @param alarms the timers that are set, by number
     */
    // The arrays are written once, before anybody else sees the state.
    @SuppressWarnings("ArrayRecordComponent")
    record State(int number, int node, int before, int event, Process process, int[] alarms) {}

    /**
     * What an event does.
     *
     * @param state the node's state after it
     * @param sent what it sends, by number
     * @param beyond whether a number that is bounded goes beyond its bound, so that the step is not taken
     * @param thrown what a handler threw, in words; null if none did
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Outcome(
            int state, int[] sent, boolean beyond, @Nullable String thrown) {}

    /** Events of a node as numbers: which message comes, which timer fires, a crash, the first boot. */
    static final class Event {
        private static final int RECEIVE = 0;
        private static final int FIRE = 1;
        static final int CRASH = 2;
        static final int BOOT = 3;

        private Event() {}

        static int receive(int envelope) {
            return envelope << 2 | RECEIVE;
        }

        static int fire(int alarm) {
            return alarm << 2 | FIRE;
        }

        static int kind(int event) {
            return event & 3;
        }

        static int subject(int event) {
            return event >> 2;
        }
    }

    LocalStates(Model model, Bounds bounds, RecordShapes shapes, List<Renaming> renamings, Envelopes envelopes) {
        this.model = model;
        this.bounds = bounds;
        this.shapes = shapes;
        this.renamings = renamings;
        this.envelopes = envelopes;
        hashes = new Hashes(renamings.size());
    }

    State get(int state) {
        return states.get(state);
    }

    int size() {
        return states.size();
    }

    /** The hashes of all, under each renaming. */
    Hashes hashes() {
        return hashes;
    }

    /** What a node does when it boots for the first time. */
    Outcome boot(int node) {
        return enact(node, NO_STATE, Event.BOOT);
    }

    /** What an event does to a node in this state. */
    Outcome after(int state, int event) {
        long key = (long) state << 32 | event;
        int found = outcomeOf.get(key);
        if (found != LongTable.NONE) {
            return outcomes.get(found);
        }
        Outcome outcome = enact(states.get(state).node(), state, event);
        outcomeOf.put(key, outcomes.size());
        outcomes.add(outcome);
        return outcome;
    }

    private Outcome enact(int index, int before, int event) {
        NodeId id = model.nodes().get(index);
        SoloNode node = new SoloNode(id, model.processes().get().get(index), Effects.NONE);
        Protocol protocol = new Protocol();
        try {
            for (int earlier : past(before)) {
                happen(node, earlier);
            }
            node.attend(protocol);
            happen(node, event);
        } catch (RuntimeException | AssertionError | StackOverflowError thrown) {
            return new Outcome(before, new int[0], false, id + " threw " + thrown);
        }
        return new Outcome(number(node, index, before, event), protocol.sent(), protocol.beyond, null);
    }

    /** The events that led to a state, from the first boot on. */
    private int[] past(int state) {
        int length = 0;
        for (int at = state; at != NO_STATE; at = states.get(at).before()) {
            length++;
        }
        int[] past = new int[length];
        for (int at = state; at != NO_STATE; at = states.get(at).before()) {
            past[--length] = states.get(at).event();
        }
        return past;
    }

    private void happen(SoloNode node, int event) {
        int subject = Event.subject(event);
        switch (Event.kind(event)) {
            case Event.RECEIVE -> node.receive(envelopes.get(subject));
            case Event.FIRE -> node.fire(node.host().timer(alarms.get(subject)));
            case Event.CRASH -> node.crash();
            case Event.BOOT -> node.boot();
            default -> throw new IllegalArgumentException("no event " + event);
        }
    }

    private int number(SoloNode node, int index, int before, int event) {
        long[] itsHashes = node.process() instanceof Fingerprinted
                ? told(node, index)
                : IntStream.range(0, renamings.size())
                        .mapToLong(renaming -> untold(renaming, index, before, event))
                        .toArray();
        int found = known.get(itsHashes[0]);
        if (found != LongTable.NONE) {
            return found;
        }
        int number = states.size();
        known.put(itsHashes[0], number);
        hashes.set(number, itsHashes);
        states.add(new State(number, index, before, event, node.process(), alarms(node.host())));
        return number;
    }

    private int[] alarms(SoloHost host) {
        return host.alarms().stream()
                .mapToInt(alarm -> {
                    if (!alarms.contains(alarm)) {
                        alarms.add(alarm);
                    }
                    return alarms.indexOf(alarm);
                })
                .toArray();
    }

    /** The timer with a number. */
    Alarm alarm(int number) {
        return alarms.get(number);
    }

    /** By what the process says of itself, and what it would say after a crash: that is what its disk is worth. */
    private long[] told(SoloNode node, int index) {
        SoloNode rebooted = null;
        if (bounds.crashes() > 0 && index < model.servers()) {
            List<ProcessFactory> fresh = model.processes().get();
            rebooted = rebooted(node, fresh.get(index));
        }
        long[] told = new long[renamings.size()];
        for (int i = 0; i < told.length; i++) {
            Fingerprint print = new Fingerprint(shapes, renamings.get(i));
            print.value(node.id()).part(node.process());
            node.host().fingerprint(print);
            if (rebooted != null) {
                print.part(rebooted.process());
                rebooted.host().fingerprint(print);
            }
            told[i] = print.hash();
        }
        return told;
    }

    /** Null if it throws; then so it does when the search gets there. */
    private static @Nullable SoloNode rebooted(SoloNode node, ProcessFactory fresh) {
        try {
            SoloNode rebooted = node.afterCrash(fresh);
            rebooted.boot();
            return rebooted;
        } catch (RuntimeException | AssertionError | StackOverflowError thrown) {
            return null;
        }
    }

    /** By its past, under any name: nobody knows what the process made of it. */
    private long untold(int renaming, int index, int before, int event) {
        Fingerprint print = new Fingerprint(shapes, renamings.get(renaming));
        print.value(model.nodes().get(index));
        for (int earlier : past(before)) {
            tell(print, earlier, renaming);
        }
        tell(print, event, renaming);
        return print.hash();
    }

    private void tell(Fingerprint print, int event, int renaming) {
        print.number(Event.kind(event));
        if (Event.kind(event) == Event.RECEIVE) {
            Envelope envelope = envelopes.get(Event.subject(event));
            print.number(envelopes.hash(envelope, renamings.get(renaming)));
        } else {
            print.number(Event.subject(event));
        }
    }

    /** What one event does to the world. */
    private final class Protocol implements Effects {
        private final Ints sent = new Ints();
        private boolean beyond;

        @Override
        public void sent(Envelope envelope) {
            sent.add(envelopes.number(envelope));
        }

        @Override
        public void state(NodeId node, String name, long value) {
            for (Map.Entry<String, Long> bound : bounds.states().entrySet()) {
                beyond |= bound.getKey().equals(name) && value > bound.getValue();
            }
        }

        int[] sent() {
            int[] numbers = new int[sent.size()];
            Arrays.setAll(numbers, sent::get);
            return numbers;
        }
    }
}
