package dev.orrery.sim;

import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.trace.TraceRecorder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The trace and all observers of a run as one, told in the order in which they came. */
final class Observers implements Observer {
    private final @Nullable TraceRecorder recorder;
    private final List<Observer> observers = new ArrayList<>();

    Observers(@Nullable TraceRecorder recorder) {
        this.recorder = recorder;
    }

    void add(Observer observer) {
        observers.add(observer);
    }

    @Override
    public void role(NodeId node, String role, long at) {
        if (recorder != null) {
            recorder.role(at, node, role);
        }
        for (Observer observer : observers) {
            observer.role(node, role, at);
        }
    }

    @Override
    public void down(NodeId node, long at) {
        for (Observer observer : observers) {
            observer.down(node, at);
        }
    }

    @Override
    public void state(NodeId node, String name, long value, long at) {
        if (recorder != null) {
            recorder.state(at, node, name, value);
        }
        for (Observer observer : observers) {
            observer.state(node, name, value, at);
        }
    }

    @Override
    public void note(NodeId node, String event, String field, long value, long at) {
        if (recorder != null) {
            recorder.note(at, node, event, field, value);
        }
        for (Observer observer : observers) {
            observer.note(node, event, field, value, at);
        }
    }
}
