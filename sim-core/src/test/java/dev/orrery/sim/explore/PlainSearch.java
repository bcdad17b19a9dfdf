package dev.orrery.sim.explore;

import dev.orrery.sim.trace.RecordShapes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The same search as plainly as it goes: each way is enacted from its beginning, and a state is a text. It shares the nodes
 * and what they tell with the real search, and neither tables nor hashes nor reductions.
 */
final class PlainSearch {
    private final Model model;
    private final Bounds bounds;
    private final Set<String> states = new TreeSet<>();
    private int shortest = -1;
    private long steps;

    PlainSearch(Model model, Bounds bounds) {
        this.model = model;
        this.bounds = bounds;
    }

    /** How long the shortest way to a violation is; -1 if there is none. */
    int shortest() {
        return shortest;
    }

    int states() {
        return states.size();
    }

    long steps() {
        return steps;
    }

    private record Way(List<Step> steps, int crashes, int drops, int duplicates, List<Integer> fired) {
        Way then(Step step) {
            List<Step> longer = new ArrayList<>(steps);
            longer.add(step);
            List<Integer> times = new ArrayList<>(fired);
            if (step instanceof Step.Fire fire) {
                times.set(fire.node(), times.get(fire.node()) + 1);
            }
            return new Way(
                    longer,
                    crashes + (step instanceof Step.Crash ? 1 : 0),
                    drops + (step instanceof Step.Drop ? 1 : 0),
                    duplicates + (step instanceof Step.Duplicate ? 1 : 0),
                    times);
        }
    }

    PlainSearch run() {
        ArrayDeque<Way> pending = new ArrayDeque<>();
        List<Integer> never = new ArrayList<>();
        model.nodes().forEach(node -> never.add(0));
        Way beginning = new Way(List.of(), 0, 0, 0, never);
        if (enact(beginning).broken() != null) {
            shortest = 0;
            return this;
        }
        states.add(text(enact(beginning), beginning));
        pending.add(beginning);
        while (!pending.isEmpty()) {
            Way way = pending.remove();
            for (Step step : possible(way)) {
                steps++;
                Way longer = way.then(step);
                Enactment enactment = enact(longer);
                if (enactment.broken() != null) {
                    shortest = longer.steps().size();
                    return this;
                }
                if (states.add(text(enactment, longer))) {
                    pending.add(longer);
                }
            }
        }
        return this;
    }

    private Enactment enact(Way way) {
        Enactment enactment = new Enactment(model);
        enactment.boot();
        way.steps().forEach(enactment::enact);
        return enactment;
    }

    private List<Step> possible(Way way) {
        List<Step> possible = new ArrayList<>();
        Enactment enactment = enact(way);
        Set<String> seen = new TreeSet<>();
        for (Enactment.Flight flight : enactment.underWay()) {
            if (seen.add(flight.envelope().toString())) {
                possible.add(new Step.Deliver(flight.number()));
                if (way.duplicates() < bounds.duplicates()) {
                    possible.add(new Step.Duplicate(flight.number()));
                }
                if (way.drops() < bounds.drops()) {
                    possible.add(new Step.Drop(flight.number()));
                }
            }
        }
        for (int server = 0; server < model.servers(); server++) {
            if (way.fired().get(server) < bounds.timers()) {
                for (Alarm alarm : enactment.node(server).host().alarms()) {
                    possible.add(new Step.Fire(server, alarm.name(), alarm.ordinal()));
                }
            }
            if (way.crashes() < bounds.crashes()) {
                possible.add(new Step.Crash(server));
            }
        }
        return possible;
    }

    private String text(Enactment enactment, Way way) {
        List<String> text = new ArrayList<>();
        Renaming nobody = Renaming.none(model.nodes().size());
        for (int i = 0; i < model.nodes().size(); i++) {
            SoloNode node = enactment.node(i);
            SoloNode rebooted = node.afterCrash(model.processes().get().get(i));
            rebooted.boot();
            text.add(print(node.process(), nobody) + " " + node.host().alarms() + " "
                    + (bounds.crashes() > 0 ? print(rebooted.process(), nobody) : ""));
        }
        enactment.invariants().forEach(invariant -> text.add(print(invariant, nobody)));
        text.add(enactment.underWay().stream()
                .map(flight -> flight.envelope().toString())
                .sorted()
                .toList()
                .toString());
        text.add(way.crashes() + " " + way.drops() + " " + way.duplicates() + " " + way.fired());
        return text.toString();
    }

    private static String print(Object part, Renaming nobody) {
        return Long.toHexString(
                new Fingerprint(new RecordShapes(), nobody).part(part).hash());
    }
}
