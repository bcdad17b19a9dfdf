package dev.orrery.sim.check.unambiguous;

import dev.orrery.sim.history.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch in which one client holds a lock: from the acquisition that took it to the release that let go of it, with
 * those by which it entered again in between. Operations are known by their place in the list; moments are gaps, as in
 * {@link Presence}.
 */
final class Section {
    /** The gap of what never happens; after all others. */
    static final int NEVER = Integer.MAX_VALUE - 1;

    private final List<Interval> object;
    private final String client;
    private final List<Integer> operations = new ArrayList<>();
    private boolean ends;

    Section(List<Interval> object, int acquisition) {
        this.object = object;
        this.client = object.get(acquisition).operation().client();
        operations.add(acquisition);
    }

    String client() {
        return client;
    }

    /** All of it, in the order in which the client asked. */
    List<Integer> operations() {
        return operations;
    }

    void enterAgain(int acquisition) {
        operations.add(acquisition);
    }

    void leave(int release, boolean ends) {
        operations.add(release);
        this.ends = ends;
    }

    /** Whether there is a release that lets go of the lock. */
    boolean ends() {
        return ends;
    }

    int acquisition() {
        return operations.get(0);
    }

    /** What let go of the lock. */
    int release() {
        return operations.get(operations.size() - 1);
    }

    int earliestBegin() {
        return object.get(acquisition()).invoked() + 1;
    }

    int latestBegin() {
        return gapBefore(object.get(acquisition()).returned());
    }

    int earliestEnd() {
        return ends ? object.get(release()).invoked() + 1 : NEVER;
    }

    int latestEnd() {
        return ends ? gapBefore(object.get(release()).returned()) : NEVER;
    }

    private static int gapBefore(int place) {
        return place == Interval.NEVER ? NEVER : place;
    }
}
