package dev.orrery.sim.check.model;

import java.util.Comparator;
import java.util.List;

/**
 * A total order of the values of a history: whole numbers first, by size whatever their type, then texts, then all others
 * by class and text. Two values that are neither numbers nor texts and have one class and one text are the same value.
 */
enum ValueOrder implements Comparator<Object> {
    INSTANCE;

    @Override
    public int compare(Object one, Object other) {
        if (isWhole(one) && isWhole(other)) {
            return Long.compare(((Number) one).longValue(), ((Number) other).longValue());
        }
        if (one instanceof String text && other instanceof String otherText) {
            return text.compareTo(otherText);
        }
        int byRank = Integer.compare(rank(one), rank(other));
        if (byRank != 0) {
            return byRank;
        }
        int byClass = kind(one).compareTo(kind(other));
        return byClass != 0 ? byClass : one.toString().compareTo(other.toString());
    }

    private static int rank(Object value) {
        return isWhole(value) ? 0 : value instanceof String ? 1 : 2;
    }

    private static boolean isWhole(Object value) {
        return value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte;
    }

    private static String kind(Object value) {
        return value instanceof List ? "list" : value.getClass().getName();
    }
}
