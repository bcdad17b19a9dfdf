package dev.orrery.scenarios.explore;

import dev.orrery.scenarios.result.RunResult;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.scenarios.version.Version;
import dev.orrery.sim.explore.Counterexample;
import dev.orrery.sim.explore.Enactment;
import dev.orrery.sim.explore.Model;
import dev.orrery.sim.explore.Step;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.schedule.Schedule;
import dev.orrery.sim.trace.TraceHeader;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The trace of one way, whose header says all that it takes to go it again. */
public final class WayTrace {
    private final Subject subject;
    private final Seed seed;
    private final Extent extent;
    private final List<Step> way;
    private final Model model;
    private final Enactment enactment;

    /**
     * Goes a way.
     *
     * @throws IllegalArgumentException if one of its steps cannot be taken
     */
    public WayTrace(Subject subject, Seed seed, Extent extent, List<Step> way) {
        this.subject = subject;
        this.seed = seed;
        this.extent = extent;
        this.way = List.copyOf(way);
        model = ScenarioModel.of(subject.scenario(), seed, extent);
        enactment = new Enactment(model);
        enactment.boot();
        way.forEach(enactment::enact);
    }

    /** What has happened on the way. */
    public Enactment enactment() {
        return enactment;
    }

    /**
     * What was found, as the result of a run.
     *
     * @param violated what does not hold at the end of the way
     * @param wallNanos how long it took to find it
     */
    public RunResult result(Counterexample violated, long wallNanos) {
        return new WayResult(this, violated).result(wallNanos);
    }

    /** What it is a way of. */
    public Subject subject() {
        return subject;
    }

    Seed seed() {
        return seed;
    }

    List<NodeId> nodes() {
        return model.nodes();
    }

    /** What does not hold at its end; null if all does. */
    public @Nullable Counterexample violation() {
        Enactment.Broken broken = enactment.broken();
        return broken == null ? null : new Counterexample(broken.invariant(), broken.message(), way);
    }

    /** Writes the trace. */
    public void write(OutputStream out) {
        enactment
                .trace()
                .write(
                        header(),
                        out,
                        enactment.now(),
                        enactment.digest().events(),
                        enactment.digest().value());
    }

    private TraceHeader header() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("keepGoing", false);
        settings.put("scheduler", Schedule.EXHAUSTIVE.name());
        settings.put("clients", extent.clients());
        settings.put("operations", extent.operations());
        settings.put("way", way.stream().map(Step::text).toList());
        return new TraceHeader(
                Version.current().stamp(),
                subject.scenario().name(),
                subject.sha256(),
                seed,
                model.nodes().stream().map(NodeId::name).toList(),
                settings,
                subject.text());
    }
}
