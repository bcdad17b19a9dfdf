package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.language.ProblemCode;
import dev.orrery.scenarios.language.form.ByKind;
import dev.orrery.scenarios.language.form.Choice;
import dev.orrery.scenarios.language.form.Form;
import dev.orrery.scenarios.language.form.Key;
import dev.orrery.scenarios.language.form.ListForm;
import dev.orrery.scenarios.language.form.Scope;
import dev.orrery.scenarios.language.form.Shape;
import dev.orrery.scenarios.language.form.Values;
import dev.orrery.sim.fault.Heal;
import dev.orrery.sim.time.Durations;
import java.util.List;

/** The end of the faults: {@code heal: {at: 50s, core: random-quorum, converge-within: 5s}}. */
final class HealKeys {

    private static final Form<List<String>> DRAWN_CORE = new Choice<List<String>>("core")
            .word("random-quorum", List.of(), "The least majority of all servers, drawn.");

    private static final Form<List<String>> NAMED_CORE =
            new ListForm<>("a list of servers", Vocabularies.SERVER, 1, true);

    private static final Key<Heal, Long> AT = Key.<Heal, Long>of("at", Scalars.TIME, Heal::at, "When the faults end.")
            .required()
            .examples("1500ms", "2s");

    private static final Key<Heal, List<String>> CORE = Key.<Heal, List<String>>of(
                    "core",
                    new ByKind<>(
                            "random-quorum or a list of servers",
                            DRAWN_CORE,
                            NAMED_CORE,
                            core -> core.isEmpty() ? DRAWN_CORE : NAMED_CORE),
                    Heal::core,
                    "The servers to heal. What is wrong outside the core stays wrong for good.")
            .initially("random-quorum")
            .examples("[n1, n2]", "[n2, n3]")
            .beside("at: 1500ms");

    private static final Key<Heal, Long> CONVERGE_WITHIN = Key.<Heal, Long>of(
                    "converge-within",
                    Scalars.DURATION,
                    Heal::convergeWithin,
                    "How long the clients may then be without an answer. A longer stretch violates the check availability.")
            .initially("5s")
            .examples("1s", "1ms")
            .beside("at: 1500ms");

    /** What stands behind {@code heal:}. */
    static final Shape<Heal> SHAPE = Shape.<Heal>of(
                    "heal",
                    "The end of the faults: a core of servers is healed, and has to make progress. Safety is judged in the"
                            + " whole run, availability after the heal.",
                    "faults: [{partition: {shape: isolate, target: {nodes: [n1]}}, at: 500ms}]\nheal: {…}")
            .key(AT)
            .key(CORE)
            .key(CONVERGE_WITHIN)
            .rule((values, scope) -> Limits.beforeTheEnd(values, scope, AT))
            .rule(HealKeys::leavesTime)
            .rule(HealKeys::coreIsAQuorum)
            .make(values -> new Heal(values.get(AT), values.get(CORE), values.get(CONVERGE_WITHIN)));

    private HealKeys() {}

    private static void leavesTime(Values values, Scope scope) {
        Long at = values.find(AT);
        Long within = values.find(CONVERGE_WITHIN);
        Long end = scope.known(Facts.END).orElse(null);
        if (at != null && within != null && end != null && at < end && within > end - at) {
            scope.problem(
                    ProblemCode.NOTHING_AFTER_HEAL,
                    values.at(AT),
                    "only " + Durations.format(end - at)
                            + " are left after the heal, less than converge-within, which is "
                            + Durations.format(within));
        }
    }

    private static void coreIsAQuorum(Values values, Scope scope) {
        List<String> core = values.find(CORE);
        int servers = scope.known(Facts.SERVERS).map(names -> names.size()).orElse(0);
        if (core != null && !core.isEmpty() && core.size() <= servers / 2) {
            scope.problem(
                    ProblemCode.NO_QUORUM,
                    values.at(CORE),
                    "a core of " + core.size() + " is no majority of " + servers + " servers");
        }
    }
}
