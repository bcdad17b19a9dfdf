package dev.orrery.sim;

import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.Mix;
import java.util.LinkedHashSet;
import java.util.Set;

/** Begins, ends, pauses and resumes the incarnations of nodes. */
final class Lives {
    private final World world;

    Lives(World world) {
        this.world = world;
    }

    /** A new node takes part from now on. */
    void join(Node node) {
        world.nodes.add(node);
        if (world.recorder != null) {
            world.recorder.joined(node.id);
        }
        if (world.now() > 0) {
            note(node, "joined");
        }
        boot(node);
    }

    private void boot(Node node) {
        int number = world.nodes.nextIncarnation(node.index);
        try {
            Incarnation born = new Incarnation(world, node, number);
            node.incarnation = born;
            world.judge.booted(born);
            born.process.start();
        } catch (RuntimeException | AssertionError | StackOverflowError thrown) {
            throw world.thrown(node, "its boot", thrown);
        }
        node.handled();
        touch("boot", node);
        world.judge.touched(node);
    }

    void kill(Node node, CrashPolicy policy) {
        if (node.incarnation != null) {
            end(node, "kill");
            node.crashDisk(policy);
            touch("kill", node);
        }
    }

    void stop(Node node) {
        Incarnation running = node.incarnation;
        if (running == null) {
            return;
        }
        try {
            running.process.stop();
        } catch (RuntimeException | AssertionError | StackOverflowError thrown) {
            throw world.thrown(node, "its stop", thrown);
        }
        node.stopDisk();
        end(node, "stop");
        touch("stop", node);
    }

    void restart(Node node) {
        if (node.removed) {
            throw new IllegalArgumentException(node.id + " was removed");
        }
        if (node.incarnation == null) {
            touch("restart", node);
            if (world.recorder != null) {
                world.recorder.restarted(world.now(), node.id);
            }
            boot(node);
        }
    }

    void remove(Node node) {
        node.removed = true;
        end(node, "remove");
        touch("remove", node);
    }

    void pause(Node node) {
        if (node.incarnation != null && !node.isPaused()) {
            node.backlog().pause();
            touch("pause", node);
            note(node, "paused");
        }
    }

    void resume(Node node) {
        if (node.isPaused()) {
            touch("resume", node);
            note(node, "resumed");
            node.backlog().resume();
        }
    }

    void slow(Node node, long handlerNanos) {
        touch("slow", node);
        node.backlog().slow(handlerNanos);
    }

    /** Changes the pace of a node's clocks, and with it that of the timers that run on them. */
    void drift(Node node, long morePpm) {
        touch("drift", node);
        Set<HostTimer> timers = new LinkedHashSet<>();
        world.loop.forEachPending(payload -> {
            if (payload instanceof HostTimer timer && timer.isOf(node)) {
                timers.add(timer);
            }
        });
        timers.forEach(HostTimer::beforeDrift);
        node.clock.drift(morePpm);
        timers.forEach(HostTimer::afterDrift);
    }

    /** Gives an operator's command to a running process; says whether it acted on it. */
    boolean operate(Node node, String command, NodeId subject) {
        Incarnation running = node.incarnation;
        if (running == null || node.isPaused()) {
            return false;
        }
        boolean acts;
        try {
            acts = running.process.operate(command, subject);
        } catch (RuntimeException | AssertionError | StackOverflowError thrown) {
            throw world.thrown(node, "the command " + command, thrown);
        }
        node.handled();
        touch(command, node);
        world.judge.touched(node);
        return acts;
    }

    private void end(Node node, String how) {
        Incarnation running = node.incarnation;
        if (running != null) {
            running.end();
            world.judge.crashed(running);
            world.observers.down(node.id, world.now());
            if (world.recorder != null) {
                world.recorder.crashed(world.now(), node.id, how);
            }
        }
        node.incarnation = null;
        if (node.backlog != null) {
            node.backlog.clear();
        }
        world.nodes.nextIncarnation(node.index);
    }

    private void note(Node node, String event) {
        if (world.recorder != null) {
            world.recorder.note(world.now(), node.id, event, "", 0);
        }
    }

    /** Takes into the digest what was done to a node from outside. */
    void touch(String what, Node node) {
        world.digest.event(world.now(), world.nodes.incarnation(node.index), Mix.hash(what), node.index);
    }
}
