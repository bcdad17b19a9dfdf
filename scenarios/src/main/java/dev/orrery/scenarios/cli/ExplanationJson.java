package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.explain.Ablation;
import dev.orrery.scenarios.explain.Cone;
import dev.orrery.scenarios.explain.Explanation;
import dev.orrery.scenarios.explain.Likelihood;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Why a run failed, for programs; keys always in the same order. */
final class ExplanationJson {

    private ExplanationJson() {}

    static String text(Explanation explanation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", "orrery-explanation");
        json.put("v", 1);
        json.put("scenario", explanation.result().source().scenario());
        json.put("seed", explanation.result().source().seed().toString());
        json.put("check", explanation.signature().check());
        json.put("signature", explanation.signature().shape());
        json.put(
                "message",
                explanation.verdict() == null ? "" : explanation.verdict().message());
        json.put("cone", cone(explanation.cone()));
        Ablation ablation = explanation.ablation();
        json.put("faults", ablation == null ? List.of() : faults(ablation));
        json.put("pairs", ablation == null ? List.of() : pairs(ablation));
        Likelihood likelihood = explanation.likelihood();
        json.put("likelihood", likelihood == null ? null : likelihood(likelihood));
        json.put("runs", explanation.runs());
        return JsonMapper.shared().writeValueAsString(json);
    }

    private static Map<String, Object> cone(Cone cone) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("influences", cone.influences());
        json.put("events", cone.events());
        json.put("nodes", cone.nodes());
        json.put("messages", cone.messages());
        json.put("landmarks", cone.landmarks());
        json.put("landmarksLeftOut", cone.leftOut());
        json.put("chain", cone.chain());
        return json;
    }

    private static List<Object> faults(Ablation ablation) {
        List<Object> faults = new ArrayList<>();
        ablation.faults().forEach(single -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", single.id());
            json.put("necessary", single.necessary());
            faults.add(json);
        });
        return faults;
    }

    private static List<Object> pairs(Ablation ablation) {
        List<Object> pairs = new ArrayList<>();
        ablation.pairs().forEach(pair -> pairs.add(List.of(pair.one(), pair.other())));
        return pairs;
    }

    private static Map<String, Object> likelihood(Likelihood likelihood) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("tries", likelihood.tries());
        json.put("horizon", likelihood.horizon());
        List<Object> points = new ArrayList<>();
        likelihood.points().forEach(point -> points.add(point(point)));
        json.put("points", points);
        json.put("turn", turn(likelihood.turn()));
        return json;
    }

    private static Map<String, Object> point(Likelihood.Point point) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("event", point.event());
        json.put("t", point.at());
        json.put("failing", point.failing());
        return json;
    }

    private static @Nullable Map<String, Object> turn(Likelihood.@Nullable Turn turn) {
        if (turn == null) {
            return null;
        }
        Map<String, Object> json = point(turn.after());
        json.put("failingBefore", turn.before().failing());
        json.put("what", turn.words());
        return json;
    }
}
