package dev.orrery.sim;

import dev.orrery.sim.engine.EventLoop;
import dev.orrery.sim.node.Message;
import org.jspecify.annotations.Nullable;

/** Brings each event to the incarnation it was meant for, and none to a later one. */
final class Dispatch implements EventLoop.Handler {
    private final World world;
    private final StepBudget budget;

    Dispatch(World world) {
        this.world = world;
        this.budget = new StepBudget(world);
    }

    @Override
    public void handle(long sequence, long head, long first, long second, long third, @Nullable Object payload) {
        Node node = world.nodes.at(EventKind.nodeOf(head));
        Incarnation running = node.incarnation;
        EventKind kind = EventKind.of(head);
        if (running == null || running.number != EventKind.incarnationOf(head) || payload == null) {
            passBy(kind, third, payload);
            return;
        }
        if (kind == EventKind.WAKING) {
            wake(node, sequence);
        } else if (node.backlog != null && node.backlog.holds()) {
            node.backlog.add(new Node.HeldEvent(head, first, second, third, payload));
        } else {
            handle(sequence, running, head, first, second, third, payload);
        }
    }

    private void handle(
            long sequence, Incarnation running, long head, long first, long second, long third, Object payload) {
        EventKind kind = EventKind.of(head);
        if (happens(kind, running, first, second, third, payload)) {
            Node node = running.node;
            node.handled();
            world.digest.event(world.now(), sequence, head, first + node.draws());
            world.judge.touched(node);
            budget.spend(node, kind, payload);
        }
    }

    /** A busy node comes to what waits for it, until something makes it busy again or ends it. */
    private void wake(Node node, long sequence) {
        Backlog backlog = node.backlog();
        for (Node.HeldEvent next = backlog.next(); next != null; next = backlog.next()) {
            Incarnation running = node.incarnation;
            if (running != null && next.payload() != null) {
                handle(sequence, running, next.head(), next.first(), next.second(), next.third(), next.payload());
            }
        }
    }

    /** An event that meets no incarnation: it comes too late, or is on no node's account. */
    private void passBy(EventKind kind, long third, @Nullable Object payload) {
        if (kind == EventKind.LINK && payload instanceof Runnable action) {
            action.run();
        } else {
            world.post.missed(kind, third, payload);
        }
    }

    /** Calls the handler; says whether there was anything to do. */
    private boolean happens(EventKind kind, Incarnation running, long first, long second, long third, Object payload) {
        try {
            return switch (kind) {
                case MESSAGE -> world.post.deliver(running, first, second, third, (Message) payload);
                case REFUSAL -> world.post.refused(running, second, third, (Post.Refused) payload);
                case DAMAGE -> world.post.discard(running, second, third, (String) payload);
                case LINK, WAKING -> false;
                case TIMER -> ((HostTimer) payload).ring((int) first, world.now());
                case COMPLETION -> {
                    if (world.recorder != null) {
                        world.recorder.during(third);
                    }
                    ((Runnable) payload).run();
                    yield true;
                }
            };
        } catch (SimulationException already) {
            throw already;
        } catch (RuntimeException | AssertionError | StackOverflowError thrown) {
            throw world.thrown(running.node, kind.describe(payload), thrown);
        }
    }
}
