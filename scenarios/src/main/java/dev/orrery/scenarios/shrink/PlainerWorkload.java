package dev.orrery.scenarios.shrink;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.WorkloadSpec.Keys;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.workload.Load;
import dev.orrery.sim.workload.OperationMix;
import dev.orrery.sim.workload.Rate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes do with fewer keys, fewer kinds of operations, and questions that come evenly at one rate. */
final class PlainerWorkload implements Reduction {
    private static final List<Integer> KEYS = List.of(1, 2, 4, 8);
    private static final Probability USUAL_HOT_SHARE = Probability.percent(80);
    private static final Rate USUAL_RATE = new Rate(100, 1_000_000_000L);

    @Override
    public String dimension() {
        return "workload";
    }

    @Override
    public Scenario reduce(Scenario scenario, Oracle oracle) {
        Scenario least = fewerKinds(fewerKeys(scenario, oracle), oracle);
        for (Load load : plainer(least.workload().load())) {
            Scenario candidate = Draft.of(least).load(load).scenario();
            if (!load.equals(least.workload().load()) && oracle.fails(candidate)) {
                return candidate;
            }
        }
        return least;
    }

    private static Scenario fewerKeys(Scenario scenario, Oracle oracle) {
        Keys keys = scenario.workload().keys();
        List<Keys> fewer = new ArrayList<>();
        for (int count : KEYS) {
            fewer.add(new Keys(count, Keys.Kind.UNIFORM, 1, USUAL_HOT_SHARE));
        }
        fewer.removeIf(each -> each.count() >= keys.count());
        for (Keys candidate : fewer) {
            Scenario smaller = Draft.of(scenario).keys(candidate).scenario();
            if (oracle.fails(smaller)) {
                return smaller;
            }
        }
        return scenario;
    }

    private static Scenario fewerKinds(Scenario scenario, Oracle oracle) {
        Map<String, Long> parts = scenario.workload().mix().parts();
        List<String> asked = parts.keySet().stream()
                .filter(f -> parts.getOrDefault(f, 0L) > 0)
                .toList();
        List<String> least =
                Subsets.least(asked, kinds -> !kinds.isEmpty() && oracle.fails(asking(scenario, kinds, parts)));
        Scenario fewer = least.equals(asked) ? scenario : asking(scenario, least, parts);
        Scenario alike = asking(fewer, least, Map.of());
        return !alike.equals(fewer) && oracle.fails(alike) ? alike : fewer;
    }

    /** Asks for these kinds alone, for each as often as it says, or once. */
    private static Scenario asking(Scenario scenario, List<String> kinds, Map<String, Long> parts) {
        Map<String, Long> asked = new LinkedHashMap<>();
        kinds.forEach(f -> asked.put(f, parts.getOrDefault(f, 1L)));
        return Draft.of(scenario).mix(new OperationMix(asked)).scenario();
    }

    /** Evenly at the usual rate, or at the last one alone. */
    private static List<Load> plainer(Load load) {
        if (!(load instanceof Load.Open open)) {
            return List.of();
        }
        Load.Stage last = open.stages().get(open.stages().size() - 1);
        long ever = Long.MAX_VALUE;
        return List.of(
                new Load.Open(open.clients(), Load.Arrival.CONSTANT, List.of(new Load.Stage(USUAL_RATE, ever))),
                new Load.Open(open.clients(), Load.Arrival.CONSTANT, List.of(new Load.Stage(last.rate(), ever))));
    }
}
