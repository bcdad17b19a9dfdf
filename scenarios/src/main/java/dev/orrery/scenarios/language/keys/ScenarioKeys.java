package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.ClockSpec;
import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.StandingCheck;
import dev.orrery.scenarios.SystemSpec;
import dev.orrery.scenarios.Threshold;
import dev.orrery.scenarios.WorkloadSpec;
import dev.orrery.scenarios.language.ProblemCode;
import dev.orrery.scenarios.language.YamlNode;
import dev.orrery.scenarios.language.form.Definitions;
import dev.orrery.scenarios.language.form.Key;
import dev.orrery.scenarios.language.form.ListForm;
import dev.orrery.scenarios.language.form.Scope;
import dev.orrery.scenarios.language.form.Shape;
import dev.orrery.scenarios.language.form.TextForm;
import dev.orrery.scenarios.language.form.Values;
import dev.orrery.sim.check.Check;
import dev.orrery.sim.disk.DiskConfig;
import dev.orrery.sim.fault.FaultPlan;
import dev.orrery.sim.fault.Heal;
import dev.orrery.sim.fault.Nemesis;
import dev.orrery.sim.fault.PlannedFault;
import dev.orrery.sim.network.NetworkConfig;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.schedule.Schedule;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys at the top of a scenario. */
public final class ScenarioKeys {

    /** The check that a heal brings with it. */
    private static final String PASS = "pass";

    private static final Key<Scenario, String> NAME = Key.<Scenario, String>of(
                    "name",
                    Scalars.NAME,
                    Scenario::name,
                    "What the scenario is called in results, and the name of its folder.")
            .required()
            .examples("raft-leader-isolated", "my-first-scenario");

    private static final Key<Scenario, String> DESCRIPTION = Key.<Scenario, String>of(
                    "description",
                    Scalars.TEXT,
                    scenario -> scenario.description().isEmpty() ? null : scenario.description(),
                    "What the scenario shows, in a sentence or two.")
            .otherwise("none")
            .examples("The leader is cut off three times.", "\"Power fails: what was not synced is lost.\"");

    private static final Key<Scenario, SystemSpec> SYSTEM = Key.<Scenario, SystemSpec>of(
                    "system", SystemKeys.SHAPE, Scenario::system, "What runs on the servers.")
            .required()
            .examples("{name: raft-kv, nodes: 3}", "{name: raft-kv, nodes: 5}")
            .readFirst();

    private static final Key<Scenario, Seed> SEED = Key.<Scenario, Seed>of(
                    "seed",
                    Scalars.SEED,
                    scenario -> scenario.seed().orElse(null),
                    "The root of all randomness of a run for which nobody chooses another one.")
            .otherwise("drawn anew for each run, and printed")
            .examples("42", "0x2B");

    private static final Key<Scenario, Long> DURATION = Key.<Scenario, Long>of(
                    "duration",
                    Scalars.DURATION,
                    Scenario::duration,
                    "How much virtual time a run takes, at most 720h.")
            .initially("60s")
            .examples("2s", "3s")
            .readFirst()
            .teaches((duration, scope) -> scope.learn(Facts.END, duration));

    private static final Key<Scenario, Schedule> SCHEDULER = Key.<Scenario, Schedule>of(
                    "scheduler",
                    SchedulerKeys.FORM,
                    Scenario::schedule,
                    "In which order events happen. From a heal on it is that of time.")
            .initially("time")
            .examples("time", "{name: pct, window: 20ms}", "pct");

    private static final Key<Scenario, NetworkConfig> NETWORK = Key.<Scenario, NetworkConfig>of(
                    "network",
                    WorldKeys.network(),
                    Scenario::network,
                    "How every link behaves when no fault is active.")
            .initially("{}")
            .examples("{latency: 500us}", "{latency: {distribution: lognormal, median: 1ms, p99: 8ms}, loss: 0.1%}");

    private static final Key<Scenario, ClockSpec> CLOCK = Key.<Scenario, ClockSpec>of(
                    "clock", WorldKeys.clock(), Scenario::clock, "How far clocks are off from the beginning on.")
            .initially("{}")
            .examples("{drift: 200ppm}", "{skew: 20ms, drift: 50000ppm}");

    private static final Key<Scenario, DiskConfig> DISK = Key.<Scenario, DiskConfig>of(
                    "disk", WorldKeys.disk(), Scenario::disk, "How fast and how large every disk is.")
            .initially("{}")
            .examples("{sync: 2ms}", "{write: 100us, sync: 5ms}");

    private static final Key<Scenario, WorkloadSpec> WORKLOAD = Key.<Scenario, WorkloadSpec>of(
                    "workload", WorkloadKeys.shape(), Scenario::workload, "What the clients do, and how often.")
            .required()
            .examples("{name: register, clients: 2}", "{name: register, clients: 8, rate: 200/s}")
            .readFirst()
            .teaches(ScenarioKeys::teachChecks);

    private static final Key<Scenario, List<PlannedFault>> FAULTS = Key.<Scenario, List<PlannedFault>>of(
                    "faults",
                    FaultKeys.LIST,
                    scenario -> scenario.faults().faults().isEmpty()
                            ? null
                            : scenario.faults().faults(),
                    "What goes wrong, one fault after the other: each is named by its key and has a time.")
            .otherwise("none are planned")
            .examples(
                    "[{partition: {target: {nodes: [n1]}}, at: 1s, for: 1s}]",
                    "[{pause: {target: {role: leader}}, every: 900ms, for: 300ms}]");

    private static final Key<Scenario, Optional<Nemesis>> NEMESIS = Key.<Scenario, Optional<Nemesis>>of(
                    "nemesis",
                    NemesisKeys.FORM,
                    scenario -> Optional.ofNullable(scenario.faults().nemesis()),
                    "A generator of random faults, besides those that are planned.")
            .initially("off")
            .examples("partitions", "{profile: crashes, intensity: 60%}");

    private static final Key<Scenario, Heal> HEAL = Key.<Scenario, Heal>of(
                    "heal",
                    HealKeys.SHAPE,
                    scenario -> scenario.faults().heal(),
                    "The end of the faults: a core of servers is healed, and has to make progress.")
            .otherwise("the faults go on to the end")
            .examples("{at: 1500ms, converge-within: 1s}", "{at: 2s, core: [n1, n2], converge-within: 1s}")
            .beside("faults: [{partition: {target: {nodes: [n1]}}, at: 500ms}]")
            .readFirst()
            .teaches((heal, scope) -> scope.learn(Facts.HEAL, heal));

    private static final Key<Scenario, List<String>> CHECKS = Key.<Scenario, List<String>>of(
                    "checks",
                    new ListForm<>("a list of checks", Vocabularies.CHECK, 1, true),
                    ScenarioKeys::chosenChecks,
                    "The properties to judge, by their names in the literature; `orrery list checks` shows them.")
            .otherwise("all that the system and the workload have")
            .examples("[linearizable]", "[election-safety]");

    private static final Key<Scenario, List<String>> GOALS = Key.<Scenario, List<String>>of(
                    "goals",
                    new ListForm<>("a list of events", Vocabularies.EVENT, 1, true),
                    scenario -> scenario.goals().isEmpty() ? null : scenario.goals(),
                    "Events of the system that must be seen at least once, over all runs of a sweep together: a"
                            + " scenario that never gets where it aims shows nothing.")
            .otherwise("none")
            .examples("[leader-elected]", "[leader-elected, election-started]");

    private static final Key<Scenario, List<Threshold>> THRESHOLDS = Key.<Scenario, List<Threshold>>of(
                    "thresholds",
                    new ThresholdsForm(),
                    scenario -> scenario.thresholds().isEmpty() ? null : scenario.thresholds(),
                    "What a run must keep besides its checks. Measured are op-latency.p50, p90, p99, p999, max and"
                            + " mean (and the same of one operation, as read-latency.p99), unavailable (the longest"
                            + " stretch without an answer), throughput (answers in each second), failed and unknown"
                            + " (shares of all operations).")
            .otherwise("none")
            .examples("{op-latency.p99: \"< 500ms\"}", "{unavailable: \"< 8s\", throughput: \"> 20/s\"}");

    private static final Key<Scenario, String> EXPECT = Key.<Scenario, String>of(
                    "expect",
                    new TextForm<>(
                            "pass or a check's name",
                            ProblemCode.EXPECT_NO_CHECK,
                            text -> text,
                            text -> text,
                            Definitions.object("type", "string")),
                    scenario -> scenario.expectedFailure().orElse(PASS),
                    "How a run must end: pass, or the name of the check that must fail, for a known bug that is kept"
                            + " as a regression.")
            .initially("pass")
            .examples("pass", "linearizable");

    /** The whole table. */
    public static final Shape<Scenario> SHAPE = Shape.<Scenario>of(
                    "scenario", "A scenario: a system, a workload, what goes wrong, and what must hold.", "…")
            .key(NAME)
            .key(DESCRIPTION)
            .key(SYSTEM)
            .key(SEED)
            .key(DURATION)
            .key(SCHEDULER)
            .key(NETWORK)
            .key(CLOCK)
            .key(DISK)
            .key(WORKLOAD)
            .key(FAULTS)
            .key(NEMESIS)
            .key(HEAL)
            .key(CHECKS)
            .key(GOALS)
            .key(THRESHOLDS)
            .key(EXPECT)
            .rule((values, scope) -> Limits.atMost(values, scope, DURATION, Scenario.LONGEST))
            .rule(ScenarioKeys::expectsAJudgedCheck)
            .rule(ScenarioKeys::somethingIsJudged)
            .rule(ScenarioKeys::faultsEnd)
            .make(ScenarioKeys::scenario);

    private ScenarioKeys() {}

    private static Scenario scenario(Values values) {
        String description = values.find(DESCRIPTION);
        List<PlannedFault> faults = values.find(FAULTS);
        List<String> goals = values.find(GOALS);
        List<Threshold> thresholds = values.find(THRESHOLDS);
        String expect = values.get(EXPECT);
        return new Scenario(
                values.get(NAME),
                description == null ? "" : description.strip(),
                values.get(SYSTEM),
                Optional.ofNullable(values.find(SEED)),
                values.get(DURATION),
                values.get(SCHEDULER),
                values.get(NETWORK),
                values.get(CLOCK),
                values.get(DISK),
                values.get(WORKLOAD),
                new FaultPlan(
                        faults == null ? List.of() : faults, values.get(NEMESIS).orElse(null), values.find(HEAL)),
                judged(values.get(SYSTEM), values.get(WORKLOAD), values.find(CHECKS)),
                goals == null ? List.of() : goals,
                thresholds == null ? List.of() : thresholds,
                expect.equals(PASS) ? Optional.empty() : Optional.of(expect));
    }

    private static List<Check> judged(SystemSpec system, WorkloadSpec workload, @Nullable List<String> chosen) {
        Map<String, Check> usual = Catalog.usualChecks(system.provider(), workload.provider(), workload.options());
        if (chosen == null) {
            return List.copyOf(usual.values());
        }
        Map<String, Check> all = new LinkedHashMap<>(Catalog.onClassPath().ownChecks());
        all.putAll(usual);
        return chosen.stream().map(all::get).toList();
    }

    private static @Nullable List<String> chosenChecks(Scenario scenario) {
        List<String> judged = scenario.checks().stream().map(Check::name).toList();
        Map<String, Check> usual = Catalog.usualChecks(
                scenario.system().provider(),
                scenario.workload().provider(),
                scenario.workload().options());
        return judged.equals(List.copyOf(usual.keySet())) ? null : judged;
    }

    /** Once system and workload are known, so are the checks that fit them. */
    private static void teachChecks(WorkloadSpec workload, Scope scope) {
        scope.known(Facts.SYSTEM).ifPresent(system -> {
            Map<String, Check> usual = Catalog.usualChecks(system, workload.provider(), workload.options());
            Set<String> names = new LinkedHashSet<>(usual.keySet());
            names.addAll(Catalog.onClassPath().ownChecks().keySet());
            scope.learn(Facts.USUAL_CHECKS, usual.keySet());
            scope.learn(Facts.CHECKS, names);
        });
    }

    private static void expectsAJudgedCheck(Values values, Scope scope) {
        String expected = values.find(EXPECT);
        List<String> chosen = values.find(CHECKS);
        if (expected == null || expected.equals(PASS) || (chosen == null && values.has(CHECKS))) {
            return;
        }
        scope.known(Facts.USUAL_CHECKS).ifPresent(usual -> {
            Set<String> judged = new LinkedHashSet<>(chosen == null ? usual : chosen);
            if (values.has(HEAL)) {
                judged.add(StandingCheck.AVAILABILITY.text());
            }
            judged.add(StandingCheck.NO_EXCEPTION.text());
            if (!judged.contains(expected)) {
                judged.add(PASS);
                scope.unknown(ProblemCode.EXPECT_NO_CHECK, values.at(EXPECT), "expectation", expected, judged);
            }
        });
    }

    private static void somethingIsJudged(Values values, Scope scope) {
        boolean nothing = !values.has(CHECKS)
                && !values.has(HEAL)
                && scope.known(Facts.USUAL_CHECKS)
                        .filter(usual -> usual.isEmpty())
                        .isPresent();
        if (nothing) {
            scope.problem(
                    ProblemCode.NOTHING_JUDGED,
                    values.keyAt(SYSTEM),
                    "neither the system nor the workload has a check, and the scenario asks for none");
        }
    }

    /** Warns of faults that last to the end of a run that does not heal. */
    private static void faultsEnd(Values values, Scope scope) {
        List<PlannedFault> faults = values.find(FAULTS);
        if (values.has(HEAL) || faults == null || !(values.at(FAULTS) instanceof YamlNode.Sequence places)) {
            return;
        }
        for (int i = 0; i < faults.size(); i++) {
            if (FaultKeys.isEndless(faults.get(i))) {
                scope.problem(
                        ProblemCode.LASTS_TO_THE_END,
                        places.items().get(i),
                        "the fault '" + faults.get(i).fault().kind() + "' has no 'for', and the run does not heal");
            }
        }
    }
}
