package dev.orrery.sim.check.model;

import java.util.Collection;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An immutable collection of values in {@link ValueOrder}, each perhaps several times, that changes in logarithmic time
 * and shares the rest: the state of a set, and of a priority queue.
 *
 * <p>It is a treap whose priorities are the hashes of the values (Seidel and Aragon, Randomized search trees, 1996), so
 * equal bags have one shape however they came about.
 */
public final class Bag {

    /** The bag of nothing. */
    public static final Bag EMPTY = new Bag(null);

    private static final int MOST_TOLD = 10;

    /** What differs most is compared first. */
    private record Tree(
            int hash,
            int size,
            int times,
            Object value,
            @Nullable Tree left,
            @Nullable Tree right) {

        static Tree of(Object value, int times, @Nullable Tree left, @Nullable Tree right) {
            int size = times + sizeOf(left) + sizeOf(right);
            int hash = times * priority(value) + (left == null ? 0 : left.hash) + (right == null ? 0 : right.hash);
            return new Tree(hash, size, times, value, left, right);
        }

        /** Whether this value stands above the other one, whatever else is in the bag. */
        static boolean isAbove(Object value, Object other) {
            int mine = priority(value);
            int theirs = priority(other);
            return mine != theirs ? mine > theirs : ValueOrder.INSTANCE.compare(value, other) > 0;
        }

        private static int priority(Object value) {
            long mixed = value.hashCode() * 0x9E3779B97F4A7C15L;
            return (int) (((mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L) >>> 32);
        }
    }

    private final @Nullable Tree root;

    private Bag(@Nullable Tree root) {
        this.root = root;
    }

    /** How many values there are, each as often as it is held. */
    public int size() {
        return sizeOf(root);
    }

    boolean holds(Object value) {
        Tree tree = root;
        while (tree != null) {
            int order = ValueOrder.INSTANCE.compare(value, tree.value());
            if (order == 0) {
                return true;
            }
            tree = order < 0 ? tree.left() : tree.right();
        }
        return false;
    }

    /** Whether these values are held, each once, and no others. They may be given in any order, and more than once. */
    boolean isOnly(Collection<?> values) {
        TreeSet<Object> different = new TreeSet<>(ValueOrder.INSTANCE);
        different.addAll(values);
        return different.size() == size() && different.stream().allMatch(this::holds);
    }

    /** The least value, or null if there is none. */
    @Nullable
    Object least() {
        if (root == null) {
            return null;
        }
        Tree tree = root;
        while (tree.left() != null) {
            tree = tree.left();
        }
        return tree.value();
    }

    /** This bag with the value once more. */
    Bag with(Object value) {
        return new Bag(with(root, value));
    }

    /** This bag with the value once less; it must be held. */
    Bag without(Object value) {
        return new Bag(without(root, value));
    }

    private static Tree with(@Nullable Tree tree, Object value) {
        if (tree == null) {
            return Tree.of(value, 1, null, null);
        }
        int order = ValueOrder.INSTANCE.compare(value, tree.value());
        if (order == 0) {
            return Tree.of(tree.value(), tree.times() + 1, tree.left(), tree.right());
        }
        if (order < 0) {
            Tree left = with(tree.left(), value);
            return Tree.isAbove(left.value(), tree.value())
                    ? Tree.of(
                            left.value(),
                            left.times(),
                            left.left(),
                            Tree.of(tree.value(), tree.times(), left.right(), tree.right()))
                    : Tree.of(tree.value(), tree.times(), left, tree.right());
        }
        Tree right = with(tree.right(), value);
        return Tree.isAbove(right.value(), tree.value())
                ? Tree.of(
                        right.value(),
                        right.times(),
                        Tree.of(tree.value(), tree.times(), tree.left(), right.left()),
                        right.right())
                : Tree.of(tree.value(), tree.times(), tree.left(), right);
    }

    private static @Nullable Tree without(@Nullable Tree tree, Object value) {
        if (tree == null) {
            throw new IllegalArgumentException(value + " is not held");
        }
        int order = ValueOrder.INSTANCE.compare(value, tree.value());
        if (order < 0) {
            return Tree.of(tree.value(), tree.times(), without(tree.left(), value), tree.right());
        }
        if (order > 0) {
            return Tree.of(tree.value(), tree.times(), tree.left(), without(tree.right(), value));
        }
        return tree.times() > 1
                ? Tree.of(tree.value(), tree.times() - 1, tree.left(), tree.right())
                : joined(tree.left(), tree.right());
    }

    /** All of two trees, of which the one has only lesser values than the other. */
    private static @Nullable Tree joined(@Nullable Tree lesser, @Nullable Tree greater) {
        if (lesser == null) {
            return greater;
        }
        if (greater == null) {
            return lesser;
        }
        return Tree.isAbove(lesser.value(), greater.value())
                ? Tree.of(lesser.value(), lesser.times(), lesser.left(), joined(lesser.right(), greater))
                : Tree.of(greater.value(), greater.times(), joined(lesser, greater.left()), greater.right());
    }

    private static int sizeOf(@Nullable Tree tree) {
        return tree == null ? 0 : tree.size();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bag that && Objects.equals(root, that.root);
    }

    @Override
    public int hashCode() {
        return root == null ? 0 : root.hash();
    }

    /** The values in braces, in order; of many the least. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ", "{", "}");
        int told = tell(root, text, MOST_TOLD);
        if (told == 0 && size() > MOST_TOLD) {
            text.add("... " + (size() - MOST_TOLD) + " more");
        }
        return text.toString();
    }

    /** Adds up to so many values and returns how many more could be added. */
    private static int tell(@Nullable Tree tree, StringJoiner text, int most) {
        if (tree == null) {
            return most;
        }
        int left = tell(tree.left(), text, most);
        for (int i = 0; i < tree.times() && left > 0; i++, left--) {
            text.add(tree.value().toString());
        }
        return left > 0 ? tell(tree.right(), text, left) : 0;
    }
}
