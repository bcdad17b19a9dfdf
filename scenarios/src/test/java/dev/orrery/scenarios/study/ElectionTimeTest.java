package dev.orrery.scenarios.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.random.Seed;
import org.junit.jupiter.api.Test;

final class ElectionTimeTest {
    private static final Study FEW = new ElectionTime().run(new Seed(1), 3);

    private static double median(int line) {
        return Double.parseDouble(FEW.rows().get(line).get(1));
    }

    @Test
    void itHasALineForEachOfThePaper() {
        assertEquals(6, FEW.rows().size());
        assertEquals(
                18,
                FEW.samples().stream().mapToInt(line -> line.values().size()).sum());
    }

    @Test
    void aLittleRandomnessInTheTimeoutsShortensElectionsVeryMuch() {
        assertTrue(median(0) > 5 * median(5), () -> FEW.rows().toString());
    }

    @Test
    void theSameSeedGivesTheSameTimes() {
        assertEquals(new ElectionTime().run(new Seed(2), 1), new ElectionTime().run(new Seed(2), 1));
    }

    @Test
    void itIsFoundByItsName() {
        assertTrue(StudyProvider.find("raft-election-time").isPresent());
    }
}
