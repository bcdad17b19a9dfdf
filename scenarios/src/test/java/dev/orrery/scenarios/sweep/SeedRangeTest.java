package dev.orrery.scenarios.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SeedRangeTest {

    @Test
    void aCountMeansTheSeedsFromZero() {
        assertEquals(new SeedRange(0, 9_999), SeedRange.parse("10_000"));
        assertEquals("0x0..0x270F", SeedRange.parse("10000").toString());
    }

    @Test
    void aRangeHoldsItsLastSeed() {
        assertEquals(0x10000, SeedRange.parse("0x0..0xFFFF").count());
        assertEquals(new SeedRange(7, 7), SeedRange.parse("7..0x7"));
    }

    @Test
    void seedsAreUnsigned() {
        SeedRange range = SeedRange.parse("0x7FFFFFFFFFFFFFFF..0x8000000000000000");
        assertEquals(2, range.count());
        assertEquals("0x7FFFFFFFFFFFFFFF..0x8000000000000000", range.toString());
    }

    @Test
    void whatSaysNoSeedsIsRefused() {
        for (String text : List.of("", "0", "0x10", "-1", "9..3", "1..", "..4", "1..2..3", "0..0xFFFFFFFFFFFFFFFF")) {
            assertThrows(IllegalArgumentException.class, () -> SeedRange.parse(text), text);
        }
    }

    @Test
    void partsAreTheWholeInTheirOrderAndDifferByOneSeedAtMost() {
        for (int seeds = 1; seeds <= 20; seeds++) {
            SeedRange whole = new SeedRange(100, 99 + seeds);
            for (int of = 1; of <= seeds; of++) {
                long next = 100;
                for (int part = 1; part <= of; part++) {
                    SeedRange range = whole.part(part, of);
                    assertEquals(next, range.first(), part + "/" + of + " of " + seeds);
                    assertEquals(0, Math.max(0, Math.abs(range.count() * of - seeds) / of), range::toString);
                    next = range.last() + 1;
                }
                assertEquals(100 + seeds, next);
            }
        }
    }
}
