package dev.orrery.scenarios.campaign;

import dev.orrery.algorithms.mutant.Mutants;
import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.folder.FolderException;
import dev.orrery.scenarios.language.keys.ScenarioReader;
import dev.orrery.scenarios.language.keys.ScenarioWriter;
import dev.orrery.scenarios.library.Library;
import dev.orrery.scenarios.result.Judgement;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.scenarios.sweep.Ending;
import dev.orrery.scenarios.sweep.Group;
import dev.orrery.scenarios.sweep.Part;
import dev.orrery.scenarios.sweep.SeedRange;
import dev.orrery.scenarios.sweep.Summary;
import dev.orrery.scenarios.sweep.Sweep;
import dev.orrery.scenarios.sweep.SweepPlan;
import dev.orrery.scenarios.version.Version;
import dev.orrery.sim.random.Seed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for one planted bug, or for a bug that nobody planted: runs the scenarios of a family in turns, each with some seeds at
 * a time, until a run fails. What it comes to depends on nothing but scenarios, bug, version and how many runs there may be.
 */
public final class Campaign {
    /** How many seeds of a scenario are run before it is the next one's turn, at first; twice as many in each further round. */
    private static final long FIRST_TURN = 20;

    private static final long LONGEST_TURN = 320;

    private static final String MUTANT = "mutant";

    private final List<Profile> profiles;
    private final String mutant;
    private final int jobs;
    private final Watcher watcher;
    private long runs;
    private long inconclusive;
    private long events;

    /** Looks on, from the thread that runs the campaign. */
    @FunctionalInterface
    public interface Watcher {
        /** Looks away. */
        Watcher PATIENT = runs -> true;

        /**
         * Told every now and then how many runs there were.
         *
         * @return whether it goes on
         */
        boolean at(long runs);
    }

    private record Profile(String name, Subject subject) {}

    private Campaign(List<Profile> profiles, String mutant, int jobs, Watcher watcher) {
        this.profiles = profiles;
        this.mutant = mutant;
        this.jobs = jobs;
        this.watcher = watcher;
    }

    /**
     * Runs a campaign until a run fails.
     *
     * @param mutant the code of a planted bug of this family, or {@link Mutants#NONE}
     * @param mostRuns how many runs there may be, of all scenarios together, at least 1
     * @param jobs on how many threads, at least 1
     */
    public static Finding run(Family family, String mutant, long mostRuns, int jobs, Watcher watcher) {
        List<Profile> profiles = family.scenarios().stream()
                .map(name -> new Profile(name, subject(name, mutant)))
                .toList();
        return new Campaign(profiles, mutant, jobs, watcher).run(mostRuns);
    }

    private static Subject subject(String name, String mutant) {
        Scenario scenario = read(name);
        Scenario changed = scenario.withSystem(scenario.system().with(MUTANT, mutant));
        return Subject.of(changed, ScenarioWriter.write(changed));
    }

    private static Scenario read(String name) {
        try (InputStream in = Library.open(name)) {
            Scenario scenario = ScenarioReader.read(name, in).scenario();
            if (scenario == null) {
                throw new IllegalStateException(
                        "the bundled scenario " + name + " has errors: orrery validate " + name);
            }
            return scenario;
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read the bundled scenario " + name, broken);
        }
    }

    private Finding run(long mostRuns) {
        long first = 0;
        for (long turn = FIRST_TURN; runs < mostRuns; turn = Math.min(2 * turn, LONGEST_TURN)) {
            for (Profile profile : profiles) {
                long seeds = Math.min(turn, mostRuns - runs);
                if (seeds == 0) {
                    break;
                }
                Part part = sweep(profile, new SeedRange(first, first + seeds - 1));
                Finding.Failure failure = add(profile, new Summary(part));
                if (failure != null) {
                    return finding(failure, true);
                }
                if (part.ending() != Ending.COMPLETE) {
                    return finding(null, false);
                }
            }
            first += turn;
        }
        return finding(null, true);
    }

    private Finding finding(Finding.@Nullable Failure failure, boolean complete) {
        return new Finding(mutant, failure, runs, inconclusive, events, complete);
    }

    private Finding.@Nullable Failure add(Profile profile, Summary summary) {
        runs += summary.seeds();
        inconclusive += summary.inconclusive();
        events += summary.events();
        List<Group> failures = summary.failures();
        if (failures.isEmpty()) {
            return null;
        }
        Group failure = failures.get(0);
        return new Finding.Failure(
                profile.name(),
                profile.subject(),
                new Seed(failure.smallest()),
                failure.signature(),
                failure.message());
    }

    private Part sweep(Profile profile, SeedRange seeds) {
        SweepPlan plan = new SweepPlan(
                profile.name(),
                profile.subject().sha256(),
                Version.current().stamp(),
                Judgement.PASS,
                List.of(),
                seeds,
                1,
                1);
        long before = runs;
        try {
            return Sweep.run(
                    profile.subject(), plan, new Sweep.Limits(jobs, true, Long.MAX_VALUE), new Sweep.Overseer() {
                        @Override
                        public boolean at(long done, long failed) {
                            return watcher.at(before + done);
                        }

                        @Override
                        public void keep(String part) {}
                    });
        } catch (FolderException impossible) {
            throw new IllegalStateException("nothing is kept, so nothing can be in the way", impossible);
        }
    }
}
