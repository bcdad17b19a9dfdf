package dev.orrery.scenarios.shrink;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Delta debugging of lists. */
final class Subsets {

    private Subsets() {}

    /**
     * A part of a list that still fails, and of which nothing more can be left out: neither any one item nor, as far as that
     * was tried, several neighbours at once.
     *
     * @param all fails
     * @param fails whether a part does
     */
    static <T> List<T> least(List<T> all, Predicate<List<T>> fails) {
        if (all.isEmpty() || fails.test(List.of())) {
            return List.of();
        }
        List<T> left = all;
        for (int size = all.size() / 2; size > 1; size /= 2) {
            left = without(left, size, fails);
        }
        List<T> before;
        do {
            before = left;
            left = without(left, 1, fails);
        } while (left.size() < before.size());
        return left;
    }

    /** Goes through the list from its end and leaves out what it can, so many neighbours at a time. */
    private static <T> List<T> without(List<T> all, int size, Predicate<List<T>> fails) {
        List<T> left = all;
        for (int end = left.size(); end > 0 && left.size() > 1; end -= size) {
            int begin = Math.max(0, end - size);
            List<T> rest = new ArrayList<>(left.subList(0, begin));
            rest.addAll(left.subList(end, left.size()));
            if (!rest.isEmpty() && fails.test(rest)) {
                left = rest;
            }
        }
        return left;
    }
}
