package dev.orrery.scenarios.language.form;

/**
 * Something that the value of one key teaches and the values of others are held against, such as the names of the nodes.
 * Two facts are the same if they are one object.
 *
 * @param <T> what is known
 */
// The parameter ties what is learnt to what is asked for, in Scope.
@SuppressWarnings("UnusedTypeParameter")
public final class Fact<T> {
    private final String name;

    /** A fact that nobody knows yet. */
    public Fact(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }
}
