package dev.orrery.scenarios.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.brittle.Brittle;
import dev.orrery.scenarios.explain.Ablation.Pair;
import dev.orrery.scenarios.explain.Ablation.Single;
import dev.orrery.scenarios.explain.Likelihood.Point;
import dev.orrery.scenarios.explain.Likelihood.Turn;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.scenarios.run.Watcher;
import dev.orrery.sim.random.Seed;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ExplainingTest {
    private static final Explaining EXPLAINING = new Explaining(4, 5, Watcher.PATIENT);
    private static final Seed SEED = new Seed(7);

    private static Explanation explain(String text) {
        return EXPLAINING.explain(Brittle.read(text), SEED).orElseThrow();
    }

    private static Ablation ablation(String text) {
        return Objects.requireNonNull(explain(text).ablation());
    }

    private static Likelihood likelihood(Explanation explanation) {
        return Objects.requireNonNull(explanation.likelihood());
    }

    @Test
    void aFaultIsNecessaryIfNothingFailsWithoutIt() {
        Ablation ablation = ablation(Brittle.text("all-of-it"));
        assertEquals(
                List.of(
                        new Single("f1", false),
                        new Single("f2", true),
                        new Single("f3", false),
                        new Single("f4", true)),
                ablation.faults());
        assertEquals(List.of(), ablation.pairs());
    }

    @Test
    void ofTwoFaultsOfWhichOneIsEnoughItTakesOneOrTheOther() {
        Ablation ablation = ablation("""
                        name: brittle
                        system: {name: brittle, nodes: 3, options: {flaw: all-of-it}}
                        workload: {name: register, clients: 2, rate: 10/s, mix: {read: 1}}
                        faults:
                          - kill: {target: {nodes: [n3]}, restart-after: 5ms}
                            at: 50ms
                          - kill: {target: {nodes: [n2]}, restart-after: 5ms}
                            at: 60ms
                          - kill: {target: {nodes: [n3]}, restart-after: 5ms}
                            at: 70ms
                        """);
        assertEquals(
                List.of(new Single("f1", false), new Single("f2", true), new Single("f3", false)), ablation.faults());
        assertEquals(List.of(new Pair("f1", "f3")), ablation.pairs());
    }

    @Test
    void theCurveRisesToOneAtTheEventThatDecides() {
        Likelihood likelihood = likelihood(explain(Brittle.text("all-of-it")));
        List<Point> points = likelihood.points();
        assertEquals(5, points.get(points.size() - 1).failing(), () -> points.toString());
        for (int i = 1; i < points.size(); i++) {
            assertTrue(points.get(i).event() > points.get(i - 1).event());
            assertTrue(points.get(i).at() >= points.get(i - 1).at());
        }
    }

    @Test
    void theDecisiveEventIsFoundExactly() {
        Subject once = Brittle.read("""
                name: brittle
                system: {name: brittle, nodes: 1, options: {flaw: overtaking}}
                duration: 35ms
                network: {latency: 1ms..9ms}
                workload: {name: register, clients: 1, rate: 100/s, mix: {read: 1}, only: [c1/2]}
                """);
        Explanation explanation = Stream.iterate(1L, seed -> seed + 1)
                .flatMap(seed -> EXPLAINING.explain(once, new Seed(seed)).stream())
                .findFirst()
                .orElseThrow();
        Turn turn = likelihood(explanation).turn();
        assertNotNull(turn, explanation::toString);
        assertEquals(turn.before().event() + 1, turn.after().event());
        assertTrue(turn.before().failing() < 5 && turn.after().failing() == 5);
        assertTrue(turn.words().contains("c1"), turn.words());
    }

    @Test
    void whatAlwaysFailsHasNoTurn() {
        Likelihood likelihood = likelihood(explain(Brittle.text("always")));
        assertNull(likelihood.turn());
        assertTrue(likelihood.points().stream().allMatch(point -> point.failing() == 5));
    }

    @Test
    void theConeHoldsWhatCameBeforeByWayOfMessagesAndNothingElse() {
        Cone cone = explain("""
                        name: brittle
                        system: {name: brittle, nodes: 3, options: {flaw: throw}}
                        workload: {name: register, clients: 2, rate: 100/s, mix: {read: 1}}
                        """).cone();
        assertEquals(3, cone.nodes(), "the keeper and both clients, but no server that nobody asked");
        assertTrue(cone.influences() < cone.events());
        assertEquals(
                List.of("Ahead", "Answer", "Ask"), List.copyOf(cone.messages().keySet()));
        assertTrue(
                cone.chain().get(cone.chain().size() - 1).contains("no-exception is violated"), cone.chain()::toString);
    }

    @Test
    void whatDoesNotFailIsNotExplained() {
        assertEquals(Optional.empty(), EXPLAINING.explain(Brittle.subject("none"), SEED));
    }

    @Test
    void explainingTwiceSaysTheSame() {
        Explanation once = explain(Brittle.text("all-of-it"));
        Explanation twice = explain(Brittle.text("all-of-it"));
        assertEquals(once.ablation(), twice.ablation());
        assertEquals(once.cone(), twice.cone());
        assertEquals(once.likelihood(), twice.likelihood());
    }
}
