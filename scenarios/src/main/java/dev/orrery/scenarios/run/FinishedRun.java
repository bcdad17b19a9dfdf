package dev.orrery.scenarios.run;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.result.RunResult;
import dev.orrery.sim.Simulation;
import dev.orrery.sim.SimulationException;
import dev.orrery.sim.fault.ExecutedFault;
import dev.orrery.sim.fault.FaultInjector;
import dev.orrery.sim.history.History;
import dev.orrery.sim.network.Delivery;
import dev.orrery.sim.trace.Trace;
import dev.orrery.sim.trace.TraceHeader;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run that is over: its result, and what of it is too much for a result. */
public final class FinishedRun {
    private final RunResult result;
    private final Simulation simulation;
    private final TraceHeader header;
    private final @Nullable SimulationException broken;
    private final long tracedBeforeReseeding;
    private final FaultInjector faults;
    private final Scenario scenario;

    FinishedRun(
            RunResult result,
            Simulation simulation,
            TraceHeader header,
            @Nullable SimulationException broken,
            long tracedBeforeReseeding,
            FaultInjector faults,
            Scenario scenario) {
        this.result = result;
        this.simulation = simulation;
        this.header = header;
        this.broken = broken;
        this.tracedBeforeReseeding = tracedBeforeReseeding;
        this.faults = faults;
        this.scenario = scenario;
    }

    /** What was found. */
    public RunResult result() {
        return result;
    }

    /**
     * The same scenario with the faults that were really done: their times absolute, their targets named, nothing drawn any
     * more. Run with its own seed it makes the same run.
     */
    public Scenario executedScenario() {
        return Plans.executed(scenario, result.source().seed(), faults.executedPlan());
    }

    /** The faults that were done, in the order of their beginning. */
    public List<ExecutedFault> faults() {
        return faults.executed();
    }

    /** What the system under test threw, with its cause, or how it lets time stand still; null if it did neither. */
    public @Nullable SimulationException broken() {
        return broken;
    }

    /** What the clients asked and were told. */
    public History history() {
        return simulation.history();
    }

    /**
     * What the network drew for each message, apart from what faults did to it; the same scenario that names these is the
     * same run, whatever its network's latency, loss and duplicates.
     */
    public List<Delivery> deliveries() {
        return simulation.drawnDeliveries();
    }

    /** The messages that the scenario names and that nobody sent. */
    public List<Delivery> unsent() {
        return simulation.unsentDeliveries();
    }

    /**
     * The trace as far as it is in memory.
     *
     * @throws IllegalStateException if it was not recorded in memory
     */
    public Trace trace() {
        Trace trace = simulation.trace();
        if (trace == null) {
            throw new IllegalStateException("this run keeps no trace");
        }
        return trace;
    }

    /** The last event of the trace before the run was reseeded; 0 if it was not, or is not traced. */
    public long tracedBeforeReseeding() {
        return tracedBeforeReseeding;
    }

    /**
     * Writes the trace as far as it is in memory.
     *
     * @throws IllegalStateException if it was not recorded in memory
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public void writeTrace(OutputStream out) {
        simulation.writeTrace(header, out);
    }
}
