package dev.orrery.scenarios.run;

import dev.orrery.sim.Observer;
import dev.orrery.sim.schedule.Schedule;
import java.util.List;

/**
 * How a run is looked at.
 *
 * @param keepGoing whether it goes on after the first violation
 * @param paranoid whether messages are watched, so that nobody changes one unnoticed; takes several times as long
 * @param reports whether the result holds what the nodes said of themselves
 * @param recording what is kept of the events
 * @param watcher who looks on
 * @param observers who else is told what the nodes report
 * @param schedule in which order events happen, which is the only one of these to change what happens; a scenario's heal
 *     ends any other order than that of time
 */
public record RunOptions(
        boolean keepGoing,
        boolean paranoid,
        boolean reports,
        Recording recording,
        Watcher watcher,
        List<Observer> observers,
        Schedule schedule) {

    /** For one of very many runs: ends at the first violation, and keeps the least. */
    public static final RunOptions LEAN =
            new RunOptions(false, false, false, new Recording.Off(), Watcher.PATIENT, List.of(), Schedule.TIME);

    /** For a run that somebody will look at. */
    public static final RunOptions DEFAULT =
            new RunOptions(false, false, true, new Recording.Off(), Watcher.PATIENT, List.of(), Schedule.TIME);

    /** Keeps a copy of the list. */
    public RunOptions {
        observers = List.copyOf(observers);
    }

    /** The same, but going on after a violation, or not. */
    public RunOptions keepGoing(boolean goOn) {
        return new RunOptions(goOn, paranoid, reports, recording, watcher, observers, schedule);
    }

    /** The same, but with messages watched, or not. */
    public RunOptions paranoid(boolean watchMessages) {
        return new RunOptions(keepGoing, watchMessages, reports, recording, watcher, observers, schedule);
    }

    /** The same with another recording. */
    public RunOptions recording(Recording other) {
        return new RunOptions(keepGoing, paranoid, reports, other, watcher, observers, schedule);
    }

    /** The same with another watcher. */
    public RunOptions watcher(Watcher other) {
        return new RunOptions(keepGoing, paranoid, reports, recording, other, observers, schedule);
    }

    /** The same with one who is told what the nodes report; for one run only, unless it can tell runs apart. */
    public RunOptions observer(Observer observer) {
        return new RunOptions(keepGoing, paranoid, reports, recording, watcher, List.of(observer), schedule);
    }

    /** The same in another order of events. */
    public RunOptions schedule(Schedule other) {
        return new RunOptions(keepGoing, paranoid, reports, recording, watcher, observers, other);
    }
}
