package dev.orrery.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class FiguresTest {

    @Test
    void countsHaveTheirThousandsSetApart() {
        assertEquals("184,211", Figures.count(184_211));
        assertEquals("1 node", Figures.count(1, "node"));
        assertEquals("10,000 nodes", Figures.count(10_000, "node"));
    }

    @Test
    void speedIsAFactorOfRealTime() {
        assertEquals("143x", Figures.speed(60_000_000_000L, 420_000_000L));
        assertEquals("1.5x", Figures.speed(15, 10));
        assertEquals("6,000x", Figures.speed(60_000_000_000L, 10_000_000L));
    }
}
