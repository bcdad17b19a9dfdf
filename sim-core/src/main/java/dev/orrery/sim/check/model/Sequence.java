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
    public static final Sequence EMPTY = new Sequence(null, null, 0, 1);

    private final @Nullable Sequence before;
    private final @Nullable Object last;
    private final int size;
    private final int hash;

    private Sequence(@Nullable Sequence before, @Nullable Object last, int size, int hash) {
        this.before = before;
        this.last = last;
        this.size = size;
        this.hash = hash;
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
        return new Sequence(this, element, size + 1, 31 * hash + Objects.hashCode(element));
    }

    /** This list without its last element, or null if it is empty. */
    @Nullable
    Sequence withoutLast() {
        return before;
    }

    /** The last element; null if there is none. */
    @Nullable
    Object last() {
        return last;
    }

    /** How many elements there are. */
    public int size() {
        return size;
    }

    /** Whether these are the elements. */
    boolean holds(List<?> elements) {
        if (elements.size() != size) {
            return false;
        }
        Sequence rest = this;
        for (int i = size - 1; i >= 0 && rest != null; i--) {
            if (!Objects.equals(rest.last, elements.get(i))) {
                return false;
            }
            rest = rest.before;
        }
        return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Sequence that) || size != that.size || hash != that.hash) {
            return false;
        }
        Sequence mine = this;
        Sequence theirs = that;
        while (mine != theirs && mine != null && theirs != null) {
            if (!Objects.equals(mine.last, theirs.last)) {
                return false;
            }
            mine = mine.before;
            theirs = theirs.before;
        }
        return true;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** The elements in brackets, the last one last; of a long list the end. */
    @Override
    public String toString() {
        int most = 10;
        List<String> end = new ArrayList<>();
        Sequence rest = this;
        while (rest.before != null && end.size() < most) {
            end.add(String.valueOf(rest.last));
            rest = rest.before;
        }
        if (rest.size > 0) {
            end.add("... " + rest.size + " before");
        }
        Collections.reverse(end);
        StringJoiner text = new StringJoiner(", ", "[", "]");
        end.forEach(text::add);
        return text.toString();
    }
}
