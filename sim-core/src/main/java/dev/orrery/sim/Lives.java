package dev.orrery.sim;

import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.random.Mix;

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
        int number = ++node.boots;
        try {
            Incarnation born = new Incarnation(world, node, number);
            node.incarnation = born;
            world.judge.booted(node.id, born.process);
            born.process.start();
        } catch (RuntimeException thrown) {
            throw world.thrown(node, "its boot", thrown);
        }
        touch("boot", node);
        world.judge.touched(node);
    }

    void kill(Node node, CrashPolicy policy) {
        if (node.incarnation != null) {
            end(node, "kill");
            node.disk.crash(policy);
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
        } catch (RuntimeException thrown) {
            throw world.thrown(node, "its stop", thrown);
        }
        node.disk.stop();
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
        if (node.incarnation != null && !node.paused) {
            node.paused = true;
            touch("pause", node);
            note(node, "paused");
        }
    }

    void resume(Node node) {
        if (!node.paused) {
            return;
        }
        node.paused = false;
        touch("resume", node);
        note(node, "resumed");
        for (Node.HeldEvent event : node.held) {
            world.loop.schedule(
                    world.now(), event.head(), event.first(), event.second(), event.third(), event.payload());
        }
        node.held.clear();
    }

    private void end(Node node, String how) {
        if (node.incarnation != null) {
            world.judge.crashed(node.id);
            if (world.recorder != null) {
                world.recorder.crashed(world.now(), node.id, how);
            }
        }
        node.incarnation = null;
        node.paused = false;
        for (Node.HeldEvent event : node.held) {
            world.post.missed(EventKind.of(event.head()), event.third());
        }
        node.held.clear();
        // What still was to come belongs to an incarnation that never comes back.
        node.boots++;
    }

    private void note(Node node, String event) {
        if (world.recorder != null) {
            world.recorder.note(world.now(), node.id, event, "", 0);
        }
    }

    /** Takes into the digest what was done to a node from outside. */
    void touch(String what, Node node) {
        world.digest.event(world.now(), node.boots, Mix.hash(what), node.id.index());
    }
}
