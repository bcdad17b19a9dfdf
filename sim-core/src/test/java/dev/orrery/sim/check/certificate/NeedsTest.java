package dev.orrery.sim.check.certificate;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.check.linearizability.PlainObject;
import dev.orrery.sim.check.linearizability.RandomHistory;
import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.check.model.Models;
import dev.orrery.sim.history.Interval;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class NeedsTest {
    private static final int HISTORIES = Integer.getInteger("histories", 60);

    /** Whatever is left out together with what needs it, the rest of a legal history is legal: nobody is blamed wrongly. */
    @ParameterizedTest
    @EnumSource(PlainObject.class)
    void partsOfLegalHistoriesAreLegal(PlainObject kind) {
        Model<?> model = new Models().named(kind.model());
        int cuts = 0;
        for (int unknown = 0; unknown <= 20; unknown += 20) {
            RandomHistory.Shape shape = new RandomHistory.Shape(3, 9, 1, unknown, 5, 0);
            for (long seed = 0; seed < HISTORIES; seed++) {
                List<Interval> object = Interval.of(RandomHistory.of(kind, shape, seed));
                Needs needs = Needs.of(model, object);
                for (int i = 0; i < object.size(); i++) {
                    BitSet rest = new BitSet();
                    rest.set(0, object.size());
                    rest.clear(i);
                    needs.close(rest);
                    List<Interval> part = rest.stream().mapToObj(object::get).toList();
                    cuts += part.isEmpty() ? 0 : 1;
                    assertNotNull(
                            AllOrders.legalOrder(model, part),
                            "seed " + seed + " of " + shape + ": " + part + " of " + object);
                }
            }
        }
        assertTrue(cuts > HISTORIES, cuts + " cuts left something");
    }
}
