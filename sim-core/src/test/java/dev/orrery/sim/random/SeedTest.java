package dev.orrery.sim.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedTest {
    @Test
    void readsDecimalAndHexadecimalUpTo64Bits() {
        assertEquals(new Seed(42), Seed.parse("42"));
        assertEquals(new Seed(42), Seed.parse("0x2a"));
        assertEquals(new Seed(1_000_000), Seed.parse("1_000_000"));
        assertEquals(new Seed(-1), Seed.parse("0xFFFF_FFFF_FFFF_FFFF"));
        assertEquals(new Seed(-1), Seed.parse("18446744073709551615"));
    }

    @Test
    void printsWhatItReads() {
        assertEquals("0x000000000000002A", new Seed(42).toString());
        assertEquals("0x2A", new Seed(42).brief());
        assertEquals(new Seed(-2), Seed.parse(new Seed(-2).toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0x", "-1", "1.5", "_1", "1_", "ten", "0x1G"})
    void refusesWhatIsNoSeed(String text) {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> Seed.parse(text))
                .getMessage());
        assertTrue(message.contains("is no seed"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"18446744073709551616", "0x10000000000000000"})
    void refusesMoreThan64Bits(String text) {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> Seed.parse(text))
                .getMessage());
        assertTrue(message.contains("more than 64 bits"), message);
    }
}
