package dev.orrery.sim.explore;

import dev.orrery.sim.explore.Enactment.Flight;
import java.util.ArrayList;
import java.util.List;

/** Turns the choices of a search into steps that can be understood without it, by enacting them. */
final class Retelling {
    private final Space space;
    private final Enactment enactment;

    Retelling(Model model, Space space) {
        this.space = space;
        enactment = new Enactment(model);
    }

    List<Step> steps(List<Integer> choices) {
        List<Step> steps = new ArrayList<>();
        if (!choices.isEmpty()) {
            enactment.boot();
        }
        for (int choice : choices) {
            Step step = step(choice);
            steps.add(step);
            enactment.enact(step);
        }
        return steps;
    }

    private Step step(int choice) {
        return switch (Choice.kind(choice)) {
            case DELIVER -> new Step.Deliver(flight(choice));
            case DUPLICATE -> new Step.Duplicate(flight(choice));
            case DROP -> new Step.Drop(flight(choice));
            case FIRE -> {
                Alarm alarm = space.alarm(Choice.alarm(choice));
                yield new Step.Fire(Choice.node(choice), alarm.name(), alarm.ordinal());
            }
            case CRASH -> new Step.Crash(Choice.subject(choice));
        };
    }

    /** Of several messages that are the same, the one that was sent first. */
    private int flight(int choice) {
        for (Flight flight : enactment.underWay()) {
            if (space.envelopes().number(flight.envelope()) == Choice.subject(choice)) {
                return flight.number();
            }
        }
        throw new IllegalStateException(
                "the way cannot be gone again: a process is not deterministic, or two states that"
                        + " behave differently have one fingerprint");
    }
}
