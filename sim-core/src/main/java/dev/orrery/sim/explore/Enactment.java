package dev.orrery.sim.explore;

import dev.orrery.sim.ProcessFactory;
import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.engine.Digest;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.random.Mix;
import dev.orrery.sim.trace.Trace;
import dev.orrery.sim.trace.TraceRecorder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One way through a system without time, gone step by step with running processes, and written down as the trace of a run
 * whose steps lie a millisecond apart.
 */
public final class Enactment {
    /** How far the steps lie apart in the trace, in nanoseconds. */
    public static final long STEP_NANOS = 1_000_000;

    private static final int MOST_EVENTS = 1 << 20;

    private final List<SoloNode> nodes = new ArrayList<>();
    private final List<Flight> underWay = new ArrayList<>();
    private final TraceRecorder recorder = new TraceRecorder(MOST_EVENTS);
    private final Digest digest = new Digest();
    private final Map<String, Invariant> invariants = new LinkedHashMap<>();
    private final Reporter reporter = new Reporter();
    private @Nullable Broken broken;
    private int sent;
    private long steps;

    /** What the nodes do is written into the trace. */
    private final class Reporter implements Effects {
        @Override
        public void sent(Envelope envelope) {
            long id = recorder.sent(now(), envelope.from(), envelope.to(), envelope.message());
            underWay.add(new Flight(++sent, id, envelope));
        }

        @Override
        public void role(NodeId node, String role) {
            recorder.role(now(), node, role);
        }

        @Override
        public void state(NodeId node, String name, long value) {
            recorder.state(now(), node, name, value);
        }

        @Override
        public void note(NodeId node, String event, String field, long value) {
            recorder.note(now(), node, event, field, value);
        }
    }

    /**
     * A message under way.
     *
     * @param number the how-manieth that was sent, from 1
     * @param id of its event in the trace
     */
    record Flight(int number, long id, Envelope envelope) {}

    /**
     * What does not hold any more.
     *
     * @param invariant its name
     * @param message how, in plain words
     */
    public record Broken(String invariant, String message) {}

    /** A way that has not begun; its processes exist and have not started. */
    public Enactment(Model model) {
        List<ProcessFactory> factories = model.processes().get();
        for (NodeId id : model.nodes()) {
            recorder.joined(id);
            nodes.add(new SoloNode(id, factories.get(id.index()), reporter));
        }
        for (Supplier<Invariant> make : model.invariants()) {
            Invariant invariant = make.get();
            invariants.put(invariant.name(), invariant);
        }
    }

    /** All nodes boot, in their order. */
    public void boot() {
        for (SoloNode node : nodes) {
            recorder.during(0);
            invariants.values().forEach(invariant -> booted(invariant, node));
            run(node, node::boot);
        }
        digest.event(now(), 0, Mix.hash("boot"), sent);
    }

    /**
     * One step more.
     *
     * @throws IllegalArgumentException if it cannot be taken: there is no such message, timer or node
     */
    public void enact(Step step) {
        steps++;
        recorder.during(0);
        if (step instanceof Step.Deliver deliver) {
            Flight flight = find(deliver.message());
            underWay.remove(flight);
            deliver(flight);
        } else if (step instanceof Step.Duplicate duplicate) {
            Flight flight = find(duplicate.message());
            recorder.duplicated(now(), flight.id());
            deliver(flight);
        } else if (step instanceof Step.Drop drop) {
            Flight flight = find(drop.message());
            underWay.remove(flight);
            recorder.dropped(now(), flight.id(), "loss");
        } else if (step instanceof Step.Fire fire) {
            SoloNode node = node(fire.node());
            SoloTimer timer = node.host().timer(new Alarm(fire.timer(), fire.ordinal()));
            recorder.timerFired(now(), node.id(), timer.name, 0);
            run(node, () -> node.fire(timer));
        } else if (step instanceof Step.Crash crash) {
            crash(node(crash.node()));
        }
        digest.event(now(), steps, Mix.hash(step.text()), sent);
    }

    private void deliver(Flight flight) {
        Envelope envelope = flight.envelope();
        SoloNode node = node(envelope.to().index());
        recorder.received(now(), envelope.to(), envelope.from(), flight.id());
        run(node, () -> node.receive(envelope));
    }

    private void crash(SoloNode node) {
        recorder.crashed(now(), node.id(), "kill");
        invariants.values().forEach(invariant -> {
            if (invariant.concerns(node.process())) {
                invariant.crashed(node.id());
            }
        });
        underWay.removeIf(flight -> {
            boolean lost = flight.envelope().to().equals(node.id());
            if (lost) {
                recorder.dropped(now(), flight.id(), "down");
            }
            return lost;
        });
        recorder.restarted(now(), node.id());
        run(node, () -> {
            node.crash();
            invariants.values().forEach(invariant -> booted(invariant, node));
        });
    }

    private static void booted(Invariant invariant, SoloNode node) {
        if (invariant.concerns(node.process())) {
            invariant.booted(node.id(), node.process());
        }
    }

    private void run(SoloNode node, Runnable event) {
        try {
            event.run();
        } catch (RuntimeException | AssertionError | StackOverflowError thrown) {
            violated(Space.THROWS, node.id() + " threw " + thrown, node.id());
            return;
        }
        judge(node);
    }

    private void violated(String invariant, String message, NodeId node) {
        if (broken == null) {
            broken = new Broken(invariant, message);
            recorder.violation(now(), invariant, message, List.of(node));
        }
    }

    private void judge(SoloNode node) {
        Process process = node.process();
        for (Invariant invariant : invariants.values()) {
            String message = null;
            if (invariant.concerns(process)) {
                message = invariant.touched(node.id(), process);
            }
            message = message == null ? invariant.swept() : message;
            if (message != null) {
                violated(invariant.name(), message, node.id());
            }
        }
    }

    private Flight find(int message) {
        for (Flight flight : underWay) {
            if (flight.number() == message) {
                return flight;
            }
        }
        throw new IllegalArgumentException("message " + message + " is not under way");
    }

    SoloNode node(int index) {
        if (index >= nodes.size()) {
            throw new IllegalArgumentException("there is no node " + index);
        }
        return nodes.get(index);
    }

    /** What judges the way, in the order in which it was given. */
    Collection<Invariant> invariants() {
        return invariants.values();
    }

    List<Flight> underWay() {
        return underWay;
    }

    /** The first violation on the way so far, judged as in any run; null if there was none. */
    public @Nullable Broken broken() {
        return broken;
    }

    /** The time of the present step in the trace, in nanoseconds. */
    public long now() {
        return steps * STEP_NANOS;
    }

    /** What has happened so far. */
    public Trace trace() {
        return recorder.trace();
    }

    /** The hash of the steps so far. */
    public Digest digest() {
        return digest;
    }
}
