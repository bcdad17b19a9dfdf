package dev.orrery.scenarios.sweep;

import dev.orrery.scenarios.run.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Another way to run a sweep than on the threads of this machine. Engines are found by {@link ServiceLoader}. */
public interface SweepEngine {
    /** The name of the way that needs no engine. */
    String LOCAL = "local";

    /** The most tasks that a sweep is divided into. */
    int MOST_TASKS = 100_000;

    /** Its name on the command line. */
    String name();

    /**
     * Runs all seeds of a sweep.
     *
     * @param plan a whole sweep
     * @param master where to run, in the engine's own words; null: where its own settings say
     * @param seedsATask how many seeds one task runs at least, above 0
     * @return the same part that {@link Sweep} comes to
     */
    Part run(Subject subject, SweepPlan plan, @Nullable String master, long seedsATask);

    /** The engines on the class path. */
    static List<SweepEngine> all() {
        List<SweepEngine> engines = new ArrayList<>();
        ServiceLoader.load(SweepEngine.class).forEach(engines::add);
        return engines;
    }
}
