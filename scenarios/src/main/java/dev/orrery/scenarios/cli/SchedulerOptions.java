package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.run.Subject;
import dev.orrery.sim.schedule.Schedule;
import dev.orrery.sim.schedule.Schedule.Pct;
import dev.orrery.sim.time.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
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
            description = {
                "In which order events happen: ${COMPLETION-CANDIDATES}. By default as the scenario says, else time:"
                        + " when they are due.",
                "pct: late by up to --window, in the order of random priorities (probabilistic concurrency testing).",
                "exhaustive: in every order within bounds, with crashes and time-outs in place of the scenario's"
                        + " faults."
            })
    private @Nullable Scheduler scheduler;

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
     * The scenario in the order that was asked for.
     *
     * @param events runs the scenario in the order of time and counts its events; asked only if nobody said how many there
     *     are
     * @throws ParameterException if an option has no meaning
     */
    ScenarioArgument apply(ScenarioArgument argument, ToLongFunction<Subject> events) {
        Subject subject = apply(argument.subject(), events);
        return subject.equals(argument.subject())
                ? argument
                : argument.with(subject, words(subject.scenario().schedule()));
    }

    /** The same for what is named otherwise. */
    Subject apply(Subject subject, ToLongFunction<Subject> events) {
        return subject.scheduled(schedule(subject, events));
    }

    private Schedule schedule(Subject subject, ToLongFunction<Subject> counter) {
        if (isExhaustive()) {
            throw new ParameterException(command(), "--scheduler exhaustive is for orrery run");
        }
        if (scheduler != Scheduler.PCT) {
            requireUnset("--depth", depth);
            requireUnset("--events", events);
            requireUnset("--window", window);
            return scheduler == null ? subject.scenario().schedule() : Schedule.TIME;
        }
        try {
            int ordered = depth == null ? Pct.DEPTH : depth;
            long late = window == null ? Pct.WINDOW : Durations.parse(window);
            // A wrong number is told before the events are counted, which may take long.
            Pct checked = Pct.of(ordered, events == null ? 1 : events, late);
            return events == null
                    ? Pct.of(ordered, Math.max(1, counter.applyAsLong(subject.scheduled(Schedule.TIME))), late)
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
        return (scheduler == null ? Scheduler.TIME : scheduler).toString();
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
            throw new ParameterException(command(), name + " has no meaning with --scheduler " + name());
        }
    }

    private CommandLine command() {
        return spec.commandLine();
    }

    /** The options that ask for this order again. */
    private static List<String> words(Schedule schedule) {
        List<String> words = new ArrayList<>(List.of("--scheduler", schedule.name()));
        if (schedule instanceof Pct pct) {
            words.addAll(List.of("--depth", Integer.toString(pct.depth())));
            words.addAll(List.of("--events", Long.toString(pct.events())));
            words.addAll(List.of("--window", Durations.format(pct.window())));
        }
        return words;
    }
}
