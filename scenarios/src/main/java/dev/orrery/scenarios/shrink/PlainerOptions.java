package dev.orrery.scenarios.shrink;

import dev.orrery.scenarios.Scenario;
import dev.orrery.sim.system.Option;
import dev.orrery.sim.system.Options;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Leaves options of the system and the workload at their defaults. */
final class PlainerOptions implements Reduction {
    @Override
    public String dimension() {
        return "options";
    }

    @Override
    public Scenario reduce(Scenario scenario, Oracle oracle) {
        Scenario least = plainer(
                scenario.system().provider().options(),
                scenario.system().options(),
                options -> Draft.of(scenario).systemOptions(options).scenario(),
                oracle);
        return plainer(
                least.workload().provider().options(),
                least.workload().options(),
                options -> Draft.of(least).workloadOptions(options).scenario(),
                oracle);
    }

    private static Scenario plainer(
            List<Option<?>> known, Options options, Function<Options, Scenario> with, Oracle oracle) {
        Map<String, String> texts = options.texts();
        List<String> chosen = new ArrayList<>();
        for (Option<?> option : known) {
            if (!option.initial().equals(texts.get(option.name()))) {
                chosen.add(option.name());
            }
        }
        Function<List<String>, Scenario> keeping = names -> {
            Map<String, String> kept = new LinkedHashMap<>();
            names.forEach(name -> kept.put(name, String.valueOf(texts.get(name))));
            return with.apply(Options.of(known, kept));
        };
        return keeping.apply(Subsets.least(chosen, names -> oracle.fails(keeping.apply(names))));
    }
}
