package dev.orrery.scenarios.cli;

import dev.orrery.sim.schedule.Schedule;
import dev.orrery.sim.schedule.Schedule.Pct;
import dev.orrery.sim.time.Durations;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say in which order the events of a run happen, the same for all commands that run something. */
final class SchedulerOptions {

    /** What decides on the order. */
    enum Scheduler {
        TIME,
        PCT,
        EXHAUSTIVE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--scheduler",
            paramLabel = "WHICH",
            defaultValue = "time",
            description = {
                "In which order events happen: ${COMPLETION-CANDIDATES}. time: when they are due, the default.",
                "pct: late by up to --window, in the order of random priorities (probabilistic concurrency testing).",
                "exhaustive: in every order within bounds, with crashes and time-outs in place of the scenario's faults."
            })
    private Scheduler scheduler = Scheduler.TIME;

    @Option(
            names = "--depth",
            paramLabel = "D",
            description = "With pct: how many ordered events a bug needs that is to be found. By default " + Pct.DEPTH
                    + ". With exhaustive: how many steps a way has at most. By default any number.")
    private @Nullable Integer depth;

    @Option(
            names = "--events",
            paramLabel = "K",
            description = "With pct: how many events a run has, among which priorities change. By default as many as in"
                    + " the order of time, which is then run first.")
    private @Nullable Long events;

    @Option(
            names = "--window",
            paramLabel = "TIME",
            description = "With pct: how late an event may be, such as 50ms. By default 100ms.")
    private @Nullable String window;

    /**
     * The order that was asked for.
     *
     * @param eventsInTime runs in the order of time and counts its events; asked only if nobody said how many there are
     * @throws ParameterException if an option has no meaning
     */
    Schedule schedule(LongSupplier eventsInTime) {
        if (scheduler == Scheduler.EXHAUSTIVE) {
            throw new ParameterException(command(), "--scheduler exhaustive is for orrery run");
        }
        if (scheduler == Scheduler.TIME) {
            requireUnset("--depth", depth);
            requireUnset("--events", events);
            requireUnset("--window", window);
            return Schedule.TIME;
        }
        try {
            int ordered = depth == null ? Pct.DEPTH : depth;
            long late = window == null ? Pct.WINDOW : Durations.parse(window);
            // A wrong number is told before the events are counted, which may take long.
            Pct checked = new Pct(ordered, events == null ? 1 : events, late, Long.MAX_VALUE);
            return events == null
                    ? new Pct(ordered, Math.max(1, eventsInTime.getAsLong()), late, Long.MAX_VALUE)
                    : checked;
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(command(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    /** Whether all orders are asked for, which is no schedule of one run. */
    boolean isExhaustive() {
        return scheduler == Scheduler.EXHAUSTIVE;
    }

    /** Which one was asked for, as it is written. */
    String name() {
        return scheduler.toString();
    }

    /** How deep an exhaustive search goes; null for any depth. */
    @Nullable
    Integer depthOfSearch() {
        requireUnset("--events", events);
        requireUnset("--window", window);
        return depth;
    }

    private void requireUnset(String name, @Nullable Object value) {
        if (value != null) {
            throw new ParameterException(command(), name + " has no meaning with --scheduler " + scheduler);
        }
    }

    private CommandLine command() {
        return spec.commandLine();
    }

    /** The options that ask for this order again. */
    static List<String> words(Schedule schedule) {
        return schedule instanceof Pct pct
                ? List.of(
                        "--scheduler",
                        pct.name(),
                        "--depth",
                        Integer.toString(pct.depth()),
                        "--events",
                        Long.toString(pct.events()),
                        "--window",
                        Durations.format(pct.window()))
                : List.of();
    }
}
