package dev.orrery.sim.explore;

import dev.orrery.sim.ProcessFactory;
import dev.orrery.sim.metrics.Metrics;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.random.Mix;
import dev.orrery.sim.random.RandomStream;

/**
 * A node that runs alone: told each event that reaches it, and asked what it does. Whatever its disk has to tell is told
 * within the event. Each event finds the node's random stream at its beginning, so that a draw depends on nothing before.
 */
final class SoloNode {
    private final NodeId id;
    private final ProcessFactory factory;
    private final MemoryDisk disk;
    private final RandomStream random;
    private final long randomKey;
    private final Metrics metrics = new Metrics();
    private Effects effects;
    private SoloHost host;
    private Process process;

    /** Builds the first process, which has not started. */
    SoloNode(NodeId id, ProcessFactory factory, Effects effects) {
        this(id, factory, effects, new MemoryDisk());
    }

    private SoloNode(NodeId id, ProcessFactory factory, Effects effects, MemoryDisk disk) {
        this.id = id;
        this.factory = factory;
        this.effects = effects;
        this.disk = disk;
        randomKey = Mix.hash("explore");
        random = new RandomStream(randomKey);
        host = new SoloHost(this, disk.open(), random);
        process = factory.create(host);
    }

    /** The same node as it would be if it crashed now; it has not started, and what it does is nobody's affair. */
    SoloNode afterCrash(ProcessFactory fresh) {
        return new SoloNode(id, fresh, Effects.NONE, disk.afterCrash());
    }

    /** The process starts. */
    void boot() {
        begin();
        process.start();
        disk.settle();
    }

    void receive(Envelope envelope) {
        begin();
        host.receive(envelope);
        disk.settle();
    }

    /** A timer of the present incarnation fires. */
    void fire(SoloTimer timer) {
        begin();
        timer.fire();
        disk.settle();
    }

    /** The incarnation ends, what was not synced is lost, and the next one boots. */
    void crash() {
        host.end();
        disk.crash();
        host = new SoloHost(this, disk.open(), random);
        process = factory.create(host);
        boot();
    }

    private void begin() {
        random.seek(randomKey);
    }

    /** From now on others are told of what it does. */
    void attend(Effects listener) {
        effects = listener;
    }

    Effects effects() {
        return effects;
    }

    NodeId id() {
        return id;
    }

    Process process() {
        return process;
    }

    SoloHost host() {
        return host;
    }

    Metrics metrics() {
        return metrics;
    }
}
