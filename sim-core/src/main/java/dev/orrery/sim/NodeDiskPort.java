package dev.orrery.sim;

import dev.orrery.sim.disk.DiskPort;
import dev.orrery.sim.metrics.Counter;
import java.util.ArrayList;
import java.util.List;

/** Lets a node's disk complete its operations as events of the node's incarnation. */
final class NodeDiskPort implements DiskPort {
    private final World world;
    private final Node node;
    private final List<String> words = new ArrayList<>();
    private final List<Counter> counters = new ArrayList<>();

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
        counter(what).increment();
    }

    /** There are few words, always the same strings, so a search through them is quicker than one in the metrics. */
    private Counter counter(String what) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equals(what)) {
                return counters.get(i);
            }
        }
        Counter counter = world.metrics.counter("disk-" + what, node.id.name());
        words.add(what);
        counters.add(counter);
        return counter;
    }
}
