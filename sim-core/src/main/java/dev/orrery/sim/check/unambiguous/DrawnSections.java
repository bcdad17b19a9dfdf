package dev.orrery.sim.check.unambiguous;

import dev.orrery.sim.history.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Sections in their order, each drawn out as far as it can be, so that the lock is free as rarely as it may be: each ends
 * as late as it and the next ones allow, and begins as early as it and the one before allow. Whoever was refused is put
 * where the lock is held.
 */
final class DrawnSections {

    /** An operation in its gap; what is earlier in a gap has the lower rank. */
    private record Step(int gap, int rank, int operation) {}

    /** What happens in one section, in a gap that it shares with others. */
    private static final int BEGINS = 0;

    private static final int WITHIN = 1;
    private static final int ENDS = 2;
    private static final int RANKS = 3;

    private final List<Interval> object;
    private final List<Section> sections;
    private final int[] begins;
    private final int[] ends;
    private final List<Step> steps = new ArrayList<>();

    /** @param sections of which a later one may begin when an earlier one may end */
    DrawnSections(List<Interval> object, List<Section> sections) {
        this.object = object;
        this.sections = sections;
        int size = sections.size();
        begins = new int[size];
        ends = new int[size];
        int latest = Section.NEVER;
        for (int s = size - 1; s >= 0; s--) {
            ends[s] = Math.min(latest, sections.get(s).latestEnd());
            latest = Math.min(ends[s], sections.get(s).latestBegin());
        }
        for (int s = 0; s < size; s++) {
            begins[s] = Math.max(sections.get(s).earliestBegin(), s == 0 ? 0 : ends[s - 1]);
            put(s);
        }
    }

    private void put(int s) {
        Section section = sections.get(s);
        steps.add(new Step(begins[s], RANKS * s + BEGINS, section.acquisition()));
        for (int operation : section.operations()) {
            if (operation == section.release() && section.ends()) {
                steps.add(new Step(ends[s], RANKS * s + ENDS, operation));
            } else if (operation != section.acquisition()) {
                steps.add(new Step(object.get(operation).returned(), RANKS * s + WITHIN, operation));
            }
        }
    }

    /** Puts an operation where it may be whoever holds the lock. */
    void putAnywhere(int operation) {
        steps.add(new Step(object.get(operation).invoked() + 1, -1, operation));
    }

    /** Puts an operation where the lock is held, if that can be. */
    boolean putWhereHeld(int operation) {
        int first = object.get(operation).invoked() + 1;
        int last = object.get(operation).returned();
        int s = lastBegun(first);
        if (s < 0 || ends[s] < first) {
            s++;
        }
        if (s == sections.size() || begins[s] > last) {
            return false;
        }
        steps.add(new Step(Math.max(first, begins[s]), RANKS * s + WITHIN, operation));
        return true;
    }

    /** The last section that has begun in this gap, or -1. */
    private int lastBegun(int gap) {
        int low = 0;
        int high = sections.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (begins[middle] <= gap) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** All sections until the last one of which something was invoked before some place. */
    List<Section> begunBefore(int place) {
        int last = 0;
        for (int s = 0; s < sections.size(); s++) {
            last = object.get(sections.get(s).acquisition()).invoked() < place ? s + 1 : last;
        }
        return sections.subList(0, last);
    }

    /** The section in which the highest fence before this operation was given out, and the operation's own. */
    List<Section> highestFenceBefore(Interval operation) {
        Section highest = sections.get(0);
        long fence = 0;
        for (Section section : sections) {
            if (section.operations().stream().anyMatch(i -> object.get(i).equals(operation))) {
                return List.of(highest, section);
            }
            for (int i : section.operations()) {
                if (object.get(i).operation().output() instanceof Number given && given.longValue() > fence) {
                    fence = given.longValue();
                    highest = section;
                }
            }
        }
        throw new IllegalArgumentException(operation + " is in no section");
    }

    /** All of them as they happened. */
    List<Interval> inOrder() {
        steps.sort(Comparator.comparingInt(Step::gap).thenComparingInt(Step::rank));
        return steps.stream().map(step -> object.get(step.operation())).toList();
    }
}
