package dev.orrery.sim;

import dev.orrery.sim.check.HistoryWatch;
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
    /** All that are watched, and have held so far. */
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
        world.nodes.forEachRunning(this::choose);
    }

    /** Ends the run when what the clients saw is violated, unless it is to go on. */
    void watch(HistoryWatch watch) {
        if (!scrutiny.keepGoing()) {
            world.history.listen(new HistoryGuard(watch, world.loop::stop));
        }
    }

    /** Which invariants look at a process is settled beforehand, since it is asked at each event. */
    private void choose(Incarnation running) {
        running.watched = invariants.stream()
                .filter(invariant -> invariant.concerns(running.process))
                .toArray(Invariant[]::new);
    }

    List<Violation> violations() {
        return Collections.unmodifiableList(violations);
    }

    List<BrokenInvariant> broken() {
        return Collections.unmodifiableList(broken);
    }

    void booted(Incarnation born) {
        choose(born);
        tell(born, invariant -> invariant.booted(born.node.id, born.process));
    }

    /** A life has ended, perhaps in the midst of a handler. */
    void crashed(Incarnation ended) {
        for (Invariant invariant : ended.watched) {
            judgeLast(invariant, ended);
        }
        tell(ended, invariant -> invariant.crashed(ended.node.id));
    }

    private void tell(Incarnation of, Consumer<Invariant> news) {
        for (Invariant invariant : of.watched) {
            try {
                news.accept(invariant);
            } catch (RuntimeException | AssertionError | StackOverflowError thrown) {
                gaveUp(invariant, thrown);
            }
        }
    }

    /** An event has touched this node. */
    void touched(Node node) {
        Incarnation running = node.incarnation;
        if (running != null) {
            for (Invariant invariant : running.watched) {
                judge(invariant, node.id, running.process);
            }
        }
        if (--untilSweep == 0) {
            sweep();
        }
    }

    private void judge(Invariant invariant, NodeId node, Process process) {
        try {
            String message = invariant.touched(node, process);
            if (message != null) {
                violated(invariant, message, node);
            }
        } catch (RuntimeException | AssertionError | StackOverflowError thrown) {
            gaveUp(invariant, thrown);
        }
    }

    private void judgeLast(Invariant invariant, Incarnation ended) {
        try {
            String message = invariant.ending(ended.node.id, ended.process);
            if (message != null) {
                violated(invariant, message, ended.node.id);
            }
        } catch (RuntimeException | AssertionError | StackOverflowError thrown) {
            gaveUp(invariant, thrown);
        }
    }

    void sweep() {
        untilSweep = scrutiny.sweepEvery();
        for (Invariant invariant : List.copyOf(invariants)) {
            try {
                String message = invariant.swept();
                if (message != null) {
                    violated(invariant, message, null);
                }
            } catch (RuntimeException | AssertionError | StackOverflowError thrown) {
                gaveUp(invariant, thrown);
            }
        }
    }

    /** A judge that throws is no judge: the run goes on without it. */
    private void gaveUp(Invariant invariant, Throwable thrown) {
        drop(invariant);
        broken.add(new BrokenInvariant(invariant.name(), thrown, world.now(), world.digest.events()));
    }

    private void drop(Invariant invariant) {
        invariants.remove(invariant);
        world.nodes.forEachRunning(this::choose);
    }

    /** The first violation of an invariant is the finding, the rest follows from it. */
    private void violated(Invariant invariant, String message, @Nullable NodeId node) {
        drop(invariant);
        String name = invariant.name();
        violations.add(new Violation(name, message, node, world.now(), world.digest.events()));
        if (world.recorder != null) {
            world.recorder.violation(world.now(), name, message, node == null ? List.of() : List.of(node));
        }
        if (!scrutiny.keepGoing()) {
            world.loop.stop();
        }
    }
}
