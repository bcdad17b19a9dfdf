package dev.orrery.scenarios.run;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Looks on while a run goes on, and may end it. */
@FunctionalInterface
public interface Watcher {
    /** Lets a run go on to its end. */
    Watcher PATIENT = (now, events) -> true;

    /**
     * Whether the run goes on. Asked every few thousand events; the answer changes nothing but where the run ends.
     *
     * @param now virtual nanoseconds
     * @param events how many there were
     */
    boolean goesOn(long now, long events);

    /**
     * Says, by the wall clock's time, whether the run's result is still wanted; null: for as long as it takes. Asked many
     * times a second by another thread while a history is judged, which can take longer than the run.
     */
    default @Nullable BooleanSupplier wanted() {
        return null;
    }

    /** The same, but only as long as the result is wanted. */
    default Watcher andWhile(BooleanSupplier wanted) {
        return new WatchedWhile(this, wanted);
    }

    /** The same, but a run goes on only if the other one agrees. */
    default Watcher and(Watcher other) {
        return new WatchedWhile((now, events) -> goesOn(now, events) && other.goesOn(now, events), wanted());
    }
}
