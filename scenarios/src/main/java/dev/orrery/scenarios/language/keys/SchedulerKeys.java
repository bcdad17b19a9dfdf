package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.language.form.ByKind;
import dev.orrery.scenarios.language.form.Choice;
import dev.orrery.scenarios.language.form.Form;
import dev.orrery.scenarios.language.form.Key;
import dev.orrery.scenarios.language.form.Shape;
import dev.orrery.sim.schedule.Schedule;
import dev.orrery.sim.schedule.Schedule.Pct;

/** In which order events happen: {@code scheduler: {name: pct, depth: 3, events: 20000, window: 100ms}}. */
final class SchedulerKeys {
    private static final Pct USUAL = Pct.of(Pct.DEPTH, Pct.EVENTS, Pct.WINDOW);

    private static final String PCT_DESCRIPTION =
            "Probabilistic concurrency testing: late by up to the window, in the order of random priorities.";

    private static final Key<Schedule, Schedule> NAME = Key.<Schedule, Schedule>of(
                    "name",
                    new Choice<Schedule>("scheduler").word(USUAL.name(), USUAL, PCT_DESCRIPTION),
                    schedule -> USUAL,
                    "Which order.")
            .required()
            .examples("pct", "pct");

    private static final Key<Schedule, Integer> DEPTH = Key.<Schedule, Integer>of(
                    "depth",
                    Scalars.count(1, Pct.MOST_DEPTH),
                    schedule -> pct(schedule).depth(),
                    "How many events must happen in a certain order for a bug that is to be found; one less is how"
                            + " often a priority changes.")
            .initially("3")
            .examples("1", "50")
            .beside("name: pct, events: 500");

    private static final Key<Schedule, Long> EVENTS = Key.<Schedule, Long>of(
                    "events",
                    Scalars.number(1, Pct.MOST_EVENTS),
                    schedule -> pct(schedule).events(),
                    "How many events a run is thought to have: those before which a priority changes are drawn among"
                            + " so many.")
            .initially("10000")
            .examples("20", "400")
            .beside("name: pct, depth: 50");

    private static final Key<Schedule, Long> WINDOW = Key.<Schedule, Long>of(
                    "window", Scalars.TIME, schedule -> pct(schedule).window(), "How late an event may be.")
            .initially("100ms")
            .examples("5ms", "50ms")
            .beside("name: pct");

    private static final Shape<Schedule> LONG = Shape.<Schedule>of(
                    "scheduler",
                    "Probabilistic concurrency testing: of the events that are due, or will be within the window, that"
                            + " of the chain with the highest priority happens first. A chain is what events cause one"
                            + " another; its priority is random.",
                    "scheduler: {…}")
            .key(NAME)
            .key(DEPTH)
            .key(EVENTS)
            .key(WINDOW)
            .make(values -> Pct.of(values.get(DEPTH), values.get(EVENTS), values.get(WINDOW)));

    private static final Form<Schedule> SHORT = new Choice<Schedule>("scheduler")
            .word(Schedule.TIME.name(), Schedule.TIME, "Each event happens when it is due.")
            .word(USUAL.name(), USUAL, PCT_DESCRIPTION);

    /** The value of {@code scheduler}. */
    static final Form<Schedule> FORM = new ByKind<>(
            "time, pct, or a mapping with the keys name, depth, events and window",
            SHORT,
            LONG,
            schedule -> schedule.equals(Schedule.TIME) || schedule.equals(USUAL) ? SHORT : LONG);

    private SchedulerKeys() {}

    private static Pct pct(Schedule schedule) {
        if (schedule instanceof Pct pct) {
            return pct;
        }
        throw new IllegalArgumentException("the scheduler " + schedule.name() + " has no numbers");
    }
}
