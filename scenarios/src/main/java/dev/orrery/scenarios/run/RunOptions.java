package dev.orrery.scenarios.run;

import dev.orrery.sim.Observer;
import dev.orrery.sim.random.Seed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a run is looked at.
 *
 * @param keepGoing whether it goes on after the first violation
 * @param paranoid whether messages are watched, so that nobody changes one unnoticed; takes several times as long
 * @param reports whether the result holds what the nodes said of themselves
 * @param recording what is kept of the events
 * @param watcher who looks on
 * @param observers who else is told what the nodes report
 * @param reseeding from when on another seed counts, the only one of these to change what happens; null: the run's own to
 *     the end
 * @param blind whether checks are judged by what clients saw alone; else they try first where the system says that
 *     operations took effect, which is faster and changes no verdict
 */
public record RunOptions(
        boolean keepGoing,
        boolean paranoid,
        boolean reports,
        Recording recording,
        Watcher watcher,
        List<Observer> observers,
        @Nullable Reseeding reseeding,
        boolean blind) {

    /**
     * A run that goes its own way from some event on.
     *
     * @param afterEvent the last event under the run's own seed, as the digest counts them; 0: none
     * @param seed from there on
     */
    public record Reseeding(long afterEvent, Seed seed) {}

    /** For one of very many runs: ends at the first violation, and keeps the least. */
    public static final RunOptions LEAN =
            new RunOptions(false, false, false, new Recording.Off(), Watcher.PATIENT, List.of(), null, false);

    /** For a run that somebody will look at. */
    public static final RunOptions DEFAULT =
            new RunOptions(false, false, true, new Recording.Off(), Watcher.PATIENT, List.of(), null, false);

    /** Keeps a copy of the list. */
    public RunOptions {
        observers = List.copyOf(observers);
    }

    /** The same, but going on after a violation, or not. */
    public RunOptions keepGoing(boolean goOn) {
        return new RunOptions(goOn, paranoid, reports, recording, watcher, observers, reseeding, blind);
    }

    /** The same, but with messages watched, or not. */
    public RunOptions paranoid(boolean watchMessages) {
        return new RunOptions(keepGoing, watchMessages, reports, recording, watcher, observers, reseeding, blind);
    }

    /** The same with another recording. */
    public RunOptions recording(Recording other) {
        return new RunOptions(keepGoing, paranoid, reports, other, watcher, observers, reseeding, blind);
    }

    /** The same with another watcher. */
    public RunOptions watcher(Watcher other) {
        return new RunOptions(keepGoing, paranoid, reports, recording, other, observers, reseeding, blind);
    }

    /** The same with one who is told what the nodes report; for one run only, unless it can tell runs apart. */
    public RunOptions observer(Observer observer) {
        return new RunOptions(keepGoing, paranoid, reports, recording, watcher, List.of(observer), reseeding, blind);
    }

    /** The same, drawn anew from an event on. */
    public RunOptions reseeding(Reseeding other) {
        return new RunOptions(keepGoing, paranoid, reports, recording, watcher, observers, other, blind);
    }

    /** The same, but with checks that are not told where the system says operations took effect, or are told. */
    public RunOptions blind(boolean untold) {
        return new RunOptions(keepGoing, paranoid, reports, recording, watcher, observers, reseeding, untold);
    }
}
