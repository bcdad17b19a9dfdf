package dev.orrery.sim.check.unambiguous;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.check.certificate.AllOrders;
import dev.orrery.sim.check.certificate.Replay;
import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.check.unambiguous.RandomObject.Shape;
import dev.orrery.sim.check.unambiguous.RandomObject.Subject;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Interval;
import java.util.List;
import java.util.function.Supplier;

/** Holds a fast path against all orders tried, and examines each proof that it gives. */
final class Agreement {
    private final FastPath path;
    private final Model<?> model;
    private int legal;
    private int illegal;
    private int undecided;

    Agreement(FastPath path, Model<?> model) {
        this.path = path;
        this.model = model;
    }

    /** Runs as many small histories as asked; both verdicts occur in at least a tenth of those it decides. */
    void onRandomHistories(Shape shape, Supplier<Subject> subject, int histories, int mostUndecidedPercent) {
        for (long seed = 0; seed < histories; seed++) {
            on(RandomObject.of(shape, subject.get(), seed), "seed " + seed + " of " + shape);
        }
        String counts = legal + " legal, " + illegal + " illegal, " + undecided + " undecided";
        assertTrue(legal >= (legal + illegal) / 10 && illegal >= (legal + illegal) / 10, counts);
        assertTrue(100 * undecided <= mostUndecidedPercent * histories, counts);
    }

    private void on(History history, String which) {
        List<Interval> object = Interval.of(history);
        Ruling ruling = path.judge(object);
        if (ruling instanceof Ruling.Legal proven) {
            legal++;
            assertNull(
                    Replay.flaw(model, object, proven.order()),
                    () -> which + ": " + proven.order() + " of " + history.operations());
        } else if (ruling instanceof Ruling.Illegal clashing) {
            illegal++;
            assertNull(AllOrders.legalOrder(model, object), () -> which + ": " + history.operations());
            assertNull(
                    AllOrders.legalOrder(model, clashing.clash()),
                    () -> which + ": " + clashing.clash() + " of " + history.operations());
            assertTrue(object.containsAll(clashing.clash()), which);
        } else {
            undecided++;
        }
    }

    /** What it says of one history. */
    static void assertVerdict(Class<? extends Ruling> expected, FastPath path, History history) {
        Ruling ruling = path.judge(Interval.of(history));
        assertEquals(expected, ruling.getClass(), ruling.toString());
    }
}
