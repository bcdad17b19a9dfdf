package dev.orrery.sim.fault;

import dev.orrery.sim.Simulation;
import dev.orrery.sim.disk.DiskFaults;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.Probability;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What each node suffers from at the moment. Where several faults of one kind overlap on a node, its switches are set to
 * their sum, anew whenever one begins or ends.
 */
final class Ailments {
    private static final long MOST_TIMES = 1_000_000_000;
    private static final long LONGEST = 1L << 50;

    private final Simulation simulation;
    private final Map<NodeId, List<Fault>> active = new TreeMap<>();

    Ailments(Simulation simulation) {
        this.simulation = simulation;
    }

    /** The node suffers from this fault from now on. */
    void add(NodeId node, Fault fault) {
        of(node).add(fault);
        if (fault instanceof ProcessFault.Pause) {
            simulation.pause(node);
        } else if (fault instanceof DiskFault.Stall && count(node, DiskFault.Stall.class) == 1) {
            simulation.diskFaults(node).stall();
        } else if (fault instanceof DiskFault.Torn) {
            simulation.diskFaults(node).tear();
        } else {
            set(node, fault);
        }
    }

    /** One such fault is over. */
    void remove(NodeId node, Fault fault) {
        of(node).remove(fault);
        if (fault instanceof ProcessFault.Pause) {
            if (count(node, ProcessFault.Pause.class) == 0) {
                simulation.resume(node);
            }
        } else if (fault instanceof DiskFault.Stall) {
            if (count(node, DiskFault.Stall.class) == 0) {
                simulation.diskFaults(node).resume();
            }
        } else if (fault instanceof DiskFault.Torn) {
            if (count(node, DiskFault.Torn.class) == 0) {
                simulation.diskFaults(node).spare();
            }
        } else {
            set(node, fault);
        }
    }

    private void set(NodeId node, Fault kind) {
        DiskFaults disk = simulation.diskFaults(node);
        if (kind instanceof ProcessFault.Slow) {
            simulation.slow(node, handlerNanos(node));
        } else if (kind instanceof DiskFault.Slow) {
            long times = product(all(node, DiskFault.Slow.class).map(DiskFault.Slow::factor));
            disk.slow(100 * Math.min(times, MOST_TIMES));
        } else if (kind instanceof DiskFault.Full) {
            disk.full(count(node, DiskFault.Full.class) > 0);
        } else if (kind instanceof DiskFault.ReadError) {
            disk.readErrors(any(all(node, DiskFault.ReadError.class).map(DiskFault.ReadError::percent)));
        } else if (kind instanceof DiskFault.SyncError) {
            disk.syncErrors(any(all(node, DiskFault.SyncError.class).map(DiskFault.SyncError::percent)));
        } else if (kind instanceof DiskFault.Misdirected) {
            disk.misdirect(any(all(node, DiskFault.Misdirected.class).map(DiskFault.Misdirected::percent)));
        }
    }

    private long handlerNanos(NodeId node) {
        long cost = all(node, ProcessFault.Slow.class)
                .mapToLong(ProcessFault.Slow::cost)
                .max()
                .orElse(0);
        long times = product(all(node, ProcessFault.Slow.class).map(ProcessFault.Slow::factor));
        return cost == 0 ? 0 : Math.min(LONGEST, cost * Math.min(times, LONGEST / cost));
    }

    private static long product(Stream<Long> factors) {
        return factors.reduce(1L, (one, other) -> one > MOST_TIMES / other ? MOST_TIMES : one * other);
    }

    private static Probability any(Stream<Probability> chances) {
        return chances.reduce(Probability.NEVER, Probability::or);
    }

    private <F extends Fault> Stream<F> all(NodeId node, Class<F> kind) {
        return of(node).stream().filter(kind::isInstance).map(kind::cast);
    }

    private long count(NodeId node, Class<? extends Fault> kind) {
        return all(node, kind).count();
    }

    private List<Fault> of(NodeId node) {
        return active.computeIfAbsent(node, each -> new ArrayList<>());
    }
}
