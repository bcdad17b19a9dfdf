package dev.orrery.sim;

import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Judges the invariants of a run: the cheap part at each event, the expensive part every so many events. */
final class Judge {
    private final World world;
    private final Scrutiny scrutiny;
    private final List<Invariant> invariants = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();
    private final List<BrokenInvariant> broken = new ArrayList<>();
    private int untilSweep;

    Judge(World world, Scrutiny scrutiny) {
        this.world = world;
        this.scrutiny = scrutiny;
        untilSweep = scrutiny.sweepEvery();
    }

    void watch(Invariant invariant) {
        invariants.add(invariant);
    }

    List<Violation> violations() {
        return Collections.unmodifiableList(violations);
    }

    List<BrokenInvariant> broken() {
        return Collections.unmodifiableList(broken);
    }

    void booted(NodeId node, Process process) {
        tell(invariant -> invariant.booted(node, process));
    }

    void crashed(NodeId node) {
        tell(invariant -> invariant.crashed(node));
    }

    private void tell(Consumer<Invariant> news) {
        for (int i = 0; i < invariants.size(); i++) {
            try {
                news.accept(invariants.get(i));
            } catch (RuntimeException | AssertionError | StackOverflowError thrown) {
                gaveUp(i--, thrown);
            }
        }
    }

    /** An event has touched this node. */
    void touched(Node node) {
        Incarnation running = node.incarnation;
        if (running != null) {
            for (int i = 0; i < invariants.size(); i++) {
                try {
                    String message = invariants.get(i).touched(node.id, running.process);
                    if (message != null) {
                        violated(i--, message, node.id);
                    }
                } catch (RuntimeException | AssertionError | StackOverflowError thrown) {
                    gaveUp(i--, thrown);
                }
            }
        }
        if (--untilSweep == 0) {
            sweep();
        }
    }

    void sweep() {
        untilSweep = scrutiny.sweepEvery();
        for (int i = 0; i < invariants.size(); i++) {
            try {
                String message = invariants.get(i).swept();
                if (message != null) {
                    violated(i--, message, null);
                }
            } catch (RuntimeException | AssertionError | StackOverflowError thrown) {
                gaveUp(i--, thrown);
            }
        }
    }

    /** A judge that throws is no judge: the run goes on without it. */
    private void gaveUp(int invariant, Throwable thrown) {
        String name = invariants.remove(invariant).name();
        broken.add(new BrokenInvariant(name, thrown, world.now(), world.digest.events()));
    }

    private void violated(int invariant, String message, @Nullable NodeId node) {
        // The first violation is the finding, the rest follows from it.
        String name = invariants.remove(invariant).name();
        violations.add(new Violation(name, message, node, world.now(), world.digest.events()));
        if (world.recorder != null) {
            world.recorder.violation(world.now(), name, message, node == null ? List.of() : List.of(node));
        }
        if (!scrutiny.keepGoing()) {
            world.loop.stop();
        }
    }
}
