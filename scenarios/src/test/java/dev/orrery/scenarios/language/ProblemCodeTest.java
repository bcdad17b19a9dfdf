package dev.orrery.scenarios.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class ProblemCodeTest {

    @Test
    void idsAreUniqueAndInOrder() {
        assertEquals(new TreeSet<>(ProblemCode.ids()).stream().toList(), ProblemCode.ids());
    }

    @Test
    void aCodeIsFoundByItsId() {
        assertEquals(Optional.of(ProblemCode.UNKNOWN_KEY), ProblemCode.of("S014"));
        assertEquals(Optional.of(ProblemCode.UNKNOWN_KEY), ProblemCode.of("s014"));
        assertEquals(Optional.empty(), ProblemCode.of("S000"));
    }

    @Test
    void everyExplanationSaysWhatWhyAndCureInLinesThatFitTheScreen() {
        for (ProblemCode code : ProblemCode.values()) {
            String rest = code.isWarning() ? "What happens: .*" : "Why: .*\n\nCure: .*";
            assertTrue(code.explanation().matches("(?s)\\S.*\n\n" + rest + "\\."), code.id());
            assertTrue(code.explanation().lines().allMatch(line -> line.length() <= 120), code.id());
        }
    }
}
