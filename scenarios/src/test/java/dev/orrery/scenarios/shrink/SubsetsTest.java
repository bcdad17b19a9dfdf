package dev.orrery.scenarios.shrink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SubsetsTest {
    private static final List<Integer> HUNDRED = IntStream.range(0, 100).boxed().toList();

    @Test
    void whatIsNeededIsLeftAndNothingElse() {
        for (long seed = 0; seed < 200; seed++) {
            RandomStream random = new RandomStream(seed);
            List<Integer> needed = new ArrayList<>(HUNDRED);
            random.shuffle(needed);
            List<Integer> these =
                    needed.subList(0, random.below(8)).stream().sorted().toList();
            assertEquals(these, Subsets.least(HUNDRED, part -> part.containsAll(these)), "seed " + seed);
        }
    }

    @Test
    void ofWhatFailsInSeveralWaysOneIsLeft() {
        assertEquals(
                1,
                Subsets.least(HUNDRED, part -> part.stream().anyMatch(item -> item % 7 == 3))
                        .size());
    }

    @Test
    void noItemOfWhatIsLeftCanBeLeftOut() {
        for (int modulus = 2; modulus < 9; modulus++) {
            int m = modulus;
            List<Integer> least = Subsets.least(
                    HUNDRED, part -> part.stream().mapToInt(item -> item).sum() % m == 4950 % m && !part.isEmpty());
            for (int item = 0; item < least.size(); item++) {
                List<Integer> rest = new ArrayList<>(least);
                rest.remove(item);
                int sum = rest.stream().mapToInt(each -> each).sum();
                assertTrue(rest.isEmpty() || sum % m != 4950 % m, "modulus " + m);
            }
        }
    }

    @Test
    void itTakesFewQuestionsToFindOneItemOfMany() {
        List<Integer> thousand = IntStream.range(0, 1_000).boxed().toList();
        int[] questions = {0};
        Subsets.least(thousand, part -> {
            questions[0]++;
            return part.contains(777);
        });
        assertTrue(questions[0] < 40, () -> questions[0] + " questions");
    }
}
