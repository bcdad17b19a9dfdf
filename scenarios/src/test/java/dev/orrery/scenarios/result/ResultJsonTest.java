package dev.orrery.scenarios.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.result.RunResult.Extent;
import dev.orrery.scenarios.result.RunResult.Goal;
import dev.orrery.scenarios.result.RunResult.MessageCounts;
import dev.orrery.scenarios.result.RunResult.Source;
import dev.orrery.scenarios.result.RunResult.SystemFacts;
import dev.orrery.scenarios.result.RunResult.Threshold;
import dev.orrery.sim.check.certificate.Anomaly;
import dev.orrery.sim.check.certificate.Explanation;
import dev.orrery.sim.check.certificate.Explanation.Attempt;
import dev.orrery.sim.check.certificate.Explanation.Refusal;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.schedule.Schedule;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class ResultJsonTest {
    private static final RunResult RESULT = new RunResult(
            new Source("greeter", "says \"hello\"", "ab12", new Seed(42), false, Schedule.TIME, "0.1.0+g1a2b3c4"),
            new Judgement(Verdict.FAIL, "pass", false, false, "politeness failed"),
            new Extent(0xDEADL, 7, 60_000_000_000L, 1_500, List.of(-1L), 0),
            new SystemFacts("greeter", List.of("n1", "n2"), List.of("c1"), Map.of("pause", "50ms")),
            List.of(
                    new CheckVerdict("politeness", Verdict.FAIL, "n1 said nothing", 7L, 5L, List.of()),
                    new CheckVerdict("linearizable", Verdict.PASS, "2 operations", null, null, List.of(0, 1))),
            new OperationCounts(1, 2, 3, 4),
            List.of(new LatencyFigures("all", 1, 2, 3, 4, 5, 6, 7)),
            List.of(new Goal("greeted", 3)),
            List.of(new Threshold("op-latency.p99", "< 500ms", "210ms", Verdict.PASS)),
            new ExecutedPlan(
                    List.of(new ExecutedPlan.Step("f1", 1000, null, "kill", List.of("n1"), "n1 is killed")),
                    "faults:\n  - kill: {target: {nodes: [n1]}}\n    at: 1us\n",
                    List.of("a trigger"),
                    List.of()),
            new NodeReports(
                    List.of(new NodeReports.RoleChange(0, "n1", "greeter")),
                    List.of(new NodeReports.StateChange(0, "n1", "greetings", 1))),
            List.of(new MessageCounts("Hello", 4, 3, 1, 0)),
            new MetricFigures(
                    List.of(new MetricFigures.CounterFigure("messages", "Hello", 4)),
                    List.of(new MetricFigures.GaugeFigure(
                            "queue", "n1", 1, 2, 1.5, List.of(new MetricFigures.Point(0, 1)))),
                    List.of(new MetricFigures.HistogramFigure("wait", "", 1, 2, 3, 4))),
            List.of("a notice"));

    @Test
    void theKeysStandInOneOrderAndEachOnALine() {
        assertEquals("""
                {
                  "format": "orrery-result",
                  "v": 1,
                  "orrery": "0.1.0+g1a2b3c4",
                  "scenario": "greeter",
                  "description": "says \\"hello\\"",
                  "scenarioSha256": "ab12",
                  "seed": "0x000000000000002A",
                  "keepGoing": false,
                  "scheduler": {"name":"time"},
                  "verdict": "fail",
                  "expect": "pass",
                  "expected": false,
                  "interrupted": false,
                  "digest": "0x000000000000DEAD",
                  "events": 7,
                  "virtualNanos": 60000000000,
                  "wallNanos": 1500,
                  "system": {"name":"greeter","nodes":["n1","n2"],"clients":["c1"],"options":{"pause":"50ms"}},
                  "checks": [
                    {"name":"politeness","verdict":"fail","message":"n1 said nothing","event":7,"at":5,"operations":[]},
                    {"name":"linearizable","verdict":"pass","message":"2 operations","event":null,"at":null,"operations":[0,1]}
                  ],
                  "operations": {"ok":1,"fail":2,"info":3,"open":4},
                  "latency": [
                    {"f":"all","count":1,"p50":2,"p90":3,"p99":4,"p999":5,"max":6,"mean":7}
                  ],
                  "goals": [
                    {"name":"greeted","seen":3}
                  ],
                  "thresholds": [
                    {"name":"op-latency.p99","limit":"< 500ms","value":"210ms","holds":true}
                  ],
                  "plan": [
                    {"id":"f1","at":1000,"until":null,"kind":"kill","nodes":["n1"],"what":"n1 is killed"}
                  ],
                  "planYaml": "faults:\\n  - kill: {target: {nodes: [n1]}}\\n    at: 1us\\n",
                  "neverFired": ["a trigger"],
                  "heldBack": [],
                  "roles": [
                    {"t":0,"node":"n1","role":"greeter"}
                  ],
                  "states": [
                    {"t":0,"node":"n1","name":"greetings","value":1}
                  ],
                  "messages": [
                    {"type":"Hello","sent":4,"delivered":3,"lost":1,"duplicated":0}
                  ],
                  "checkpoints": ["0xFFFFFFFFFFFFFFFF"],
                  "metrics": {"counters":[
                      {"name":"messages","label":"Hello","value":4}
                    ],"gauges":[
                      {"name":"queue","label":"n1","last":1,"max":2,"mean":1.5,"points":[[0,1]]}
                    ],"histograms":[
                      {"name":"wait","label":"","count":1,"p50":2,"p99":3,"max":4}
                    ]},
                """, written().replaceFirst("(?s)  \"versions\".*", ""));
    }

    @Test
    void itEndsWithTheVersionsAndTheCommandThatReproducesIt() {
        assertEquals("""
                  "notices": ["a notice"],
                  "reproduce": "orrery run greeter --seed 0x2A"
                }
                """, written().replaceFirst("(?s).*(?=  \"notices\")", ""));
        assertEquals(
                "0.1.0+g1a2b3c4",
                new JsonMapper().readTree(written()).at("/versions/orrery").asString());
    }

    private static String written() {
        StringWriter out = new StringWriter();
        ResultJson.write(RESULT, "orrery run greeter --seed 0x2A", out);
        return out.toString();
    }

    @Test
    void aHistoryThatIsNotLinearizableIsExplainedInParts() {
        Explanation explanation = new Explanation(
                Anomaly.STALE_READ,
                "read #2 answered 1, which write #1 had replaced with 2",
                "key 3",
                List.of(0, 1, 2),
                List.of(),
                2,
                List.of(0, 1),
                "2",
                List.of(new Attempt(List.of(0, 1), "2", List.of(new Refusal(2, "should have answered 2, not 1")))));
        CheckVerdict verdict =
                new CheckVerdict("linearizable", Verdict.FAIL, "key 3", null, 5L, List.of(2, 0, 1), explanation);
        RunResult result = new RunResult(
                RESULT.source(),
                RESULT.judgement(),
                RESULT.extent(),
                RESULT.system(),
                List.of(verdict),
                RESULT.operations(),
                RESULT.latency(),
                RESULT.goals(),
                RESULT.thresholds(),
                RESULT.plan(),
                RESULT.reports(),
                RESULT.messages(),
                RESULT.metrics(),
                RESULT.notices());
        StringWriter out = new StringWriter();
        ResultJson.write(result, "orrery run greeter", out);
        String onOneLine = out.toString().replaceAll("\\s*\n\\s*", "");
        assertTrue(
                onOneLine.contains("\"operations\":[2,0,1],\"explanation\":{\"anomaly\":\"stale-read\","
                        + "\"sentence\":\"read #2 answered 1, which write #1 had replaced with 2\","
                        + "\"object\":\"key 3\",\"operations\":[0,1,2],\"pending\":[],\"stuck\":2,"
                        + "\"prefix\":[0,1],\"state\":\"2\",\"attempts\":[{\"order\":[0,1],\"state\":\"2\","
                        + "\"refusals\":[{\"operation\":2,\"why\":\"should have answered 2, not 1\"}]}]}"),
                onOneLine);
    }
}
