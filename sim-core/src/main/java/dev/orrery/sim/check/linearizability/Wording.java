package dev.orrery.sim.check.linearizability;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the check says. */
final class Wording {
    private static final int MOST_TOLD = 6;

    private Wording() {}

    /** Why a search found nothing out so far. */
    static String difficulty(Search<?> search) {
        Timeline timeline = search.timeline();
        int unknown = timeline.unknown.length;
        return key(timeline.operation(0).key()) + " (up to " + timeline.mostOpen() + " operations at once, "
                + (unknown == 0 ? "none" : unknown) + " of unknown outcome that may have changed something; "
                + search.farthest() + " of " + timeline.size() + " answers are in order)";
    }

    /** @param difficulties of the objects that are undecided */
    static String spent(String budget, List<String> difficulties) {
        String some = difficulties.stream().limit(MOST_TOLD).collect(Collectors.joining(", "));
        return "the " + budget + " was spent, and undecided is " + some
                + (difficulties.size() > MOST_TOLD ? ", and " + (difficulties.size() - MOST_TOLD) + " more" : "")
                + ". More budget may decide it; fewer clients a key, fewer operations that are given up, and values that"
                + " are written once make it easy.";
    }

    private static String key(@Nullable Object key) {
        return key == null ? "the one object" : "key " + key;
    }
}
