package dev.orrery.scenarios.run;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.StandingCheck;
import dev.orrery.scenarios.result.CheckVerdict;
import dev.orrery.scenarios.result.ExecutedPlan;
import dev.orrery.scenarios.result.Judgement;
import dev.orrery.scenarios.result.LatencyFigures;
import dev.orrery.scenarios.result.MetricFigures;
import dev.orrery.scenarios.result.OperationCounts;
import dev.orrery.scenarios.result.RunResult;
import dev.orrery.scenarios.result.RunResult.Extent;
import dev.orrery.scenarios.result.RunResult.Source;
import dev.orrery.scenarios.result.RunResult.SystemFacts;
import dev.orrery.scenarios.result.RunResult.Threshold;
import dev.orrery.scenarios.version.Version;
import dev.orrery.sim.Simulation;
import dev.orrery.sim.SimulationException;
import dev.orrery.sim.check.Availability;
import dev.orrery.sim.check.Check;
import dev.orrery.sim.engine.Digest;
import dev.orrery.sim.engine.RunEnd;
import dev.orrery.sim.fault.Heal;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.schedule.Schedule;
import dev.orrery.sim.time.Durations;
import dev.orrery.sim.trace.TraceHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs a scenario with a seed. */
public final class Runs {
    private static final String VERSION = Version.current().stamp();
    private static final String AVAILABILITY = StandingCheck.AVAILABILITY.text();

    private final Subject subject;
    private final Scenario scenario;
    private final Seed seed;
    private final RunOptions options;
    private final Stage stage;

    private Runs(Subject subject, Seed seed, RunOptions options) {
        this.subject = subject;
        this.scenario = subject.scenario();
        this.seed = seed;
        this.options = options;
        this.stage = new Stage(scenario, seed, options);
    }

    /**
     * Runs to the end, to the first violation, or to where the watcher ends it, and judges what has happened. A system that
     * throws is a violation too.
     *
     * @throws java.io.UncheckedIOException if the trace is streamed and cannot be written
     */
    public static FinishedRun run(Subject subject, Seed seed, RunOptions options) {
        return new Runs(subject, seed, options).run();
    }

    private FinishedRun run() {
        long began = System.nanoTime();
        Simulation simulation = stage.simulation();
        TraceHeader header = header();
        if (options.recording() instanceof Recording.Stream stream) {
            simulation.streamTrace(header, stream.out());
        }
        RunEnd end = stage.play();
        RunResult result = result(end, began);
        if (options.recording() instanceof Recording.Stream) {
            simulation.endTrace();
        }
        return new FinishedRun(
                result, simulation, header, stage.broken(), stage.tracedBeforeReseeding(), stage.faults(), scenario);
    }

    private TraceHeader header() {
        List<String> nodes = new ArrayList<>(names(scenario.system().servers()));
        for (int client = 1; client <= scenario.workload().load().clients(); client++) {
            nodes.add("c" + client);
        }
        return new TraceHeader(VERSION, scenario.name(), subject.sha256(), seed, nodes, settings(), subject.text());
    }

    /** What else the run is a function of, and what of the scenario a reader of the trace should know at once. */
    private Map<String, ?> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("keepGoing", options.keepGoing());
        if (scenario.schedule() instanceof Schedule.Pct pct) {
            settings.put("scheduler", pct.name());
            settings.put("depth", pct.depth());
            settings.put("events", pct.events());
            settings.put("window", pct.window());
        }
        return settings;
    }

    private RunResult result(RunEnd end, long began) {
        Simulation simulation = stage.simulation();
        Verdicts verdicts = new Verdicts(
                simulation,
                end == RunEnd.INTERRUPTED,
                stage.witness(),
                options.watcher().wanted());
        List<String> notices = new ArrayList<>(stage.reports().notices());
        simulation.unsentDeliveries().forEach(none -> notices.add("nobody sent " + none.name()));
        List<CheckVerdict> checks = checks(verdicts);
        OperationCounts operations = OperationCounts.of(simulation.history());
        List<LatencyFigures> latency = LatencyFigures.of(simulation.history());
        List<Threshold> thresholds = new ArrayList<>();
        if (end == RunEnd.REACHED) {
            Limits limits = new Limits(simulation.history(), operations, latency, simulation.now());
            scenario.thresholds().forEach(threshold -> thresholds.add(limits.judge(threshold)));
        } else if (!scenario.thresholds().isEmpty()) {
            notices.add("thresholds are not judged, since the run ended early");
        }
        Judgement judgement = Judgement.of(
                checks,
                thresholds,
                operations,
                scenario.expectedFailure().orElse(Judgement.PASS),
                verdicts.interrupted());
        return new RunResult(
                new Source(
                        scenario.name(),
                        scenario.description(),
                        subject.sha256(),
                        seed,
                        options.keepGoing(),
                        scenario.schedule(),
                        VERSION),
                judgement,
                extent(began),
                systemFacts(),
                checks,
                operations,
                latency,
                stage.notes().goals(),
                thresholds,
                options.reports() ? Plans.of(stage.faults()) : ExecutedPlan.NONE,
                stage.reports().reports(),
                messages(simulation),
                MetricFigures.of(simulation.metrics(), simulation.now()),
                notices);
    }

    private static List<RunResult.MessageCounts> messages(Simulation simulation) {
        return simulation.traffic().stream()
                .map(kind -> new RunResult.MessageCounts(
                        kind.kind(), kind.sent(), kind.delivered(), kind.lost(), kind.duplicated()))
                .toList();
    }

    private List<CheckVerdict> checks(Verdicts verdicts) {
        List<CheckVerdict> checks = new ArrayList<>();
        SimulationException broken = stage.broken();
        if (broken != null) {
            checks.add(verdicts.of(StandingCheck.NO_EXCEPTION.text(), broken));
        }
        for (Check check : scenario.checks()) {
            if (check instanceof Check.OnNodes onNodes) {
                checks.add(verdicts.of(onNodes, stage.invariant(check.name())));
            } else if (check instanceof Check.OnHistory onHistory) {
                checks.add(verdicts.of(check.name(), onHistory.make().get()));
            }
        }
        Heal heal = scenario.faults().heal();
        if (heal != null) {
            checks.add(availability(heal, verdicts));
        }
        return checks;
    }

    private CheckVerdict availability(Heal heal, Verdicts verdicts) {
        long now = stage.simulation().now();
        if (now < heal.at()) {
            return Verdicts.unknown(AVAILABILITY, "the run ended before the heal at " + Durations.format(heal.at()));
        }
        return verdicts.of(
                AVAILABILITY,
                new Availability(
                        heal.at(), heal.convergeWithin(), now, stage.cluster().stallReason()));
    }

    private Extent extent(long began) {
        Digest digest = stage.simulation().digest();
        return new Extent(
                digest.value(),
                digest.events(),
                stage.simulation().now(),
                System.nanoTime() - began,
                digest.checkpoints(),
                stage.simulation().chains());
    }

    private SystemFacts systemFacts() {
        return new SystemFacts(
                scenario.system().provider().name(),
                names(scenario.system().servers()),
                names(stage.clients()),
                scenario.system().options().texts());
    }

    private static List<String> names(List<NodeId> nodes) {
        return nodes.stream().map(NodeId::name).toList();
    }
}
