package dev.orrery.scenarios.shrink;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.run.FinishedRun;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.system.Option;
import dev.orrery.sim.system.Options;
import java.util.List;
import java.util.Map;

/**
 * How large a failing run is, in all that somebody has to look at.
 *
 * @param duration virtual nanoseconds until it fails
 * @param events how many happen until then
 * @param servers how many there are at the beginning
 * @param clients how many there are
 * @param operations how many are asked for
 * @param keys of how many objects
 * @param faults how many are done
 * @param faulty virtual nanoseconds that they last, all together, as far as they have an end
 * @param deliveries how many messages have a fate that the scenario names
 * @param drawn how many messages have a fate that is drawn
 * @param options how many options differ from their defaults
 */
public record Size(
        long duration,
        long events,
        int servers,
        int clients,
        int operations,
        int keys,
        int faults,
        long faulty,
        int deliveries,
        int drawn,
        int options) {

    /** Measures a run of a scenario. */
    static Size of(Scenario scenario, FinishedRun run) {
        List<String> named = scenario.network().deliveries().stream()
                .map(each -> each.name())
                .toList();
        int drawn = 0;
        if (isChancy(scenario)) {
            drawn = (int) run.deliveries().stream()
                    .filter(message -> !named.contains(message.name()))
                    .count();
        }
        return new Size(
                run.result().extent().virtualNanos(),
                run.result().extent().events(),
                scenario.system().nodes().size(),
                scenario.workload().load().clients(),
                run.history().size(),
                scenario.workload().keys().count(),
                run.executedScenario().faults().faults().size(),
                run.executedScenario().faults().faults().stream()
                        .mapToLong(fault ->
                                fault.length() == null ? 0 : fault.length().max())
                        .sum(),
                named.size(),
                drawn,
                chosen(scenario.system().provider().options(), scenario.system().options())
                        + chosen(
                                scenario.workload().provider().options(),
                                scenario.workload().options()));
    }

    /** Whether the network leaves anything to chance. */
    static boolean isChancy(Scenario scenario) {
        boolean even = isConstant(scenario.network().latency())
                && scenario.network().distances().stream().allMatch(distance -> isConstant(distance.latency()));
        return !even
                || !scenario.network().loss().isNever()
                || !scenario.network().duplicate().isNever();
    }

    private static boolean isConstant(Distribution distribution) {
        return distribution.sample(0) == distribution.sample(-1);
    }

    private static int chosen(List<Option<?>> known, Options options) {
        Map<String, String> texts = options.texts();
        return (int) known.stream()
                .filter(option -> !option.initial().equals(texts.get(option.name())))
                .count();
    }

    /** All that somebody, or chance, decided: faults, operations, and fates of messages. */
    public int decisions() {
        return faults + operations + deliveries + drawn;
    }
}
