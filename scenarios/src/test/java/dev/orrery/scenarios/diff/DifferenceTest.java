package dev.orrery.scenarios.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.brittle.Brittle;
import dev.orrery.scenarios.diff.Difference.Pair;
import dev.orrery.scenarios.diff.Difference.Parting;
import dev.orrery.scenarios.run.Recording;
import dev.orrery.scenarios.run.RunOptions;
import dev.orrery.scenarios.run.Runs;
import dev.orrery.sim.random.Seed;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class DifferenceTest {
    private static final String PLAIN = """
            name: brittle
            system: {name: brittle, nodes: 3, options: {flaw: none, addition: none}}
            duration: 100ms
            network: {latency: 1ms..9ms}
            workload: {name: register, clients: 2, rate: 100/s, mix: {read: 1}}
            """;

    private static ComparedRun run(String text, long seed) {
        return ComparedRun.of(Runs.run(
                Brittle.read(text), new Seed(seed), RunOptions.DEFAULT.recording(new Recording.Last(100_000))));
    }

    private static Difference between(String text, String other) {
        return Difference.between(run(text, 7), run(other, 7));
    }

    @Test
    void aRunDoesNotDifferFromItself() {
        Difference none = between(PLAIN, PLAIN);
        assertTrue(none.isNone());
        assertNull(none.first());
        assertTrue(none.same() > 50);
    }

    @Test
    void runsOfTwoSeedsPartWhereTheFirstMessageTakesAnotherTime() {
        Difference seeds = Difference.between(run(PLAIN, 7), run(PLAIN, 8));
        assertTrue(seeds.later() > 0);
        Parting first = Objects.requireNonNull(seeds.first());
        assertNotNull(first.first());
        assertNotNull(first.second());
    }

    @Test
    void anAddedNoteIsAllThatDiffers() {
        Difference notes = between(PLAIN, PLAIN.replace("addition: none", "addition: note"));
        assertEquals(0, notes.later() + notes.changed() + notes.onlyFirst());
        assertTrue(notes.onlySecond() > 0);
        Step added =
                Objects.requireNonNull(Objects.requireNonNull(notes.first()).second());
        assertEquals("n1 notes asked", added.identity());
        assertEquals(List.of("n1"), List.copyOf(notes.byNode().keySet()));
    }

    @Test
    void anAddedKindOfMessageLeavesTheOthersAsTheyWere() {
        Difference chatter = between(PLAIN, PLAIN.replace("addition: none", "addition: message"));
        assertEquals(0, chatter.later() + chatter.changed() + chatter.onlyFirst());
        assertTrue(chatter.onlySecond() > 0);
    }

    @Test
    void aFaultMoreIsToldWithWhatCameOfIt() {
        Difference fault = between(PLAIN, PLAIN + "faults: [{kill: {target: {nodes: [n1]}}, at: 50ms}]\n");
        assertEquals(List.of(new Pair<>("f1", null, "n1 is killed for good")), fault.faults());
        assertEquals(
                "50ms fault f1 begins n1 is killed for good",
                Objects.requireNonNull(Objects.requireNonNull(fault.first()).second())
                        .words());
        assertTrue(fault.onlyFirst() > 0, "what clients were told no more");
    }

    @Test
    void aCheckThatComesOutOtherwiseIsTold() {
        Difference verdict = between(PLAIN, PLAIN.replace("flaw: none", "flaw: always"));
        assertTrue(
                verdict.checks().contains(new Pair<>("unbroken", "pass: ", "fail: n1 is broken")),
                () -> verdict.checks().toString());
    }
}
