package dev.orrery.sim;

import dev.orrery.sim.node.NodeId;
import java.util.ArrayList;
import java.util.List;

/** All observers of a run as one, told in the order in which they came. */
final class Observers implements Observer {
    private final List<Observer> observers = new ArrayList<>();

    void add(Observer observer) {
        observers.add(observer);
    }

    @Override
    public void role(NodeId node, String role, long at) {
        for (Observer observer : observers) {
            observer.role(node, role, at);
        }
    }

    @Override
    public void state(NodeId node, String name, long value, long at) {
        for (Observer observer : observers) {
            observer.state(node, name, value, at);
        }
    }

    @Override
    public void note(NodeId node, String event, String field, long value, long at) {
        for (Observer observer : observers) {
            observer.note(node, event, field, value, at);
        }
    }
}
