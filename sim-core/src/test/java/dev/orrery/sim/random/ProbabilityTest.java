package dev.orrery.sim.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ProbabilityTest {
    @Test
    void zeroNeverHappensAndAHundredAlways() {
        for (long draw : new long[] {0, 1, Long.MAX_VALUE, Long.MIN_VALUE, -1}) {
            assertFalse(Probability.NEVER.test(draw), "draw " + draw);
            assertTrue(Probability.ALWAYS.test(draw), "draw " + draw);
        }
    }

    @Test
    void halfOfAllDrawsAreHitsAtFiftyPercent() {
        assertTrue(Probability.percent(50).test(Long.MAX_VALUE));
        assertFalse(Probability.percent(50).test(Long.MIN_VALUE));
    }

    @Test
    void aTenthOfAPercentHappensOnceInAThousand() {
        // The count over 200,000 draws has mean 200 and deviation 14.1; five of them.
        Probability rare = Probability.percent(new BigDecimal("0.1"));
        RandomStream stream = new RandomStream(5);
        int hits = 0;
        for (int i = 0; i < 200_000; i++) {
            hits += stream.chance(rare) ? 1 : 0;
        }
        assertEquals(200, hits, 71);
    }

    @Test
    void printsThePercentageItWasGiven() {
        assertEquals("0.1%", Probability.percent(new BigDecimal("0.10")).toString());
        assertEquals("100%", Probability.ALWAYS.toString());
        assertEquals("0%", Probability.NEVER.toString());
    }

    @Test
    void refusesWhatIsNoPercentage() {
        assertThrows(IllegalArgumentException.class, () -> Probability.percent(-1));
        assertThrows(IllegalArgumentException.class, () -> Probability.percent(new BigDecimal("100.01")));
    }
}
