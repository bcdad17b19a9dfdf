package dev.orrery.sim;

import dev.orrery.sim.disk.DiskPort;

/** Lets a node's disk complete its operations as events of the node's incarnation. */
final class NodeDiskPort implements DiskPort {
    private final Simulation simulation;
    private final Node node;

    NodeDiskPort(Simulation simulation, Node node) {
        this.simulation = simulation;
        this.node = node;
    }

    @Override
    public long now() {
        return simulation.now();
    }

    @Override
    public void complete(long delayNanos, Runnable completion) {
        simulation.schedule(EventKind.COMPLETION, node, delayNanos, 0, 0, completion);
    }

    @Override
    public void happened(String what, String file, long offset, long length) {
        simulation.metrics().counter("disk-" + what, node.id.name()).increment();
    }
}
