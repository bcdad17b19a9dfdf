package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.language.ProblemCode;
import dev.orrery.scenarios.language.form.ByKind;
import dev.orrery.scenarios.language.form.Choice;
import dev.orrery.scenarios.language.form.Form;
import dev.orrery.scenarios.language.form.Key;
import dev.orrery.scenarios.language.form.Present;
import dev.orrery.scenarios.language.form.Shape;
import dev.orrery.sim.fault.Budget;
import dev.orrery.sim.fault.Nemesis;
import dev.orrery.sim.fault.Nemesis.Profile;
import dev.orrery.sim.random.Probability;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The generator of random faults: {@code nemesis: {profile: partitions, intensity: 30%}}. */
final class NemesisKeys {

    private static final int A_MINORITY = -1;

    private static final String FRAME = "duration: 10s\nnemesis: {…}";

    private static final Map<Profile, String> PROFILES = new LinkedHashMap<>();

    static {
        PROFILES.put(Profile.PARTITIONS, "Partitions of every shape.");
        PROFILES.put(Profile.CRASHES, "Kills, stops, pauses, slow processes and rolling restarts.");
        PROFILES.put(Profile.DISKS, "Faults of disks.");
        PROFILES.put(Profile.CLOCKS, "Faults of clocks.");
        PROFILES.put(Profile.NETWORK, "Faults of the network, partitions among them.");
        PROFILES.put(Profile.MEMBERSHIP, "Nodes that join, leave and are replaced, and leaders that hand over.");
        PROFILES.put(Profile.ALL, "All but the membership.");
    }

    private static final Key<Budget, Integer> WIPED = budget(
                    "wiped", Budget::wiped, "How many servers may lose their disk.")
            .initially("0");

    private static final Key<Budget, Integer> DAMAGED = budget(
                    "damaged",
                    budget -> budget.damaged() == A_MINORITY ? null : budget.damaged(),
                    "How many servers may have a disk whose durable bytes were changed, wiped ones among them.")
            .otherwise("a minority");

    private static final Key<Budget, Integer> LOST = budget(
                    "lost",
                    budget -> budget.lost() == A_MINORITY ? null : budget.lost(),
                    "How many servers may be down for good, damaged ones among them.")
            .otherwise("a minority");

    private static final Shape<Budget> BUDGET = Shape.<Budget>of(
                    "budget",
                    "What the system need survive of a nemesis. A fault beyond it is held back, and the result says so.",
                    "duration: 20s\nnemesis: {profile: disks, swarm: false, intensity: 90%, budget: {…}}")
            .key(WIPED)
            .key(DAMAGED)
            .key(LOST)
            .make(values ->
                    new Budget(values.get(WIPED), orMinority(values.find(DAMAGED)), orMinority(values.find(LOST))));

    private static final Key<Nemesis, Profile> PROFILE = Key.<Nemesis, Profile>of(
                    "profile", Scalars.choice("profile", PROFILES), Nemesis::profile, "Which faults it chooses of.")
            .initially("all")
            .examples("partitions", "crashes");

    private static final Key<Nemesis, Boolean> SWARM = Key.<Nemesis, Boolean>of(
                    "swarm",
                    Scalars.FLAG,
                    Nemesis::swarm,
                    "Whether the mix itself is drawn for each run: some kinds off, some frequent. Otherwise each kind of the"
                            + " profile is as likely as the others.")
            .initially("true")
            .examples("true", "false");

    private static final Key<Nemesis, Probability> INTENSITY = Key.<Nemesis, Probability>of(
                    "intensity",
                    Scalars.PERCENT,
                    Nemesis::intensity,
                    "What share of the time faults are active, on average; more than 0%.")
            .initially("30%")
            .examples("20%", "80%");

    private static final Key<Nemesis, Budget> SPARED = Key.<Nemesis, Budget>of(
                    "budget", BUDGET, Nemesis::budget, "What the system under test survives.")
            .initially("{}")
            .examples("{wiped: 1}", "{lost: 0}");

    private static final Shape<Nemesis> LONG = Shape.<Nemesis>of(
                    "nemesis",
                    "A generator of random faults: it lays down, from the run's seed, a list of timed faults with quiet"
                            + " windows between them.",
                    FRAME)
            .key(PROFILE)
            .key(SWARM)
            .key(INTENSITY)
            .key(SPARED)
            .rule((values, scope) -> {
                Probability intensity = values.find(INTENSITY);
                if (intensity != null && intensity.isNever()) {
                    scope.problem(
                            ProblemCode.NOT_A_PERCENTAGE,
                            values.at(INTENSITY),
                            "an intensity is more than 0%; write nemesis: off for none");
                }
            })
            .make(values ->
                    new Nemesis(values.get(PROFILE), values.get(SWARM), values.get(INTENSITY), values.get(SPARED)));

    private static final Form<Optional<Nemesis>> SHORT = shortForm();

    private static final Form<Optional<Nemesis>> OF_MAPPING = new Present<>(LONG);

    /** The value of {@code nemesis}. */
    static final Form<Optional<Nemesis>> FORM = new ByKind<>(
            "off, a profile, as partitions, or a mapping with the keys profile, swarm, intensity and budget",
            SHORT,
            OF_MAPPING,
            nemesis -> nemesis.map(NemesisKeys::isUsual).orElse(true) ? SHORT : OF_MAPPING);

    private NemesisKeys() {}

    private static Key<Budget, Integer> budget(String name, Key.Getter<Budget, Integer> getter, String description) {
        return Key.<Budget, Integer>of(name, Scalars.count(0, 10_000), getter, description)
                .examples("0", "2");
    }

    private static int orMinority(@Nullable Integer number) {
        return number == null ? A_MINORITY : number;
    }

    private static boolean isUsual(Nemesis nemesis) {
        return nemesis.equals(usual(nemesis.profile()));
    }

    private static Nemesis usual(Profile profile) {
        return new Nemesis(profile, true, Nemesis.INTENSITY, Budget.MINORITY);
    }

    private static Form<Optional<Nemesis>> shortForm() {
        Choice<Optional<Nemesis>> words =
                new Choice<Optional<Nemesis>>("profile").word("off", Optional.empty(), "No random faults.");
        PROFILES.forEach(
                (profile, description) -> words.word(Scalars.word(profile), Optional.of(usual(profile)), description));
        return words;
    }
}
