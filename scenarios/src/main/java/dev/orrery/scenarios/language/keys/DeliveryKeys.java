package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.language.ProblemCode;
import dev.orrery.scenarios.language.form.Form;
import dev.orrery.scenarios.language.form.Key;
import dev.orrery.scenarios.language.form.Scope;
import dev.orrery.scenarios.language.form.Shape;
import dev.orrery.scenarios.language.form.TextForm;
import dev.orrery.scenarios.language.form.Values;
import dev.orrery.sim.network.Delivery;
import java.util.List;

/**
 * A message whose fate is not drawn: {@code {from: n2, to: n1, kind: RequestVote, number: 3, after: 8ms}}. The name of a
 * message depends on nothing but the messages of its kind on its link, so it means the same message when all else changes.
 */
final class DeliveryKeys {

    private static final Form<String> KIND_NAME = new TextForm<>(
            "the name of a kind of messages, as RequestVote",
            ProblemCode.NOT_A_NAME,
            DeliveryKeys::kind,
            kind -> kind,
            Scalars.pattern("^[A-Za-z_][A-Za-z0-9_]{0,99}$"));

    private static final Key<Delivery, String> FROM = Key.<Delivery, String>of(
                    "from", Vocabularies.NODE, Delivery::from, "Who sends it.")
            .required()
            .examples("n2", "n3")
            .beside("to: n1, kind: RequestPreVote, number: 1, lost: true");

    private static final Key<Delivery, String> TO = Key.<Delivery, String>of(
                    "to", Vocabularies.NODE, Delivery::to, "Who is to receive it.")
            .required()
            .examples("n1", "n3")
            .beside("from: n2, kind: RequestPreVote, number: 1, lost: true");

    private static final Key<Delivery, String> KIND = Key.<Delivery, String>of(
                    "kind",
                    KIND_NAME,
                    Delivery::kind,
                    "Which kind of message it is, as a result's messages and a trace have it.")
            .required()
            .examples("RequestPreVote", "AppendEntries")
            .beside("from: n2, to: n1, number: 1, lost: true");

    private static final Key<Delivery, Integer> NUMBER = Key.<Delivery, Integer>of(
                    "number",
                    Scalars.count(1, Integer.MAX_VALUE),
                    Delivery::number,
                    "The how-manieth of its kind on its link it is.")
            .required()
            .examples("1", "2")
            .beside("from: n2, to: n1, kind: AppendEntries, after: 300ms");

    private static final Key<Delivery, Long> AFTER = Key.<Delivery, Long>of(
                    "after", Scalars.TIME, Delivery::after, "How long it takes.")
            .examples("8ms", "80ms")
            .beside("from: n2, to: n1, kind: RequestPreVote, number: 1");

    private static final Key<Delivery, Boolean> LOST = Key.<Delivery, Boolean>of(
                    "lost",
                    Scalars.FLAG,
                    delivery -> delivery.isLost() ? true : null,
                    "That it never arrives; there is no other value than true.")
            .examples("true", "true")
            .beside("from: n2, to: n1, kind: RequestPreVote, number: 1");

    private static final Key<Delivery, Long> AGAIN = Key.<Delivery, Long>of(
                    "again", Scalars.TIME, Delivery::again, "After which time it arrives once more.")
            .otherwise("it does not")
            .examples("9ms", "90ms")
            .beside("from: n2, to: n1, kind: AppendEntries, number: 1, after: 8ms");

    private DeliveryKeys() {}

    static Shape<Delivery> shape() {
        return Shape.<Delivery>of("delivery", "What becomes of one message.", "network: {deliveries: [{…}]}")
                .key(FROM)
                .key(TO)
                .key(KIND)
                .key(NUMBER)
                .key(AFTER)
                .key(LOST)
                .key(AGAIN)
                .exactlyOne(List.of(AFTER, LOST))
                .rule(DeliveryKeys::lostIsLost)
                .make(values -> new Delivery(
                        values.get(FROM),
                        values.get(TO),
                        values.get(KIND),
                        values.get(NUMBER),
                        values.find(AFTER),
                        values.find(AGAIN)));
    }

    private static void lostIsLost(Values values, Scope scope) {
        if (Boolean.FALSE.equals(values.find(LOST))) {
            scope.problem(
                    ProblemCode.NEEDS_ANOTHER_KEY,
                    values.at(LOST),
                    "a message that is not lost takes a time: write 'after' in place of 'lost'");
        }
        if (values.has(LOST) && values.has(AGAIN)) {
            scope.problem(
                    ProblemCode.EXCLUDE_EACH_OTHER,
                    values.keyAt(AGAIN),
                    "a message that is lost does not arrive again");
        }
    }

    private static String kind(String text) {
        if (!text.matches("[A-Za-z_][A-Za-z0-9_]{0,99}")) {
            throw new IllegalArgumentException("'" + text + "' is no kind of messages: write a class's simple name");
        }
        return text;
    }
}
