package dev.orrery.scenarios.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SuggestionTest {

    @Test
    void eachKindOfMistakeCountsOnce() {
        assertEquals(0, Suggestion.distance("seed", "seed"));
        assertEquals(1, Suggestion.distance("sed", "seed"));
        assertEquals(1, Suggestion.distance("sseed", "seed"));
        assertEquals(1, Suggestion.distance("sead", "seed"));
        assertEquals(1, Suggestion.distance("rnu", "run"));
        assertEquals(3, Suggestion.distance("", "run"));
        assertEquals(3, Suggestion.distance("kitten", "sitting"));
        assertEquals(3, Suggestion.distance("ca", "abc"), "a swapped pair is not changed again");
    }

    @Test
    void theNearestIsMeant() {
        List<String> words = List.of("name", "protocol", "protocols", "seed");
        assertEquals(Optional.of("protocol"), Suggestion.nearest("protocl", words));
        assertEquals(Optional.of("protocols"), Suggestion.nearest("protocls", words));
        assertEquals(Optional.of("seed"), Suggestion.nearest("sede", words));
    }

    @Test
    void ofEquallyNearOnesTheFirstIsMeant() {
        assertEquals(Optional.of("road"), Suggestion.nearest("roax", List.of("road", "roar")));
        assertEquals(Optional.of("roar"), Suggestion.nearest("roax", List.of("roar", "road")));
    }

    @Test
    void whatIsFarIsNotMeant() {
        assertEquals(Optional.empty(), Suggestion.nearest("protocol", List.of("prtcl", "name")));
        assertEquals(Optional.empty(), Suggestion.nearest("no", List.of("on", "of")), "half of it would be wrong");
        assertEquals(Optional.empty(), Suggestion.nearest("", List.of("a")));
    }
}
