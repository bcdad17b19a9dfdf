package dev.orrery.scenarios.run;

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
}
