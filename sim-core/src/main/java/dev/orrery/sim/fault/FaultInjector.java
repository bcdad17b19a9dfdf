package dev.orrery.sim.fault;

import dev.orrery.sim.Observer;
import dev.orrery.sim.Simulation;
import dev.orrery.sim.fault.Draws.Choice;
import dev.orrery.sim.node.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Carries a plan out on a simulation.
 *
 * <p>Make it before the nodes are added, so that it hears all that they report, and tell it of each of them:
 *
 * <pre>{@code
 * FaultInjector faults = new FaultInjector(plan, simulation, (name, zone) -> simulation.add(name, server, 0, 0, zone));
 * faults.server(simulation.add("n1", server));
 * faults.client(simulation.add("c1", client));
 * simulation.runUntil(end);
 * faults.executedPlan();
 * }</pre>
 *
 * <p>Faults stand on the simulation's agenda, so they take no place among its events. What has been executed, given as a
 * plan with the same seed, makes the same run.
 */
public final class FaultInjector {
    /** A report takes effect after the event that made it, and before any other that is not at its very time. */
    private static final long AFTER_ITS_EVENT = 1;

    private final FaultPlan plan;
    private final Simulation simulation;
    private final Stage stage;
    private final Execution execution;
    private final Draws draws;
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<NodeId> core = new ArrayList<>();

    /**
     * Arms a plan.
     *
     * @param newcomers adds servers, for faults of the membership
     */
    public FaultInjector(FaultPlan plan, Simulation simulation, Newcomers newcomers) {
        this.plan = plan;
        this.simulation = simulation;
        stage = new Stage(simulation, newcomers);
        execution = new Execution(stage);
        draws = new Draws(simulation.seed());
        plan.faults().forEach(this::arm);
        simulation.observe(new Ears());
        if (plan.nemesis() != null) {
            nextEpisode(
                    new NemesisScript(plan.nemesis(), simulation.seed().key("nemesis")),
                    new Allowance(plan.nemesis().budget(), stage));
        }
        if (plan.heal() != null) {
            stage.agenda.heal(plan.heal().at(), this::heal);
        }
    }

    /** A server takes part, which faults may hit. */
    public void server(NodeId node) {
        stage.roster.addServer(node);
    }

    /** A client takes part, which only those faults hit that name it. */
    public void client(NodeId node) {
        stage.roster.addClient(node);
    }

    private void arm(PlannedFault planned) {
        long key = draws.key(planned);
        if (planned.timing() instanceof Timing.At at) {
            stage.agenda.begin(at.time(), () -> execution.begin(planned, null, null, Draws.occurrence(key, 0)));
        } else if (planned.timing() instanceof Timing.Every every) {
            stage.agenda.begin(every.first(), () -> repeat(planned, every, key, 0));
        } else if (planned.timing() instanceof Timing.When when) {
            waiting.add(new Waiting(planned, when.trigger(), key));
        }
    }

    private void repeat(PlannedFault planned, Timing.Every every, long key, long before) {
        if (stage.isHealed()) {
            return;
        }
        long occurrence = Draws.occurrence(key, before);
        execution.begin(planned, null, null, occurrence);
        if (before + 1 < every.times()) {
            long next = simulation.now() + Choice.PERIOD.from(every.period(), occurrence);
            stage.agenda.begin(next, () -> repeat(planned, every, key, before + 1));
        }
    }

    private void nextEpisode(NemesisScript script, Allowance budget) {
        if (stage.isHealed()) {
            return;
        }
        NemesisScript.Episode episode = script.next(simulation.now());
        for (PlannedFault planned : episode.faults()) {
            long key = draws.key(planned);
            Timing.At at = (Timing.At) planned.timing();
            stage.agenda.begin(at.time(), () -> execution.begin(planned, null, budget, key));
        }
        stage.agenda.begin(episode.end(), () -> nextEpisode(script, budget));
    }

    private void heal() {
        Heal heal = Objects.requireNonNull(plan.heal());
        List<NodeId> servers = stage.roster.servers();
        if (heal.core().isEmpty()) {
            core.addAll(new Core(stage).draw(servers, simulation.seed().key("core")));
        } else {
            heal.core().stream()
                    .map(stage.roster::named)
                    .filter(Objects::nonNull)
                    .forEach(core::add);
        }
        execution.heal(core, stage.roster.clients());
    }

    /** A fault that waits for a report. */
    private static final class Waiting {
        final PlannedFault planned;
        final Trigger trigger;
        final long key;
        long fired;

        Waiting(PlannedFault planned, Trigger trigger, long key) {
            this.planned = planned;
            this.trigger = trigger;
            this.key = key;
        }
    }

    /** Hears what the nodes report. */
    private final class Ears implements Observer {
        @Override
        public void role(NodeId node, String role, long at) {
            heard(Trigger.Source.ROLE, node, role, "", 0);
        }

        @Override
        public void state(NodeId node, String name, long value, long at) {
            heard(Trigger.Source.STATE, node, name, "", value);
        }

        @Override
        public void note(NodeId node, String event, String field, long value, long at) {
            heard(Trigger.Source.EVENT, node, event, field, value);
        }

        private void heard(Trigger.Source source, NodeId node, String name, String field, long value) {
            if (stage.isHealed()) {
                return;
            }
            for (int i = 0; i < waiting.size(); i++) {
                Waiting each = waiting.get(i);
                if (each.fired < each.trigger.times() && each.trigger.fits(source, name, field, value)) {
                    fire(each, node);
                }
            }
        }

        private void fire(Waiting each, NodeId reporter) {
            long occurrence = Draws.occurrence(each.key, each.fired++);
            long after = Choice.AFTER.from(each.trigger.after(), occurrence);
            stage.agenda.begin(
                    simulation.now() + Math.max(AFTER_ITS_EVENT, after),
                    () -> execution.begin(each.planned, reporter, null, occurrence));
        }
    }

    /** What has begun so far, in the order of its beginning. */
    public List<ExecutedFault> executed() {
        return execution.executed();
    }

    /**
     * What has begun so far as a plan that leaves nothing open: absolute times, lengths as they were drawn, targets and the
     * healed core by name, and no nemesis.
     */
    public FaultPlan executedPlan() {
        Heal heal = plan.heal();
        Heal named = heal == null || core.isEmpty()
                ? heal
                : new Heal(heal.at(), core.stream().map(NodeId::name).toList(), heal.convergeWithin());
        return new FaultPlan(executed().stream().map(ExecutedFault::planned).toList(), null, named);
    }

    /**
     * What was planned and did not come about, in plain words: triggers that nobody reported, faults that found nobody to hit,
     * commands that no server acted on.
     */
    public List<String> neverFired() {
        List<String> never = new ArrayList<>();
        for (Waiting each : waiting) {
            if (each.fired == 0) {
                never.add(each.planned.fault().kind() + ": nobody reported " + each.trigger);
            }
        }
        never.addAll(execution.missed());
        return never;
    }

    /** Which faults of the nemesis were held back, since the system need not survive them, in plain words. */
    public List<String> heldBack() {
        return List.copyOf(execution.heldBack());
    }

    /** The servers that were healed; empty before the heal, or without one. */
    public List<NodeId> core() {
        return List.copyOf(core);
    }
}
