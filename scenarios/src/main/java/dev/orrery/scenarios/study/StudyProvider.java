package dev.orrery.scenarios.study;

import dev.orrery.sim.random.Seed;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** A study that {@code orrery run} knows by its name. Found by {@link ServiceLoader}; it keeps no state. */
public interface StudyProvider {

    /** The name, in lower case with hyphens; no bundled scenario has it. */
    String name();

    /** What it shows, in a sentence or two. */
    String description();

    /** Does it. The same seed gives the same result. */
    Study run(Seed seed);

    /** The study of this name, if one is on the class path. */
    static Optional<StudyProvider> find(String name) {
        return all().stream().filter(study -> study.name().equals(name)).findFirst();
    }

    /** Those on the class path. */
    static List<StudyProvider> all() {
        return ServiceLoader.load(StudyProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
