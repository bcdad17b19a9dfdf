package dev.orrery.scenarios.explore;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.result.CheckVerdict;
import dev.orrery.scenarios.result.ExecutedPlan;
import dev.orrery.scenarios.result.Judgement;
import dev.orrery.scenarios.result.MetricFigures;
import dev.orrery.scenarios.result.NodeReports;
import dev.orrery.scenarios.result.NodeReports.RoleChange;
import dev.orrery.scenarios.result.NodeReports.StateChange;
import dev.orrery.scenarios.result.OperationCounts;
import dev.orrery.scenarios.result.RunResult;
import dev.orrery.scenarios.result.RunResult.Extent;
import dev.orrery.scenarios.result.RunResult.MessageCounts;
import dev.orrery.scenarios.result.RunResult.Source;
import dev.orrery.scenarios.result.RunResult.SystemFacts;
import dev.orrery.scenarios.result.Verdict;
import dev.orrery.scenarios.version.Version;
import dev.orrery.sim.check.Check;
import dev.orrery.sim.explore.Counterexample;
import dev.orrery.sim.explore.Enactment;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.schedule.Schedule;
import dev.orrery.sim.trace.Trace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The way to a violation as the result of a run, so that all that looks at runs can look at it. */
final class WayResult {
    /** What each line of a trace says, besides what is reported. */
    private static final List<String> FORMAT = List.of("i", "t", "n", "k", "cause");

    private final WayTrace way;
    private final Counterexample violated;
    private final Enactment enactment;
    private final Trace trace;
    private final List<RoleChange> roles = new ArrayList<>();
    private final List<StateChange> states = new ArrayList<>();
    private final Map<Long, String> types = new TreeMap<>();
    private final Map<String, Map<Fate, Long>> messages = new TreeMap<>();

    /** What became of a message. */
    private enum Fate {
        SENT,
        DELIVERED,
        LOST,
        DUPLICATED
    }

    WayResult(WayTrace way, Counterexample violated) {
        this.way = way;
        this.violated = violated;
        enactment = way.enactment();
        trace = enactment.trace();
    }

    /** What was found on the way. */
    RunResult result(long wallNanos) {
        for (long id = trace.first(); id <= trace.last(); id++) {
            look(id);
        }
        Scenario scenario = way.subject().scenario();
        OperationCounts operations = new OperationCounts(0, 0, 0, 0);
        List<CheckVerdict> checks = checks(scenario);
        return new RunResult(
                new Source(
                        scenario.name(),
                        scenario.description(),
                        way.subject().sha256(),
                        way.seed(),
                        false,
                        Schedule.EXHAUSTIVE,
                        Version.current().stamp()),
                Judgement.of(
                        checks,
                        List.of(),
                        operations,
                        scenario.expectedFailure().orElse(Judgement.PASS),
                        false),
                new Extent(
                        enactment.digest().value(),
                        enactment.digest().events(),
                        enactment.now(),
                        wallNanos,
                        enactment.digest().checkpoints(),
                        0),
                systemFacts(scenario),
                checks,
                operations,
                List.of(),
                List.of(),
                List.of(),
                ExecutedPlan.NONE,
                new NodeReports(roles, states),
                messages.entrySet().stream().map(WayResult::counts).toList(),
                new MetricFigures(List.of(), List.of(), List.of()),
                List.of("this is a way that a search found: each step is a millisecond, and no step was left to"
                        + " chance"));
    }

    private void look(long id) {
        switch (trace.kind(id)) {
            case STATE -> report(id);
            case SEND -> {
                types.put(id, trace.sends(id));
                count(id, Fate.SENT);
            }
            case RECV -> count(id, Fate.DELIVERED);
            case DROP -> count(id, Fate.LOST);
            case DUP -> count(id, Fate.DUPLICATED);
            default -> {}
        }
    }

    private void report(long id) {
        JsonNode line = JsonMapper.shared().readTree(trace.line(id));
        if (trace.isRole(id)) {
            roles.add(new RoleChange(
                    trace.time(id), trace.node(id), line.path("role").asString()));
        } else {
            // A number whose name the format has taken stands in an object of its own.
            line.path("d").propertyStream().forEach(number -> state(id, number));
            line.propertyStream()
                    .filter(number -> !FORMAT.contains(number.getKey()))
                    .forEach(number -> state(id, number));
        }
    }

    private void state(long id, Map.Entry<String, JsonNode> number) {
        if (number.getValue().isNumber()) {
            states.add(new StateChange(
                    trace.time(id),
                    trace.node(id),
                    number.getKey(),
                    number.getValue().asLong()));
        }
    }

    private void count(long id, Fate fate) {
        String type = types.getOrDefault(trace.message(id), "");
        messages.computeIfAbsent(type, none -> new EnumMap<>(Fate.class)).merge(fate, 1L, Long::sum);
    }

    private static MessageCounts counts(Map.Entry<String, Map<Fate, Long>> type) {
        Map<Fate, Long> fates = type.getValue();
        return new MessageCounts(
                type.getKey(),
                fates.getOrDefault(Fate.SENT, 0L),
                fates.getOrDefault(Fate.DELIVERED, 0L),
                fates.getOrDefault(Fate.LOST, 0L),
                fates.getOrDefault(Fate.DUPLICATED, 0L));
    }

    private List<CheckVerdict> checks(Scenario scenario) {
        List<CheckVerdict> checks = new ArrayList<>();
        checks.add(new CheckVerdict(
                violated.invariant(),
                Verdict.FAIL,
                violated.message(),
                enactment.digest().events(),
                enactment.now(),
                List.of()));
        for (Check check : scenario.checks()) {
            if (check.name().equals(violated.invariant())) {
                continue;
            }
            if (check instanceof Check.OnNodes) {
                checks.add(new CheckVerdict(
                        check.name(), Verdict.PASS, "not violated on this way", null, null, List.of()));
            } else {
                checks.add(new CheckVerdict(
                        check.name(), Verdict.INCONCLUSIVE, "a search judges no histories", null, null, List.of()));
            }
        }
        return checks;
    }

    private SystemFacts systemFacts(Scenario scenario) {
        int servers = scenario.system().servers().size();
        List<String> names = way.nodes().stream().map(NodeId::name).toList();
        return new SystemFacts(
                scenario.system().provider().name(),
                names.subList(0, servers),
                names.subList(servers, names.size()),
                scenario.system().options().texts());
    }
}
