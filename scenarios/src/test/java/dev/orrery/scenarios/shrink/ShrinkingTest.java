package dev.orrery.scenarios.shrink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.brittle.Brittle;
import dev.orrery.scenarios.library.Library;
import dev.orrery.scenarios.result.RunResult;
import dev.orrery.scenarios.run.RunOptions;
import dev.orrery.scenarios.run.Runs;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.sim.random.Seed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ShrinkingTest {
    private static final Seed SEED = new Seed(7);

    private static Shrunk shrink(Subject subject, Seed seed) {
        return Shrinking.shrink(subject, seed, runs -> runs < 2_000, (dimension, runs, soFar) -> {})
                .orElseThrow();
    }

    private static Shrunk shrink(String flaw) {
        return shrink(Brittle.subject(flaw), SEED);
    }

    @Test
    void whatVanishesWhenAnythingIsTakenAwayIsLeftWithJustThat() {
        Shrunk shrunk = shrink("all-of-it");
        assertEquals("unbroken: <node> is broken", shrunk.signature().toString());
        assertEquals(
                """
                name: brittle-all-of-it-shrunk
                system: {name: brittle, nodes: 3, options: {flaw: all-of-it}}
                seed: 0x7
                duration: 62ms
                workload: {name: register, clients: 2, rate: 100/s, only: [c2/1, c1/1, c1/2], keys: {count: 1}, mix: {read: 1}}
                faults:
                  - kill: {target: {nodes: [n2]}}
                    at: 1ms
                  - kill: {target: {nodes: [n3]}}
                    at: 1ms
                checks: [unbroken]
                expect: unbroken
                """.replaceAll("duration: .*|only: \\[[^]]*]", "…"),
                shrunk.subject().text().replaceAll("duration: .*|only: \\[[^]]*]", "…"));
        assertEquals(5, shrunk.after().decisions());
        assertTrue(shrunk.atFixedPoint());
    }

    @Test
    void ofMessagesThatOvertakeEachOtherOneIsNamedAndTheRestIsEven() {
        Shrunk shrunk = shrink("overtaking");
        assertEquals(1, shrunk.subject().scenario().network().deliveries().size());
        assertEquals(0, shrunk.after().drawn());
        assertEquals(1, shrunk.after().operations());
        assertEquals(0, shrunk.after().faults());
        assertEquals(1, shrunk.after().servers());
    }

    @Test
    void aFailureByExceptionIsShrunkToWhatThrows() {
        Shrunk shrunk = shrink("throw");
        assertEquals("no-exception", shrunk.signature().check());
        assertEquals(5, shrunk.after().operations());
        assertEquals(1, shrunk.after().clients());
        assertEquals(5, shrunk.after().decisions());
    }

    @Test
    void aFailureAtTheVeryEndIsShrunkToAnEarlyEnd() {
        Shrunk shrunk = shrink("at-the-end");
        assertEquals(1, shrunk.after().decisions());
        assertTrue(shrunk.after().duration() < 20_000_000, () -> shrunk.after().toString());
    }

    @Test
    void whatAlwaysFailsIsShrunkToNothing() {
        Shrunk shrunk = shrink("always");
        assertEquals(0, shrunk.after().faults());
        assertEquals(1, shrunk.after().servers());
        assertTrue(shrunk.runs() < 60, () -> "it took " + shrunk.runs() + " runs");
    }

    @Test
    void whatHangsByManyChancesIsLookedForUnderOtherSeeds() throws IOException {
        Shrunk shrunk = shrink(bug("bugs/raft-vote-not-synced"), new Seed(1));
        assertTrue(shrunk.before().faults() > 3, () -> "it took " + shrunk.before() + " to begin with");
        assertNotEquals(new Seed(1), shrunk.seed());
        assertEquals(Optional.of(shrunk.seed()), shrunk.subject().scenario().seed());
        assertTrue(shrunk.run().result().judgement().expected());
    }

    @Test
    void whatDoesNotFailIsNotShrunk() {
        assertEquals(
                Optional.empty(),
                Shrinking.shrink(Brittle.subject("silent"), SEED, runs -> true, (dimension, runs, soFar) -> {}));
    }

    @Test
    void shrinkingWhatWasShrunkChangesNothing() {
        for (String flaw : new String[] {"all-of-it", "overtaking", "throw", "at-the-end", "always"}) {
            Shrunk once = shrink(flaw);
            assertEquals(
                    once.subject().text(),
                    shrink(once.subject(), SEED).subject().text(),
                    flaw);
        }
    }

    @Test
    void shrinkingTwiceTakesTheSameWay() {
        assertEquals(shrink("overtaking").steps(), shrink("overtaking").steps());
    }

    @Test
    void aBudgetOfRunsIsKeptAndWhatIsThereUntilThenFails() {
        Shrunk shrunk = Shrinking.shrink(
                        Brittle.subject("all-of-it"), SEED, runs -> runs < 10, (dimension, runs, soFar) -> {})
                .orElseThrow();
        assertEquals(10, shrunk.runs());
        assertFalse(shrunk.atFixedPoint());
        assertTrue(shrunk.run().result().judgement().expected());
    }

    @Test
    void theTextAloneIsTheSameRun() {
        Shrunk shrunk = shrink("overtaking");
        Subject again = Brittle.read(shrunk.subject().text());
        RunResult result = Runs.run(again, again.scenario().seed().orElseThrow(), RunOptions.LEAN)
                .result();
        assertEquals(shrunk.run().result().extent().digest(), result.extent().digest());
        assertTrue(result.judgement().expected());
    }

    @Test
    void thePlantedBugsAreShrunkToAFewDecisions() throws IOException {
        for (String name : Library.names()) {
            if (name.startsWith("bugs/")) {
                Subject bug = bug(name);
                Shrunk shrunk = shrink(bug, bug.scenario().seed().orElse(new Seed(1)));
                assertTrue(
                        shrunk.after().decisions() <= 30,
                        () -> name + ": " + shrunk.subject().text());
                assertTrue(
                        shrunk.after().faults() <= 3,
                        () -> name + ": " + shrunk.subject().text());
                assertEquals(
                        bug.scenario().expectedFailure(),
                        Optional.of(shrunk.signature().check()));
            }
        }
    }

    private static Subject bug(String name) throws IOException {
        try (InputStream in = Library.open(name)) {
            return Brittle.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
