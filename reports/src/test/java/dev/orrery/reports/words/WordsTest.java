package dev.orrery.reports.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class WordsTest {

    @Test
    void digitsStandInGroupsOfThree() {
        assertEquals("0", Words.count(0));
        assertEquals("999", Words.count(999));
        assertEquals("1\u202F000", Words.count(1000));
        assertEquals("-123\u202F456", Words.count(-123_456));
        assertEquals("1\u202F234\u202F567", Words.count(1_234_567));
    }

    @Test
    void oneThingIsNotSeveral() {
        assertEquals("1 node", Words.count(1, "node"));
        assertEquals("0 nodes", Words.count(0, "node"));
    }

    @Test
    void lengthsHaveThreeDigitsAndAFittingUnit() {
        assertEquals("0", Words.length(0));
        assertEquals("999\u202Fns", Words.length(999));
        assertEquals("1\u202Fµs", Words.length(1_000));
        assertEquals("12.3\u202Fms", Words.length(12_345_678));
        assertEquals("1.01\u202Fs", Words.length(1_005_000_000));
        assertEquals("100\u202Fms", Words.length(100_000_000));
        assertEquals("119\u202Fs", Words.length(119_000_000_000L));
        assertEquals("2\u202Fmin", Words.length(120_000_000_000L));
        assertEquals("61\u202Fmin 1\u202Fs", Words.length(3_661_000_000_000L));
    }

    @Test
    void momentsHaveMilliseconds() {
        assertEquals("0.000\u202Fs", Words.moment(0));
        assertEquals("15.250\u202Fs", Words.moment(15_250_000_000L));
        assertEquals("15.251\u202Fs", Words.moment(15_250_500_000L));
    }

    @Test
    void partsOfAWholeHaveOneDecimal() {
        assertEquals("33.3\u202F%", Words.percent(1, 3));
        assertEquals("–", Words.percent(0, 0));
        assertEquals("0\u202F%", Words.percent(0, 7));
        assertEquals("100\u202F%", Words.percent(7, 7));
        assertEquals("99.9\u202F%", Words.percent(99_999, 100_000));
        assertEquals("0.1\u202F%", Words.percent(1, 100_000));
    }
}
