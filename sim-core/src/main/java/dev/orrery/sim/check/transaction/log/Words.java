package dev.orrery.sim.check.transaction.log;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values as people read them. */
public final class Words {
    private static final int LONGEST_LIST = 12;

    private Words() {}

    /** A value: {@code nil} for null, a list in brackets and, where it is long, only with its end. */
    public static String of(@Nullable Object value) {
        if (value == null) {
            return "nil";
        }
        return value instanceof List<?> list ? list(list) : value.toString();
    }

    private static String list(List<?> list) {
        StringBuilder words = new StringBuilder("[");
        int left = Math.max(0, list.size() - LONGEST_LIST);
        if (left > 0) {
            words.append("... ");
        }
        Iterator<?> shown = list.subList(left, list.size()).iterator();
        while (shown.hasNext()) {
            words.append(of(shown.next())).append(shown.hasNext() ? " " : "");
        }
        return words.append(']').toString();
    }
}
