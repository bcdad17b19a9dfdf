package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.language.ProblemCode;
import dev.orrery.scenarios.language.YamlNode;
import dev.orrery.scenarios.language.form.Entries;
import dev.orrery.scenarios.language.form.Key;
import dev.orrery.scenarios.language.form.Scope;
import dev.orrery.scenarios.language.form.Shape;
import dev.orrery.scenarios.language.form.Values;
import dev.orrery.scenarios.language.form.Vocabulary;
import dev.orrery.sim.fault.Trigger;
import dev.orrery.sim.fault.Trigger.Condition;
import dev.orrery.sim.fault.Trigger.Source;
import dev.orrery.sim.system.SystemProvider.EventType;
import dev.orrery.sim.time.DurationRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a fault waits for: {@code when: {event: leader-elected, term: ">= 2", after: 200ms, times: 3}}. */
final class TriggerKeys {

    /** What the number of a watched state is called. */
    private static final String VALUE = "value";

    private static final Key<Trigger, String> EVENT = Key.<Trigger, String>of(
                    "event",
                    Vocabularies.EVENT,
                    trigger -> trigger.source() == Source.EVENT ? trigger.name() : null,
                    "A node notes this.")
            .examples("leader-elected", "election-started");

    private static final Key<Trigger, String> ROLE = Key.<Trigger, String>of(
                    "role",
                    Vocabularies.ROLE,
                    trigger -> trigger.source() == Source.ROLE ? trigger.name() : null,
                    "A node begins to play this role.")
            .examples("leader", "candidate");

    private static final Key<Trigger, String> STATE = Key.<Trigger, String>of(
                    "state",
                    Scalars.NAME,
                    trigger -> trigger.source() == Source.STATE ? trigger.name() : null,
                    "A watched number of a node changes, such as term or commit.")
            .examples("term", "commit");

    private static final Key<Trigger, DurationRange> AFTER = Key.<Trigger, DurationRange>of(
                    "after", Scalars.RANGE_FROM_0, Trigger::after, "How long after the report, drawn each time.")
            .initially("0s")
            .examples("200ms", "500ms..1s")
            .beside("event: leader-elected");

    private static final Key<Trigger, Long> TIMES = Key.<Trigger, Long>of(
                    "times", Scalars.number(1, 1_000_000_000), Trigger::times, "At most how often the fault begins.")
            .initially("1")
            .examples("1", "3")
            .beside("event: leader-elected");

    private static final Key<Trigger, Map<String, String>> CONDITION = Key.<Trigger, Map<String, String>>of(
                    "<number>",
                    new Entries<>(
                            "a number's name and a comparison",
                            new Vocabulary("number", ProblemCode.UNKNOWN_KEY, scope -> Optional.empty()),
                            Scalars.TEXT),
                    TriggerKeys::written,
                    "What the report's number must satisfy: the key is the number's name, such as term for leader-elected,"
                            + " or 'value' for a state; the value is a whole number, or one of == != < <= > >= and a whole"
                            + " number, in quotes.")
            .otherwise("any number will do")
            .examples("{term: \">= 2\"}", "{term: \"< 2\"}")
            .beside("event: leader-elected");

    /** What stands behind {@code when:}. */
    static final Shape<Trigger> SHAPE = Shape.<Trigger>of(
                    "when",
                    "A report of the system that makes a fault begin. The fault begins at the earliest 1 ns after it, when all"
                            + " that the node's handler did has been done.",
                    "faults: [{partition: {target: {reporter: true}}, when: {…}, for: 1s}]")
            .key(EVENT)
            .key(ROLE)
            .key(STATE)
            .key(AFTER)
            .key(TIMES)
            .rest(CONDITION)
            .exactlyOne(List.of(EVENT, ROLE, STATE))
            .rule(TriggerKeys::conditionFits)
            .make(TriggerKeys::trigger);

    private TriggerKeys() {}

    private static Trigger trigger(Values values) {
        Source source = values.has(EVENT) ? Source.EVENT : values.has(ROLE) ? Source.ROLE : Source.STATE;
        String name = values.get(values.has(EVENT) ? EVENT : values.has(ROLE) ? ROLE : STATE);
        Condition condition = null;
        Map<String, String> numbers = values.find(CONDITION);
        if (numbers != null) {
            for (Map.Entry<String, String> number : numbers.entrySet()) {
                Comparisons.Bound bound = Comparisons.parse(number.getValue());
                String field = source == Source.STATE ? "" : number.getKey();
                condition = new Condition(field, bound.comparison(), bound.number());
            }
        }
        return new Trigger(source, name, condition, values.get(AFTER), values.get(TIMES));
    }

    private static @Nullable Map<String, String> written(Trigger trigger) {
        Condition condition = trigger.condition();
        if (condition == null) {
            return null;
        }
        String name = condition.field().isEmpty() ? VALUE : condition.field();
        return Map.of(name, Comparisons.format(condition.comparison(), condition.value()));
    }

    private static void conditionFits(Values values, Scope scope) {
        if (!(values.at(CONDITION) instanceof YamlNode.Mapping conditions) || !values.has(CONDITION)) {
            return;
        }
        List<String> numbers = numbers(values, scope);
        boolean any = false;
        for (YamlNode.Entry entry : conditions.entries()) {
            if (!numbers.contains(entry.key().text())) {
                List<String> allowed = new ArrayList<>(numbers);
                SHAPE.keys().forEach(key -> allowed.add(key.name()));
                if (knowsNumbers(values, scope)) {
                    scope.unknownKey(ProblemCode.UNKNOWN_KEY, "key", entry.key(), allowed);
                }
            } else if (any) {
                scope.problem(
                        ProblemCode.EXCLUDE_EACH_OTHER, entry.key(), "a trigger compares one number, not several");
            } else {
                any = true;
                comparable(entry.value(), scope);
            }
        }
    }

    private static void comparable(YamlNode value, Scope scope) {
        if (value instanceof YamlNode.Scalar scalar) {
            try {
                Comparisons.parse(scalar.text());
            } catch (IllegalArgumentException wrong) {
                scope.problem(ProblemCode.NOT_A_COMPARISON, value, String.valueOf(wrong.getMessage()));
            }
        }
    }

    /** Whether it is known which numbers the report comes with. */
    private static boolean knowsNumbers(Values values, Scope scope) {
        return values.find(STATE) != null
                || values.find(ROLE) != null
                || (values.find(EVENT) != null && scope.known(Facts.SYSTEM).isPresent());
    }

    private static List<String> numbers(Values values, Scope scope) {
        if (values.has(STATE)) {
            return List.of(VALUE);
        }
        String event = values.find(EVENT);
        return event == null
                ? List.of()
                : scope.known(Facts.SYSTEM).stream()
                        .flatMap(system -> system.events().stream())
                        .filter(type -> type.name().equals(event))
                        .map(EventType::field)
                        .filter(field -> !field.isEmpty())
                        .toList();
    }
}
