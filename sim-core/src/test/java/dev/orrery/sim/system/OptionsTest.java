package dev.orrery.sim.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.orrery.sim.time.DurationRange;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class OptionsTest {
    private static final Option<DurationRange> ELECTION = Option.range("election-timeout", "150ms..300ms", "");
    private static final Option<Long> HEARTBEAT = Option.duration("heartbeat", "50ms", "");
    private static final Option<Long> ENTRIES = Option.count("max-entries", 64, 1, 1000, "");
    private static final Option<Boolean> PRE_VOTE = Option.flag("pre-vote", true, "");
    private static final Option<String> READS = Option.choice("reads", "log", List.of("log", "local"), "");
    private static final List<Option<?>> ALL = List.of(ELECTION, HEARTBEAT, ENTRIES, PRE_VOTE, READS);

    private static Options chosen(String... namesAndTexts) {
        TreeMap<String, String> chosen = new TreeMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            chosen.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return Options.of(ALL, chosen);
    }

    private static String refusal(String name, String text) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> chosen(name, text))
                .getMessage());
    }

    @Test
    void whatIsNotChosenIsAsItIsInitially() {
        Options options = chosen("heartbeat", "20ms");
        assertEquals(20_000_000L, options.get(HEARTBEAT));
        assertEquals(new DurationRange(150_000_000, 300_000_000), options.get(ELECTION));
        assertEquals(64L, options.get(ENTRIES));
        assertEquals(true, options.get(PRE_VOTE));
        assertEquals("log", options.get(READS));
    }

    @Test
    void textsAreThoseOfTheFileAndOfTheInitialValues() {
        assertEquals(
                "{election-timeout=150ms..300ms, heartbeat=50ms, max-entries=1, pre-vote=true, reads=log}",
                chosen("max-entries", "1").texts().toString());
    }

    @Test
    void aWrongValueIsRefusedWithItsReason() {
        assertEquals("'0s' is no time at all: heartbeat is more than 0", refusal("heartbeat", "0s"));
        assertEquals(
                "'3ms..1ms' is no range: its second end is shorter than its first",
                refusal("election-timeout", "3ms..1ms"));
        assertEquals("'0' is out of range: max-entries is from 1 to 1000", refusal("max-entries", "0"));
        assertEquals("'1.5' is no whole number", refusal("max-entries", "1.5"));
        assertEquals("'yes' is neither true nor false", refusal("pre-vote", "yes"));
        assertEquals("'lease' is none of log, local", refusal("reads", "lease"));
    }

    @Test
    void anUnknownNameIsRefused() {
        assertEquals(
                "'heart-beat' is none of the options election-timeout, heartbeat, max-entries, pre-vote, reads",
                refusal("heart-beat", "1ms"));
    }
}
