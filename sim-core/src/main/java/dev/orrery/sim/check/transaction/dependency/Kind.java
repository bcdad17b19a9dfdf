package dev.orrery.sim.check.transaction.dependency;

import dev.orrery.sim.check.transaction.isolation.Anomaly;
import dev.orrery.sim.check.transaction.isolation.Ordering;
import java.util.List;

/** The kinds of cycles that Adya and Elle tell apart, whatever order they need. */
enum Kind {
    G0(Anomaly.G0, Anomaly.G0_PROCESS, Anomaly.G0_REALTIME),
    G1C(Anomaly.G1C, Anomaly.G1C_PROCESS, Anomaly.G1C_REALTIME),
    G_SINGLE(Anomaly.G_SINGLE, Anomaly.G_SINGLE_PROCESS, Anomaly.G_SINGLE_REALTIME),
    G_NONADJACENT(Anomaly.G_NONADJACENT, Anomaly.G_NONADJACENT_PROCESS, Anomaly.G_NONADJACENT_REALTIME),
    G2_ITEM(Anomaly.G2_ITEM, Anomaly.G2_ITEM_PROCESS, Anomaly.G2_ITEM_REALTIME);

    private final Anomaly plain;
    private final Anomaly process;
    private final Anomaly realTime;

    Kind(Anomaly plain, Anomaly process, Anomaly realTime) {
        this.plain = plain;
        this.process = process;
        this.realTime = realTime;
    }

    /** What a cycle of this kind is called that needs this order. */
    Anomaly anomaly(Ordering ordering) {
        return switch (ordering) {
            case NONE -> plain;
            case SESSION -> process;
            case REAL_TIME -> realTime;
        };
    }

    /** The kind of a cycle with these steps. */
    static Kind of(List<Cycle.Step> steps) {
        int antiDependencies = 0;
        boolean inARow = false;
        boolean reads = false;
        Dependency before = steps.get(steps.size() - 1).dependency();
        for (Cycle.Step step : steps) {
            reads |= step.dependency() == Dependency.WR;
            if (step.dependency().isAnti()) {
                antiDependencies++;
                inARow |= before.isAnti();
            }
            before = step.dependency();
        }
        if (antiDependencies == 0) {
            return reads ? G1C : G0;
        }
        if (antiDependencies == 1) {
            return G_SINGLE;
        }
        return inARow ? G2_ITEM : G_NONADJACENT;
    }
}
