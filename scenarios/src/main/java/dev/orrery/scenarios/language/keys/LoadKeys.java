package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.WorkloadSpec;
import dev.orrery.scenarios.language.ProblemCode;
import dev.orrery.scenarios.language.form.Choice;
import dev.orrery.scenarios.language.form.Form;
import dev.orrery.scenarios.language.form.Key;
import dev.orrery.scenarios.language.form.ListForm;
import dev.orrery.scenarios.language.form.Scope;
import dev.orrery.scenarios.language.form.Shape;
import dev.orrery.scenarios.language.form.TextForm;
import dev.orrery.scenarios.language.form.Values;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.workload.Load;
import dev.orrery.sim.workload.Load.Arrival;
import dev.orrery.sim.workload.Load.Stage;
import dev.orrery.sim.workload.Rate;
import dev.orrery.sim.workload.Turn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many clients there are and when they ask, in the words of k6: the part of {@code workload} that is its load. */
final class LoadKeys {

    /** What the clients ask when nothing is said. */
    private static final Rate USUAL = new Rate(100, 1_000_000_000);

    /** A stage that holds until the end. */
    private static final long WITHOUT_END = Long.MAX_VALUE;

    private static final Key<Stage, Rate> STAGE_RATE = Key.<Stage, Rate>of(
                    "rate", Scalars.RATE, Stage::rate, "How often all clients together ask.")
            .required()
            .examples("50/s", "300/s")
            .beside("for: 1s");

    private static final Key<Stage, Long> STAGE_LENGTH = Key.<Stage, Long>of(
                    "for", Scalars.DURATION, Stage::length, "How long the stage lasts.")
            .required()
            .examples("500ms", "1500ms")
            .beside("rate: 50/s");

    private static final Shape<Stage> STAGE = Shape.<Stage>of(
                    "stage",
                    "A stretch of time with a rate of its own.",
                    "workload: {name: register, stages: [{…}, {rate: 200/s, for: 1s}]}")
            .key(STAGE_RATE)
            .key(STAGE_LENGTH)
            .make(values -> new Stage(values.get(STAGE_RATE), values.get(STAGE_LENGTH)));

    private static final Form<List<Stage>> STAGE_LIST = new ListForm<>("a list of stages", STAGE, 1, false);

    private static final Choice<Arrival> ARRIVALS = new Choice<Arrival>("arrival")
            .word("constant", Arrival.CONSTANT, "One gap is as long as the other.")
            .word("poisson", Arrival.POISSON, "Independent of each other: the gaps are exponential.");

    static final Key<WorkloadSpec, Integer> CLIENTS = Key.<WorkloadSpec, Integer>of(
                    "clients",
                    Scalars.count(1, Load.MOST_CLIENTS),
                    workload -> workload.load().clients(),
                    "How many clients there are, named c1, c2 and so on. Each has one operation open at a time.")
            .initially("5")
            .examples("2", "8")
            .beside("name: register")
            .teaches((clients, scope) -> scope.learn(Facts.CLIENTS, clients));

    static final Key<WorkloadSpec, Rate> RATE = Key.<WorkloadSpec, Rate>of(
                    "rate",
                    Scalars.RATE,
                    workload -> isPlain(workload.load())
                            ? ((Load.Open) workload.load()).stages().get(0).rate()
                            : null,
                    "An open loop: how often all clients together ask. A client that is still busy asks later, and its"
                            + " latency counts from when it meant to ask.")
            .otherwise("100/s, if there is no think and there are no stages")
            .examples("20/s", "200/s")
            .beside("name: register");

    static final Key<WorkloadSpec, Distribution> THINK = Key.<WorkloadSpec, Distribution>of(
                    "think",
                    Distributions.FORM,
                    workload -> workload.load() instanceof Load.Closed closed ? closed.think() : null,
                    "A closed loop: each client asks, waits for the answer, thinks for this long, and asks again.")
            .examples("10ms", "50ms..100ms", "{distribution: exponential, mean: 20ms}")
            .beside("name: register");

    static final Key<WorkloadSpec, List<Stage>> STAGES = Key.<WorkloadSpec, List<Stage>>of(
                    "stages",
                    STAGE_LIST,
                    workload -> workload.load() instanceof Load.Open open && !isPlain(open) ? open.stages() : null,
                    "An open loop whose rate changes: one stage after the other; the last one's rate holds until the end.")
            .examples(
                    "[{rate: 50/s, for: 1s}, {rate: 200/s, for: 1s}]",
                    "[{rate: 100/s, for: 1s}, {rate: 20/s, for: 1s}]")
            .beside("name: register");

    static final Key<WorkloadSpec, Arrival> ARRIVAL = Key.<WorkloadSpec, Arrival>of(
                    "arrival",
                    ARRIVALS,
                    workload -> workload.load() instanceof Load.Open open && open.arrival() != Arrival.CONSTANT
                            ? open.arrival()
                            : null,
                    "How the questions of an open loop are spread.")
            .otherwise("constant")
            .examples("constant", "poisson")
            .beside("name: register, rate: 50/s");

    private static final Form<Turn> TURN = new TextForm<>(
            "an operation by its client and number, as c1/3",
            ProblemCode.NOT_A_NAME,
            Turn::parse,
            Turn::toString,
            Scalars.pattern("^c[1-9][0-9]{0,5}/[1-9][0-9]{0,17}$"));

    static final Key<WorkloadSpec, List<Turn>> ONLY = Key.<WorkloadSpec, List<Turn>>of(
                    "only",
                    new ListForm<>("a list of operations, as [c1/1, c2/3]", TURN, 1, true),
                    workload -> workload.only().isEmpty() ? null : workload.only(),
                    "The operations that are asked for, each by its client and the how-manieth of that client it is; all"
                            + " others are passed over. What is left is the same as if all were asked for: `orrery shrink`"
                            + " writes this.")
            .otherwise("all are asked for")
            .examples("[c1/1, c2/1]", "[c1/1, c1/2, c2/4]")
            .beside("name: register");

    private LoadKeys() {}

    /** Adds the keys and rules of the load. */
    static void addTo(Shape<WorkloadSpec> shape) {
        shape.key(CLIENTS)
                .key(RATE)
                .key(THINK)
                .key(STAGES)
                .key(ARRIVAL)
                .key(ONLY)
                .atMostOne(List.of(RATE, THINK, STAGES))
                .rule(LoadKeys::arrivalNeedsAnOpenLoop)
                .rule(LoadKeys::turnsHaveClients);
    }

    static Load load(Values values) {
        int clients = values.get(CLIENTS);
        Distribution think = values.find(THINK);
        if (think != null) {
            return new Load.Closed(clients, think);
        }
        Arrival arrival = values.find(ARRIVAL);
        List<Stage> stages = values.find(STAGES);
        return new Load.Open(
                clients,
                arrival == null ? Arrival.CONSTANT : arrival,
                stages == null ? List.of(new Stage(orUsual(values.find(RATE)), WITHOUT_END)) : stages);
    }

    static List<Turn> only(Values values) {
        List<Turn> only = values.find(ONLY);
        return only == null ? List.of() : only;
    }

    private static void turnsHaveClients(Values values, Scope scope) {
        List<Turn> only = values.find(ONLY);
        Integer clients = values.find(CLIENTS);
        if (only == null || clients == null) {
            return;
        }
        for (Turn turn : only) {
            if (Integer.parseInt(turn.client().substring(1)) > clients) {
                scope.problem(
                        ProblemCode.UNKNOWN_NODE,
                        values.at(ONLY),
                        "there is no client '" + turn.client() + "' to ask for " + turn + ": there are " + clients);
            }
        }
    }

    private static Rate orUsual(@Nullable Rate rate) {
        return rate == null ? USUAL : rate;
    }

    private static boolean isPlain(Load load) {
        return load instanceof Load.Open open
                && open.stages().size() == 1
                && open.stages().get(0).length() == WITHOUT_END;
    }

    private static void arrivalNeedsAnOpenLoop(Values values, Scope scope) {
        if (values.has(ARRIVAL) && values.has(THINK)) {
            scope.problem(
                    ProblemCode.EXCLUDE_EACH_OTHER,
                    values.keyAt(ARRIVAL),
                    "'arrival' belongs to an open loop, and 'think' makes a closed one");
        }
    }
}
