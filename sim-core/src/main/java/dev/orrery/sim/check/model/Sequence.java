package dev.orrery.sim.check.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * An immutable list that grows and shrinks at its end in constant time and shares all but its end with the list it was
 * made of: the state of a list, and of a stack.
 */
public final class Sequence {

    /** The list without elements. */
    public static final Sequence EMPTY = new Sequence(null);

    private static final class Cell {
        final @Nullable Cell before;
        final @Nullable Object value;
        final int size;
        final int hash;

        Cell(@Nullable Cell before, @Nullable Object value) {
            this.before = before;
            this.value = value;
            this.size = size(before) + 1;
            this.hash = 31 * hash(before) + Objects.hashCode(value);
        }

        static int size(@Nullable Cell cell) {
            return cell == null ? 0 : cell.size;
        }

        static int hash(@Nullable Cell cell) {
            return cell == null ? 1 : cell.hash;
        }
    }

    private final @Nullable Cell end;

    private Sequence(@Nullable Cell end) {
        this.end = end;
    }

    static Sequence of(List<?> elements) {
        Sequence sequence = EMPTY;
        for (Object element : elements) {
            sequence = sequence.with(element);
        }
        return sequence;
    }

    /** This list with one more element. */
    Sequence with(@Nullable Object element) {
        return new Sequence(new Cell(end, element));
    }

    /** This list without its last element; the empty one stays as it is. */
    Sequence withoutLast() {
        return end == null ? this : new Sequence(end.before);
    }

    /** The last element; null if there is none. */
    @Nullable
    Object last() {
        return end == null ? null : end.value;
    }

    /** How many elements there are. */
    public int size() {
        return Cell.size(end);
    }

    /** Whether these are the elements. */
    boolean holds(List<?> elements) {
        if (elements.size() != size()) {
            return false;
        }
        int i = elements.size();
        for (Cell cell = end; cell != null; cell = cell.before) {
            if (!Objects.equals(cell.value, elements.get(--i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Sequence that) || size() != that.size() || hashCode() != that.hashCode()) {
            return false;
        }
        Cell mine = end;
        Cell theirs = that.end;
        while (mine != theirs && mine != null && theirs != null) {
            if (!Objects.equals(mine.value, theirs.value)) {
                return false;
            }
            mine = mine.before;
            theirs = theirs.before;
        }
        return true;
    }

    @Override
    public int hashCode() {
        return Cell.hash(end);
    }

    /** The elements in brackets, the last one last; of a long list the end. */
    @Override
    public String toString() {
        int most = 10;
        List<String> told = new ArrayList<>();
        Cell rest = end;
        while (rest != null && told.size() < most) {
            told.add(String.valueOf(rest.value));
            rest = rest.before;
        }
        if (rest != null) {
            told.add("... " + rest.size + " before");
        }
        Collections.reverse(told);
        StringJoiner text = new StringJoiner(", ", "[", "]");
        told.forEach(text::add);
        return text.toString();
    }
}
