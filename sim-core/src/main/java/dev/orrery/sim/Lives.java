package dev.orrery.sim;

import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.random.Mix;

/** Begins, ends, pauses and resumes the incarnations of nodes. */
final class Lives {
    private final World world;

    Lives(World world) {
        this.world = world;
    }

    void boot(Node node) {
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
            end(node);
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
        end(node);
        touch("stop", node);
    }

    void restart(Node node) {
        if (node.removed) {
            throw new IllegalArgumentException(node.id + " was removed");
        }
        if (node.incarnation == null) {
            touch("restart", node);
            boot(node);
        }
    }

    void remove(Node node) {
        node.removed = true;
        end(node);
        touch("remove", node);
    }

    void pause(Node node) {
        if (node.incarnation != null && !node.paused) {
            node.paused = true;
            touch("pause", node);
        }
    }

    void resume(Node node) {
        if (!node.paused) {
            return;
        }
        node.paused = false;
        touch("resume", node);
        for (Node.HeldEvent event : node.held) {
            world.loop.schedule(world.now(), event.head(), event.first(), event.second(), event.payload());
        }
        node.held.clear();
    }

    private void end(Node node) {
        if (node.incarnation != null) {
            world.judge.crashed(node.id);
        }
        node.incarnation = null;
        node.paused = false;
        node.held.clear();
        // What still was to come belongs to an incarnation that never comes back.
        node.boots++;
    }

    /** Takes into the digest what was done to a node from outside. */
    void touch(String what, Node node) {
        world.digest.event(world.now(), node.boots, Mix.hash(what), node.id.index());
    }
}
