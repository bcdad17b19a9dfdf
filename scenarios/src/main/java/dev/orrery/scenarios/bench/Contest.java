package dev.orrery.scenarios.bench;

import java.util.function.Supplier;

/**
 * Two ways to do the same thing.
 *
 * @param name as the command prints it
 * @param scale what its figures count
 * @param subject what is measured; made when its turn comes
 * @param baseline what it is measured against
 */
record Contest(String name, Scale scale, Supplier<Workpiece> subject, Supplier<Workpiece> baseline) {

    /** One in events a second. */
    Contest(String name, Supplier<Workpiece> subject, Supplier<Workpiece> baseline) {
        this(name, Scale.EVENTS_A_SECOND, subject, baseline);
    }
}
