package dev.orrery.sim;

import dev.orrery.sim.disk.DiskPort;

/** Lets a node's disk complete its operations as events of the node's incarnation. */
final class NodeDiskPort implements DiskPort {
    private final World world;
    private final Node node;

    NodeDiskPort(World world, Node node) {
        this.world = world;
        this.node = node;
    }

    @Override
    public long now() {
        return world.now();
    }

    @Override
    public void complete(long delayNanos, Runnable completion) {
        world.thread.check();
        long cause = world.recorder == null ? 0 : world.recorder.cause();
        world.schedule(EventKind.COMPLETION, node, delayNanos, 0, 0, cause, completion);
    }

    @Override
    public void happened(String what, String file, long offset, long length) {
        if (what.equals("write")) {
            node.wrote();
        }
        world.metrics.counter("disk-" + what, node.id.name()).increment();
    }
}
