package dev.orrery.scenarios.example;

import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;

/** A server that has nothing to do. */
record Spare(Host host) implements Process {
    @Override
    public void start() {
        host.role("spare");
    }

    @Override
    public void receive(NodeId from, Message message) {}
}
