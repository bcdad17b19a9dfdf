package dev.orrery.scenarios.run;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.SystemSpec;
import dev.orrery.scenarios.run.RunOptions.Reseeding;
import dev.orrery.sim.Observer;
import dev.orrery.sim.ProcessFactory;
import dev.orrery.sim.Scrutiny;
import dev.orrery.sim.Simulation;
import dev.orrery.sim.SimulationConfig;
import dev.orrery.sim.SimulationException;
import dev.orrery.sim.check.Check;
import dev.orrery.sim.check.HistoryWatch;
import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.check.Witness;
import dev.orrery.sim.engine.RunEnd;
import dev.orrery.sim.fault.FaultInjector;
import dev.orrery.sim.fault.Heal;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.RandomStream;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.schedule.Schedule;
import dev.orrery.sim.system.Cluster;
import dev.orrery.sim.trace.Trace;
import dev.orrery.sim.workload.Clients;
import dev.orrery.sim.workload.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A scenario set up for one run: the world, who is in it, what goes wrong, and who looks on. */
final class Stage {
    private final Scenario scenario;
    private final Seed seed;
    private final RunOptions options;
    private final Simulation simulation;
    private final Cluster cluster;
    private final Map<String, Invariant> invariants = new LinkedHashMap<>();
    private final NoteCounter notes;
    private final ReportKeeper reports = new ReportKeeper();
    private final FaultInjector faults;
    private List<NodeId> clients = List.of();
    private Witness witness = Witness.NONE;
    private @Nullable SimulationException broken;
    private long tracedBeforeReseeding;

    /** A stage on which nobody is yet. */
    Stage(Scenario scenario, Seed seed, RunOptions options) {
        this.scenario = scenario;
        this.seed = seed;
        this.options = options;
        simulation = new Simulation(
                seed,
                new SimulationConfig(scenario.network(), scenario.disk(), stepBudget(scenario)),
                scrutiny(options),
                schedule(scenario));
        cluster = scenario.system()
                .provider()
                .cluster(scenario.system().servers(), scenario.system().options());
        notes = new NoteCounter(scenario.goals());
        observe();
        faults = new FaultInjector(scenario.faults(), simulation, this::addServer);
    }

    /** What may happen at one instant: a million events, or among very many servers a hundred for each pair of them. */
    private static int stepBudget(Scenario scenario) {
        long servers = scenario.system().nodes().size();
        return (int)
                Math.min(Integer.MAX_VALUE, Math.max(SimulationConfig.DEFAULT.stepBudget(), 100 * servers * servers));
    }

    private static Schedule schedule(Scenario scenario) {
        Heal heal = scenario.faults().heal();
        return scenario.schedule() instanceof Schedule.Pct pct && heal != null
                ? pct.calmFrom(heal.at())
                : scenario.schedule();
    }

    private static Scrutiny scrutiny(RunOptions options) {
        Scrutiny scrutiny = options.keepGoing() ? Scrutiny.DEFAULT.goingOn() : Scrutiny.DEFAULT;
        scrutiny = options.paranoid() ? scrutiny.suspecting() : scrutiny;
        if (options.recording() instanceof Recording.Last last) {
            return scrutiny.tracing(last.events());
        }
        return options.recording() instanceof Recording.Stream
                ? scrutiny.tracing(Recording.Stream.IN_MEMORY)
                : scrutiny;
    }

    /** Brings in the judges, then servers and clients. */
    private void fill() {
        for (Check check : scenario.checks()) {
            if (check instanceof Check.OnNodes onNodes) {
                Invariant invariant = onNodes.make().get();
                invariants.put(check.name(), invariant);
                simulation.watch(invariant);
            } else if (check instanceof Check.OnHistory onHistory) {
                HistoryWatch watch = onHistory.make().get().watch();
                if (watch != null) {
                    simulation.watch(watch);
                }
            }
        }
        for (SystemSpec.Node server : scenario.system().nodes()) {
            faults.server(addServer(server.name(), server.zone()));
        }
        Workload workload =
                scenario.workload().provider().workload(scenario.workload().config());
        Clients asking = Clients.add(
                simulation,
                cluster,
                workload,
                scenario.workload().load(),
                scenario.workload().timeout(),
                scenario.workload().only(),
                (name, client) -> add(name, client, null));
        clients = asking.ids();
        witness = options.blind() ? Witness.NONE : asking.witness();
        clients.forEach(faults::client);
    }

    private NodeId addServer(String name, @Nullable String zone) {
        return add(name, cluster::server, zone);
    }

    private NodeId add(String name, ProcessFactory process, @Nullable String zone) {
        return simulation.add(name, process, skew(name), drift(name), zone);
    }

    private void observe() {
        List<Observer> observers = new ArrayList<>(List.of(cluster.observer()));
        if (!scenario.goals().isEmpty()) {
            observers.add(notes);
        }
        if (options.reports()) {
            observers.add(reports);
        }
        observers.addAll(options.observers());
        observers.forEach(simulation::observe);
    }

    private long skew(String node) {
        return between(-scenario.clock().skew(), scenario.clock().skew(), "skew " + node);
    }

    private long drift(String node) {
        return between(-scenario.clock().driftPpm(), scenario.clock().driftPpm(), "drift " + node);
    }

    private long between(long min, long max, String stream) {
        return min == max ? min : min + new RandomStream(seed.key(stream)).below(max - min + 1);
    }

    /** Lets everybody enter, and runs to the end, or to where somebody ends it or the system breaks it. */
    RunEnd play() {
        Watcher watcher = options.watcher();
        try {
            fill();
            Reseeding reseeding = options.reseeding();
            if (reseeding != null) {
                simulation.runToEvent(reseeding.afterEvent(), scenario.duration());
                tracedBeforeReseeding = traced();
                simulation.reseed(reseeding.seed());
            }
            return simulation.runUntil(
                    scenario.duration(),
                    () -> watcher.goesOn(simulation.now(), simulation.digest().events()));
        } catch (SimulationException thrown) {
            broken = thrown;
            return RunEnd.STOPPED;
        }
    }

    private long traced() {
        Trace trace = simulation.trace();
        return trace == null ? 0 : trace.last();
    }

    /** The last event of the trace before the run was reseeded; 0 if it was not, or is not traced. */
    long tracedBeforeReseeding() {
        return tracedBeforeReseeding;
    }

    /** What the system under test threw, or how it lets time stand still; null if it did neither. */
    @Nullable
    SimulationException broken() {
        return broken;
    }

    Simulation simulation() {
        return simulation;
    }

    Cluster cluster() {
        return cluster;
    }

    /** The judge of a property of the nodes. */
    Invariant invariant(String check) {
        Invariant invariant = invariants.get(check);
        if (invariant == null) {
            throw new IllegalArgumentException("no invariant is named " + check);
        }
        return invariant;
    }

    FaultInjector faults() {
        return faults;
    }

    List<NodeId> clients() {
        return clients;
    }

    /** Where operations took effect, as the system tells; nothing if nobody is to be told. */
    Witness witness() {
        return witness;
    }

    NoteCounter notes() {
        return notes;
    }

    ReportKeeper reports() {
        return reports;
    }
}
