package dev.orrery.sim.check.model;

/** A model that can be asked for by name, found by {@link java.util.ServiceLoader}: a user's own. */
public interface ModelProvider {

    /** The name, in lower case with hyphens, such as {@code cas-register}. */
    String name();

    /** The object and its operations, in a sentence or two. */
    String description();

    /** The model; it keeps no state, since many histories may be judged side by side. */
    Model<?> model();
}
