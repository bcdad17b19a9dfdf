package dev.orrery.algorithms.mutant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.algorithms.paxos.PaxosRules;
import dev.orrery.algorithms.paxos.mutant.PaxosMutants;
import dev.orrery.algorithms.raft.RaftRules;
import dev.orrery.algorithms.raft.mutant.RaftMutants;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class MutantsTest {
    private static final List<Mutants<?>> FAMILIES = List.of(RaftMutants.ALL, PaxosMutants.ALL);

    @Test
    void shouldGiveTheCorrectRulesForNone() {
        assertSame(RaftRules.class, RaftMutants.ALL.rules(Mutants.NONE).getClass());
        assertSame(PaxosRules.class, PaxosMutants.ALL.rules(Mutants.NONE).getClass());
    }

    @Test
    void shouldOverrideOneDecisionInEach() {
        for (Mutants<?> family : FAMILIES) {
            for (Mutant<?> mutant : family.all()) {
                long overridden = List.of(mutant.rules().get().getClass().getDeclaredMethods()).stream()
                        .filter(method -> !method.isSynthetic())
                        .count();
                assertEquals(1, overridden, mutant.code());
            }
        }
    }

    @Test
    void shouldKnowEachByItsCode() {
        for (Mutants<?> family : FAMILIES) {
            assertEquals(family.codes().size(), new TreeSet<>(family.codes()).size(), "codes are told apart");
            for (Mutant<?> mutant : family.all()) {
                assertEquals(
                        mutant.code(), family.find(mutant.code()).orElseThrow().code());
            }
        }
    }

    @Test
    void shouldSayOfWhichBugsAnUnknownOneIsNone() {
        IllegalArgumentException unknown =
                assertThrows(IllegalArgumentException.class, () -> PaxosMutants.ALL.rules("P99"));
        String message = String.valueOf(unknown.getMessage());
        assertTrue(message.startsWith("'P99' is none of none, P01, P02"), message);
    }
}
