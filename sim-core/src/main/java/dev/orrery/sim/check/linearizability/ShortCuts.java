package dev.orrery.sim.check.linearizability;

import dev.orrery.sim.check.model.KeyValueModel;
import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.check.unambiguous.FastPaths;
import dev.orrery.sim.check.unambiguous.Ruling;
import dev.orrery.sim.history.Interval;
import java.util.List;

/** What is tried before a search. */
final class ShortCuts {
    private ShortCuts() {}

    static Ruling judge(Model<?> model, List<Interval> object) {
        Ruling ruling = FastPaths.of(model).judge(object);
        return ruling instanceof Ruling.DoesNotApply && model instanceof KeyValueModel
                ? new ThinAir().judge(object)
                : ruling;
    }
}
